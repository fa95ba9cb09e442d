import { call } from './cardea'
import { memberOf, membersOf, textOf } from './query'

/** A hardware token that the account knows. Its seed is never answered. */
export interface Token {
  serial: string
  imported: Date
  /** Since when it is assigned; undefined while it is nobody's. */
  enabled?: Date
  /** Whose it is; undefined for root's too. */
  user?: string
}

/** What the maker of a token says about it: its serial number, and its seed in hexadecimal digits or in base32. */
export interface TokenSeed {
  serial: string
  seed: string
  written: 'hex' | 'base32'
}

/** The hardware tokens of the account, page by page. */
export async function* listTokens(): AsyncIterable<Token[]> {
  let marker: string | undefined
  do {
    const answer = await call('ListHardwareMFADevices', { MaxItems: '1000', Marker: marker })
    yield membersOf(answer, 'HardwareMFADevices').map(tokenOf)
    marker = textOf(answer, 'IsTruncated') === 'true' ? textOf(answer, 'Marker') : undefined
  } while (marker)
}

function tokenOf(member: Element): Token {
  return {
    serial: textOf(member, 'SerialNumber') ?? '',
    imported: new Date(textOf(member, 'ImportDate') ?? ''),
    enabled: memberOf(member, 'EnableDate') && new Date(textOf(member, 'EnableDate') ?? ''),
    user: textOf(member, 'UserName'),
  }
}

/** How many tokens one call imports. */
export const mostTokens = 1000

/** Imports up to mostTokens tokens, all of them or none. */
export function importTokens(tokens: TokenSeed[]): Promise<unknown> {
  const parameters: Record<string, string> = {}
  tokens.forEach(({ serial, seed, written }, i) => {
    const member = `Devices.member.${i + 1}`
    parameters[`${member}.SerialNumber`] = serial
    parameters[`${member}.${written === 'hex' ? 'HexSeed' : 'Base32Seed'}`] = seed
  })
  return call('ImportHardwareMFADevices', parameters)
}

/** Deletes a token that is nobody's. */
export function deleteToken(serial: string): Promise<unknown> {
  return call('DeleteHardwareMFADevice', { SerialNumber: serial })
}
