import { press } from '../lib/console.js'
import { account } from '../lib/server.js'
import { expectVisible } from '../lib/wait.js'
import { user } from '../story/scene.js'
import { beginWizard, wizard } from '../story/wizard.js'

export const u2f = { protocol: 'u2f' }
export const ctap2 = { protocol: 'ctap2', ctap2Version: 'ctap2_1' }

/** A security key, as Chromium plays it: one of U2F, or one of CTAP2. */
export function securityKey(protocol) {
  let hand
  return {
    kind: 'U2F security key',
    assigned: 'You have successfully assigned a U2F security key. It will be required during sign-in.',
    shown: new RegExp(`arn:aws:iam::${account.id}:u2f/user/${user}/\\S+ \\(U2F Security Key\\)`),
    bring: async ({ page }) => {
      hand = await takeKey(page, protocol)
    },

    /** A key that nobody touches is not registered. */
    stumble: async ({ page }) => {
      await hand.untouched('**/console/passkey/begin', () => press(wizard(page), 'Register'))
      await expectVisible(wizard(page).getByText('The security key was not used'))
      await press(wizard(page), 'Cancel')
      await expectVisible(page.getByText('No', { exact: true }))
      await beginWizard(page, 'U2F security key')
    },

    enrol: async ({ page }) => {
      await hand.touch()
      await press(wizard(page), 'Register')
    },

    /** A key that nobody touches opens nothing, and the page says so. */
    fail: async ({ page }) => {
      await hand.untouched('**/signin/-/passkey/ask', () => useKey(page))
      await expectVisible(page.getByRole('alert').getByText('The security key was not used'))
    },
    prove: async ({ page }) => {
      await hand.touch()
      await useKey(page)
    },
  }
}

/** Presses the button of the second page of the sign-in. */
export const useKey = (page) => press(page, 'Use security key')

/** Gives a page a security key that is touched whenever it is asked for. */
export async function takeKey(page, protocol) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...protocol, transport: 'usb', automaticPresenceSimulation: true },
  })
  const touch = (enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  return {
    /** Does something that asks for the key while nobody touches it. The browser soon gives up: it is told a short time in place of the server's. */
    untouched: async (address, act) => {
      await touch(false)
      await page.route(address, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: { ...(await response.json()), timeout: 500 } })
      })
      const answered = page.waitForResponse(address)
      await act()
      await answered
      await page.unroute(address)
    },
    touch: () => touch(true),
    lose: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    /** What the key keeps, as somebody has it who could copy it. */
    copy: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Makes the key one that holds such a copy. */
    become: async (credentials) => {
      await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
      for (const each of credentials)
        await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { rpId: 'localhost', ...each } })
    },
  }
}
