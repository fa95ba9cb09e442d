import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cutOff, narrow, sideways } from './lib/room.js'
import { bareTexts, listen } from './lib/texts.js'
import { denied, startTour, stops } from './lib/tour.js'

const cookie = { name: 'cardea-language', value: 'pseudo', domain: 'localhost', path: '/', expires: -1 }
const storageState = { cookies: [{ ...cookie, httpOnly: false, secure: false, sameSite: 'Lax' }], origins: [] }

let tour

before(async () => {
  tour = await startTour({ reducedMotion: 'reduce', storageState })
})

after(() => tour?.stop())

const checks = [bareTexts, cutOff, sideways, narrow]
const ofConsole = (stop) => typeof stop.path === 'function' || stop.path.startsWith('/console')

for (const stop of [...stops, ...denied].filter((stop) => stop.who !== 'stranger' && ofConsole(stop)))
  test(`every own word comes from the catalogue, and has room when it is longer: ${stop.name}`, async () => {
    const { page } = await tour.visit(stop, listen)
    const faults = []
    for (const check of checks) faults.push(...(await check(page)))
    assert.deepEqual(faults, [])
  })
