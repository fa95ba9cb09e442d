import { after, before, test } from 'node:test'
import { complaints, inDark, inLight, look } from './lib/look.js'
import { spaced, zoomed } from './lib/room.js'
import { startTour, stops } from './lib/tour.js'

let tour

before(async () => {
  tour = await startTour({ reducedMotion: 'reduce' })
})

after(() => tour?.stop())

for (const stop of stops)
  test(`no fault, light and dark, narrow, at 200 % and spaced out: ${stop.name}`, () =>
    look(tour, stop, [complaints, inLight, inDark, zoomed, spaced]))
