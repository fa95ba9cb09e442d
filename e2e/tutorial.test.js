import { describe, test } from 'node:test'
import { ctap2, securityKey, u2f } from './device/key.js'
import { token } from './device/token.js'
import { virtualDevice } from './device/virtual.js'
import { newStage } from './lib/stage.js'
import { again } from './story/again.js'
import { before } from './story/before.js'
import { enrol } from './story/enrol.js'
import { group } from './story/group.js'
import { play } from './story/play.js'
import { policy } from './story/policy.js'
import { newMember, prepareGroup } from './story/prepared.js'
import { refused } from './story/refused.js'
import { newScene, user } from './story/scene.js'

describe('with a virtual device', () => {
  const stage = newStage()

  test('the tutorial, from its first step to its last', async (t) =>
    play(t, await newScene(stage, virtualDevice()), { ...before, ...policy, ...group, ...refused, ...enrol, ...again }))
})

/** Steps 1 and 2 know nothing of devices: what they make is there when the others begin. */
for (const [name, device] of Object.entries({
  'a U2F key': () => securityKey(u2f),
  'a CTAP2 key': () => securityKey(ctap2),
  'a hardware token': token,
})) {
  describe(`with ${name}`, () => {
    const stage = newStage()

    test(`the tutorial from the first sign-in of the user to its last step, with ${name}`, async (t) => {
      await prepareGroup(stage.administrator)
      await newMember(stage.administrator, user)
      await play(t, await newScene(stage, device()), { ...refused, ...enrol, ...again })
    })
  })
}
