import { expect, test } from 'vitest'
import { readSeeds } from './seedFile'

const hex = '3132333435363738393031323334353637383930'
const base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const wrongs = (text: string, writing: 'auto' | 'hex' | 'base32' = 'auto') =>
  readSeeds(text, writing).problems.map(({ line, wrong }) => `${line} ${wrong}`)

test('a serial number and a seed stand on a line, however they are kept apart', () => {
  for (const text of [
    `GAHT12345678,${hex}`,
    `"GAHT12345678";"${hex}"\r\n`,
    `\uFEFFGAHT12345678\t${hex}`,
    `GAHT12345678 ${hex}`,
  ]) {
    expect(readSeeds(text, 'auto').tokens).toEqual([{ line: 1, serial: 'GAHT12345678', seed: hex, written: 'hex' }])
  }
})

test('a head names the columns', () => {
  const text = `upn,serial number,secret key,time interval,manufacturer,model\n\n,GAHT12345678,${base32},30,x,y\n,GAHT12345679,${base32},60,x,y`
  expect(readSeeds(text, 'auto').tokens).toEqual([{ line: 3, serial: 'GAHT12345678', seed: base32, written: 'base32' }])
  expect(wrongs(text)).toEqual(['4 tokens.wrong.step'])
})

test('each line that is wrong is named with what is wrong', () => {
  const text = [
    '# tokens',
    `short,${hex}`,
    'GAHT00000001',
    'GAHT00000002,zz',
    'GAHT00000003,0011',
    `GAHT00000004,${hex}`,
  ]
  expect(wrongs([...text, text.at(-1)].join('\n'), 'hex')).toEqual([
    '2 tokens.wrong.serial',
    '3 tokens.wrong.noSeed',
    '4 tokens.wrong.hex',
    '5 tokens.wrong.length',
    '7 tokens.wrong.twice',
  ])
})

test('a seed that is both hexadecimal and base32 has to be told apart by a person', () => {
  const both = 'ABCDEF234567ABCDEF234567ABCDEF23'
  expect(wrongs(`GAHT12345678,${both}`)).toEqual(['1 tokens.wrong.either'])
  expect(wrongs(`GAHT12345678,${both}`, 'hex')).toEqual([])
  expect(wrongs(`GAHT12345678,${both}`, 'base32')).toEqual([])
})

test('a file without a token says so', () => {
  expect(wrongs('')).toEqual(['1 tokens.wrong.file'])
  expect(wrongs('serial,seed')).toEqual(['1 tokens.wrong.file'])
})
