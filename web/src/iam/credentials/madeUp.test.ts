import { expect, test } from 'vitest'
import { madeUpPassword } from './madeUp'

test('a password that is made up has every kind of character, and no other is like it', () => {
  const passwords = Array.from({ length: 200 }, madeUpPassword)
  for (const password of passwords) {
    expect(password).toHaveLength(20)
    for (const kind of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind)
  }
  expect(new Set(passwords).size).toBe(passwords.length)
})
