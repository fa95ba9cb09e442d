import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cutOff, narrow, sideways } from './lib/room.js'
import { bareTexts, listen } from './lib/texts.js'
import { denied, startTour, stops } from './lib/tour.js'

const cookie = { name: 'cardea-language', value: 'pseudo', path: '/', expires: -1 }
const storageState = {
  cookies: ['localhost', 'someone.localhost'].map((domain) => ({
    ...cookie,
    domain,
    httpOnly: false,
    secure: false,
    sameSite: 'Lax',
  })),
  origins: [],
}

let tour

before(async () => {
  tour = await startTour({ reducedMotion: 'reduce', storageState })
})

after(() => tour?.stop())

const checks = [bareTexts, cutOff, sideways, narrow]

for (const stop of [...stops, ...denied])
  test(`every own word comes from the catalogue, and has room when it is longer: ${stop.name}`, async () => {
    const { page } = await tour.visit(stop, listen)
    const faults = []
    for (const check of checks) faults.push(...(await check(page)))
    assert.deepEqual(faults, [])
  })
