import { after, before, test } from 'node:test'
import { inDark, inLight, look } from './lib/look.js'
import { narrow } from './lib/room.js'
import { denied, failed, startTour } from './lib/tour.js'

let tour

before(async () => {
  tour = await startTour({ reducedMotion: 'reduce' })
})

after(() => tour?.stop())

for (const stop of denied)
  test(`no fault where permission is denied, light and dark, and narrow: ${stop.name}`, () =>
    look(tour, stop, [inLight, inDark, narrow]))

for (const stop of failed)
  test(`no fault where the server fails, light and dark: ${stop.name}`, () => look(tour, stop, [inLight, inDark]))
