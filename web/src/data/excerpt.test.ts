import { expect, test } from 'vitest'
import { excerpt } from './excerpt'

const document = `{
  "Statement": [
    {"Sid": "One", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::𝄞/*"}, {
      "Effect": "Deny"
    }
  ]
}`

test('a statement is cut out as it is written, but for its indentation', () => {
  expect(excerpt(document, { Line: 3, Column: 6 }, { Line: 3, Column: 88 })).toBe(
    '{"Sid": "One", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::𝄞/*"}',
  )
  expect(excerpt(document, { Line: 3, Column: 91 }, { Line: 5, Column: 6 })).toBe('{\n  "Effect": "Deny"\n}')
})

test('where no statement is, nothing is cut out', () => {
  expect(excerpt(document, { Line: 2, Column: 3 }, { Line: 3, Column: 9 })).toBeUndefined()
  expect(excerpt('', { Line: 9, Column: 9 }, { Line: 9, Column: 12 })).toBeUndefined()
})
