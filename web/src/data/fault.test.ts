import { describe, expect, test, vi } from 'vitest'
import { deniedAsk, faultOf, sessionEnded } from './fault'

const refusal = (name: string, message = '') => Object.assign(new Error(message), { name })

describe('a fault', () => {
  test('is a denial in the words of each service', () => {
    for (const code of ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']) {
      expect(faultOf(refusal(code)).denied).toBe(true)
    }
    expect(faultOf(refusal('NoSuchEntity')).denied).toBe(false)
  })

  test('that ends the session makes it known', () => {
    const window = new EventTarget()
    vi.stubGlobal('window', window)
    const heard = vi.fn()
    window.addEventListener(sessionEnded, heard)
    faultOf(refusal('AccessDenied'))
    expect(heard).not.toHaveBeenCalled()
    faultOf(refusal('ExpiredToken'))
    expect(heard).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })
})

describe('a denial', () => {
  test('names the action and the resource that were asked for', () => {
    const message =
      'User: arn:aws:iam::123456789012:user/MFAUser is not authorized to perform: iam:ListGroupsForUser on resource: user MFAUser with an explicit deny in an identity-based policy'
    expect(deniedAsk(faultOf(refusal('AccessDenied', message)))).toEqual({
      action: 'iam:ListGroupsForUser',
      resource: 'user MFAUser',
    })
  })

  test('without an action names nothing', () => {
    expect(deniedAsk(faultOf(refusal('AccessDenied', 'Access denied')))).toBeUndefined()
  })
})
