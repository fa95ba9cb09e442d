// Pictures of every page of the tour, light and dark, wide and at 320 px, into the folder pictures.
import { mkdirSync } from 'node:fs'
import { denied, startTour, stops } from './lib/tour.js'

const folder = new URL('pictures/', import.meta.url).pathname
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 900 } }

mkdirSync(folder, { recursive: true })
const tour = await startTour({ reducedMotion: 'reduce' })
try {
  for (const stop of [...stops, ...denied]) await take(stop)
} finally {
  await tour.stop()
}

async function take(stop) {
  const { page } = await tour.visit(stop)
  await page.evaluate(() => scrollTo(0, 0))
  const fullPage = !(await page.getByRole('dialog').first().isVisible()) // a dialog lies over what the window shows
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      await page.screenshot({ path: `${folder}${stop.name}-${colorScheme}-${size}.png`, fullPage })
    }
  }
  await page.setViewportSize(sizes.wide)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('about:blank') // so that the next page opens its navigation pane anew
}
