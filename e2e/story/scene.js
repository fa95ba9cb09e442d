import { newContext } from '../lib/browser.js'
import { account } from '../lib/server.js'

export const user = 'MFAUser'
export const group = 'EC2MFA'
export const notAuthorized = 'You are not authorized to perform this operation.'

/** What the steps of a story share: the stage, the person's own browser page, and the device that is in their hand. The options are those of the browser's context. */
export async function newScene(stage, device, options) {
  const { context, assertClean, allow } = await newContext(stage.browser, stage.server, options)
  const page = await context.newPage()
  await device?.bring({ ...stage, page })
  return { ...stage, context, page, assertClean, allow, device }
}

/** The serial number of the virtual device that the tutorial's policy lets a user have. */
export const serialOf = (name) => `arn:aws:iam::${account.id}:mfa/${name}`
