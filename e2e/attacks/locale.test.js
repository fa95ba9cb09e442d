import { test } from 'node:test'
import { ctap2, u2f } from '../device/key.js'
import { newKeyOwner, signInWithKey } from '../device/owner.js'
import { newStage } from '../lib/stage.js'

const stage = newStage()

for (const [locale, protocol] of [
  ['de-DE', ctap2],
  ['ja-JP', u2f],
])
  test(`a security key is registered and signs in with a browser that speaks ${locale}`, async () => {
    const owner = await newKeyOwner(stage, `Reads-${locale}`, protocol, { locale })
    await signInWithKey(owner)
    owner.assertClean()
  })
