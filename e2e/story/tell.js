import { test } from 'node:test'
import { newStage } from '../lib/stage.js'
import { again } from './again.js'
import { before } from './before.js'
import { enrol } from './enrol.js'
import { group } from './group.js'
import { play } from './play.js'
import { policy } from './policy.js'
import { refused } from './refused.js'
import { newScene } from './scene.js'

/** The tutorial, from what it needs before it begins to its last step, on a server of its own. */
export function tell(name, device) {
  const stage = newStage()
  const steps = {
    ...before,
    ...device.before,
    ...policy,
    ...group,
    ...refused,
    ...enrol,
    ...again,
  }
  test(`the tutorial, from its first step to its last, with ${name}`, async (t) =>
    play(t, await newScene(stage, device), steps))
}
