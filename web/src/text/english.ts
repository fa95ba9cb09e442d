import { shared } from './en/shared'
import { shell } from './en/shell'

/**
 * Every word of the console, in English: the catalogue that other languages translate. A key begins with the page that it is on; a
 * value may hold {placeholders}, which t demands by name. Words of the API (actions, policies, error messages) are not in it.
 */
export const english = { ...shell, ...shared } as const

export type Key = keyof typeof english
