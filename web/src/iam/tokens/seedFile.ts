import type { TokenSeed } from '../../data/tokens'
import type { PlainKey } from '../../text/text'

export type Writing = 'auto' | 'hex' | 'base32'

/** A token of a file, and where it stands in it. What is wrong with it is a key of the catalogue. */
export interface SeedLine {
  line: number
  serial: string
  seed: string
  /** How the file itself says that the seed is written. */
  written?: 'hex'
  wrong?: PlainKey
}

export interface SeedFile {
  tokens: (TokenSeed & { line: number })[]
  problems: { line: number; wrong: PlainKey }[]
}

/** Reads a file of seeds as makers of tokens send it: lines of a serial number and a seed, with or without a head, or PSKC (RFC 6030). */
export function readSeeds(text: string, writing: Writing): SeedFile {
  const clean = text.replace(/^\uFEFF/, '')
  const lines = /^\s*</.test(clean) ? readKeyPackage(clean) : readLines(clean)
  return judge(lines.length > 0 ? lines : [nothing], writing)
}

const nothing: SeedLine = { line: 1, serial: '', seed: '', wrong: 'tokens.wrong.file' }

/** Says of each line what it gives, or what is wrong with it. */
export function judge(lines: SeedLine[], writing: Writing): SeedFile {
  const file: SeedFile = { tokens: [], problems: [] }
  const whole = writing === 'auto' ? written(lines) : writing
  const seen = new Set<string>()
  for (const { line, serial, seed, written = whole, wrong } of lines) {
    const why = wrong ?? (seen.has(serial) ? 'tokens.wrong.twice' : wrongWith(serial, seed, written))
    seen.add(serial)
    if (why) file.problems.push({ line, wrong: why })
    else file.tokens.push({ line, serial, seed, written: written as 'hex' | 'base32' })
  }
  return file
}

function wrongWith(serial: string, seed: string, written?: 'hex' | 'base32'): PlainKey | undefined {
  if (!/^[\w-]{9,64}$/.test(serial)) return 'tokens.wrong.serial'
  if (!seed) return 'tokens.wrong.noSeed'
  if (!written) return 'tokens.wrong.either'
  if (!(written === 'hex' ? /^([0-9a-f]{2})+$/i : /^[a-z2-7]+=*$/i).test(seed)) return `tokens.wrong.${written}`
  const bytes = Math.floor((seed.replace(/=+$/, '').length * (written === 'hex' ? 4 : 5)) / 8)
  return bytes < 16 || bytes > 128 ? 'tokens.wrong.length' : undefined
}

/** How all seeds of a file are written. Some texts are both hexadecimal and base32; a whole file hardly is. */
function written(lines: SeedLine[]): 'hex' | 'base32' | undefined {
  const seeds = lines.map(({ seed }) => seed).filter(Boolean)
  const hex = seeds.filter((seed) => /^[0-9a-f]+$/i.test(seed)).length
  const base32 = seeds.filter((seed) => /^[a-z2-7]+=*$/i.test(seed)).length
  if (hex === base32) return undefined
  return hex > base32 ? 'hex' : 'base32'
}

/** The lines of a table. A head names its columns; without one the serial number comes first and the seed second. */
function readLines(text: string): SeedLine[] {
  const rows = text
    .split(/\r?\n/)
    .map((row, i) => ({ line: i + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some(Boolean) && !cells[0]!.startsWith('#'))
  const head = rows[0]?.cells.some((cell) => /serial/i.test(cell)) ? rows.shift()!.cells : undefined
  const column = (name: RegExp, otherwise = -1) => (head ? head.findIndex((cell) => name.test(cell)) : otherwise)
  const serial = column(/serial/i, 0)
  const seed = column(/secret|seed|key/i, 1)
  const step = column(/interval|period|step/i)
  const digits = column(/digits/i)
  return rows.map(({ line, cells }) => ({
    line,
    serial: cells[serial] ?? '',
    seed: (cells[seed] ?? '').replace(/\s|(?<=\w)-(?=\w)/g, ''),
    wrong: odd(cells[step], cells[digits]),
  }))
}

/** The cells of a row, apart by commas, semicolons or tabs; by spaces where there is none of those. */
function cellsOf(row: string): string[] {
  const separator = /[,;\t]/.test(row) ? /[,;\t]/ : /\s+/
  return row
    .trim()
    .split(separator)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/** Tokens have steps of 30 seconds and codes of six digits. */
function odd(step?: string, digits?: string): PlainKey | undefined {
  if (step && step !== '30') return 'tokens.wrong.step'
  return digits && digits !== '6' ? 'tokens.wrong.digits' : undefined
}

/** The tokens of a PSKC file whose seeds are not encrypted, counted from 1. */
function readKeyPackage(text: string): SeedLine[] {
  const xml = new DOMParser().parseFromString(text, 'text/xml')
  const packages = [...xml.getElementsByTagNameNS('*', 'KeyPackage')]
  return packages.map((each, i) => {
    const find = (name: string) => each.getElementsByTagNameNS('*', name)[0]
    const plain = (name: string) => find(name)?.getElementsByTagNameNS('*', 'PlainValue')[0]?.textContent?.trim()
    const token = { line: i + 1, serial: find('SerialNo')?.textContent?.trim() ?? '', written: 'hex' as const }
    if (find('EncryptedValue')) return { ...token, seed: '', wrong: 'tokens.wrong.encrypted' as const }
    return {
      ...token,
      seed: hexOf(plain('Secret') ?? ''),
      wrong: oddKey(each) ?? odd(plain('TimeInterval'), find('ResponseFormat')?.getAttribute('Length') ?? undefined),
    }
  })
}

function oddKey(each: Element): PlainKey | undefined {
  const key = each.getElementsByTagNameNS('*', 'Key')[0]
  const suite = each.getElementsByTagNameNS('*', 'Suite')[0]?.textContent ?? 'HMAC-SHA1'
  const plain = key?.getAttribute('Algorithm')?.endsWith(':totp') && /SHA-?1$/i.test(suite.trim())
  return plain ? undefined : 'tokens.wrong.algorithm'
}

/** Hexadecimal digits for base64. What is no base64 stays as it is, and is found wrong. */
function hexOf(base64: string): string {
  try {
    return [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  } catch {
    return base64
  }
}
