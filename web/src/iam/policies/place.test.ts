import { expect, test } from 'vitest'
import { placeOf } from './place'

/** The place of the mark | in a text. */
const at = (text: string) => placeOf(text.replace('|', ''), text.indexOf('|'))

test('a value is of the element before it, in a list as well', () => {
  expect(at('{"Statement":[{"Action":"ec2:Run*","Resource":"|')).toEqual({
    element: 'Resource',
    quoted: true,
    actions: ['ec2:Run*'],
  })
  expect(at('{"Statement":[{"Resource":["a", "arn:|')).toMatchObject({ element: 'Resource', quoted: true })
  expect(at('{"Statement":[{"Resource":["a", |"')).toMatchObject({ element: 'Resource', quoted: false })
})

test('behind a comma a key is typed, not a value', () => {
  expect(at('{"Statement":[{"Resource":["a","b"], "|')).toMatchObject({ element: undefined, quoted: true })
})

test('the actions are those of the statement, before and behind, and of no other', () => {
  const text = `{"Statement": [
    {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},
    {"NotResource": "|",
     "Action": ["iam:GetUser", "ec2:*"]},
    {"Action":"sts:*"}]}`
  expect(at(text)).toMatchObject({ element: 'NotResource', actions: ['iam:GetUser', 'ec2:*'] })
})

test('braces and quotes inside of strings count for nothing', () => {
  const text =
    '{"Statement":[{"Sid":"}{\\"","Action":"iam:GetUser","Condition":{"StringLike":{"a":"${b}"}},"Resource":"|"}]}'
  expect(at(text)).toEqual({ element: 'Resource', quoted: true, actions: ['iam:GetUser'] })
})

test('a string that was left open ends with its line', () => {
  expect(at('{"Statement":[{"Action":"iam:Get\n"Resource":"|')).toMatchObject({ element: 'Resource', quoted: true })
})
