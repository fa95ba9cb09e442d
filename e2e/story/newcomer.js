import { openSection, openTab, press } from '../lib/console.js'
import { twoCodes } from '../lib/device.js'
import { signIn } from '../lib/people.js'
import { password } from '../lib/stage.js'
import { expectText, expectVisible } from '../lib/wait.js'
import { newMember } from './prepared.js'
import { openUser } from './refused.js'
import { newScene, serialOf } from './scene.js'
import { assign, readSeed, wizard } from './wizard.js'

/** A user of the tutorial's group, at the credentials on their own page. */
export async function newcomer(stage, user) {
  await newMember(stage.administrator, user)
  const scene = await newScene(stage)
  await signIn(scene.page, stage.server, user, password)
  await openCredentials(scene.page, user)
  return scene
}

export async function openCredentials(page, user) {
  await openUser(page, user)
  await openTab(page, 'Security credentials')
}

/** Reads the secret that the wizard shows, and types two codes of it. */
export async function assignVirtual({ page, server }) {
  const secret = await readSeed(page)
  await assign(page, twoCodes(secret, await server.advance('30s')))
  await expectText(page, 'You have successfully assigned')
}

/** Reads that the name is taken by an unfinished device, tries to delete it, and is told who can. */
export async function learnWhoDeletes(page, user) {
  await expectVisible(wizard(page).getByText(`The name ${user} is taken by an unfinished device`))
  await press(wizard(page), 'Delete the unfinished device')
  const help = `An administrator of this account can: in the console of IAM, under Virtual MFA devices, it is listed as ${serialOf(user)}.`
  await expectVisible(wizard(page).getByText(help))
}

/** The administrator deletes an unfinished device where the wizard says that it is. */
export const deleteUnfinished = ({ at }, user) =>
  at('/console/iam', async (page) => {
    await openSection(page, 'Virtual MFA devices')
    const row = virtualDeviceRow(page, user)
    await expectVisible(row.getByText('Unassigned', { exact: true }))
    await row.getByRole('radio').check()
    await press(page, 'Delete device')
    await press(page.getByRole('dialog'), 'Delete')
    await expectText(page, `The virtual MFA device ${serialOf(user)} has been deleted.`)
    await row.waitFor({ state: 'detached' })
  })

/** The row of a device in the list of virtual devices. */
export const virtualDeviceRow = (page, name) =>
  page.getByRole('row').filter({ has: page.getByText(serialOf(name), { exact: true }) })
