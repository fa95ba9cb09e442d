import { expectHeading, openTab, press } from '../lib/console.js'
import { fillSignIn, mustCall, newUser, signIn } from '../lib/people.js'
import { allow, password } from '../lib/stage.js'
import { expectPath, expectText } from '../lib/wait.js'
import { newScene } from '../story/scene.js'
import { beginWizard, wizard } from '../story/wizard.js'
import { takeKey, useKey } from './key.js'

/** A new user who has registered a security key in the console, with the scene that they did it in. The options are those of the browser's context. */
export async function newKeyOwner(stage, user, protocol, options) {
  await newUser(stage.administrator, user, password)
  const policy = { UserName: user, PolicyName: 'p', PolicyDocument: JSON.stringify(allow('iam:*', 'sts:*')) }
  await mustCall(stage.administrator, 'iam', 'PutUserPolicy', policy)
  const scene = await newScene(stage, undefined, options)
  const { page } = scene
  const key = await takeKey(page, protocol)
  await signIn(page, stage.server, user, password)
  await page.goto(`/console/iam/users/${user}`)
  await openTab(page, 'Security credentials')
  await beginWizard(page, 'U2F security key', user)
  await press(wizard(page), 'Register')
  await expectText(page, 'You have successfully assigned')
  return { ...scene, user, key }
}

/** Signs in as far as the second page. */
export async function reachSecondPage({ page, server, user }) {
  await fillSignIn(page, server, user, password)
  await expectPath(page, /mfa$/)
}

/** Signs in with the key to the end. */
export async function signInWithKey(owner) {
  await reachSecondPage(owner)
  await useKey(owner.page)
  await expectHeading(owner.page, 'Console home')
}
