import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readQR } from './lib/device.js'
import { startTour, stops } from './lib/tour.js'

let tour

before(async () => {
  tour = await startTour({ reducedMotion: 'reduce' })
})

after(() => tour?.stop())

test('a QR code is whole on the narrowest screen and can be read from it', async () => {
  const { page, assertClean } = await tour.visit(stops.find(({ name }) => name === 'mfa-shown'))
  const picture = page.getByRole('dialog').getByRole('img', { name: /QR/ })
  for (const [width, scheme] of [
    [320, 'light'],
    [320, 'dark'],
    [1280, 'dark'],
  ]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await picture.scrollIntoViewIfNeeded()
    assert.equal(await picture.evaluate(sticksOut), false, `it sticks out at ${width} px`)
    assert.match(await readQR(page), /^otpauth:\/\/totp\/.*secret=[A-Z2-7]+/, `at ${width} px, ${scheme}`)
  }
  assertClean()
})

/** Whether something around an element would have to be moved sideways to see all of it. Runs in the browser. */
function sticksOut(element) {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (element.getBoundingClientRect().right > around.getBoundingClientRect().right + 1) return true
  return false
}
