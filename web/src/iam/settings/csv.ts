import type { Steps } from '../../data/steps'

/** How many rows are read between two pauses. */
const step = 500

/** The rows of a file of comma-separated values. A value in double quotes may hold commas, line breaks and doubled quotes. RFC 4180. */
export function* parse(text: string): Steps<string[][]> {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end === ',') continue
    rows.push([])
    if (rows.length % step === 0) yield
  }
  return rows.filter((row) => row.length > 1 || row[0])
}
