import { expect, test } from 'vitest'
import { finish } from '../../data/steps'
import { decode } from './base64'

test('a long text comes out as it went in, wherever its parts are cut', async () => {
  const text = 'user,Zoë €\n'.repeat(50_000)
  const bytes = new TextEncoder().encode(text)
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  expect(await finish(decode(base64))).toBe(text)
})

test('nothing is the empty text', async () => expect(await finish(decode(''))).toBe(''))
