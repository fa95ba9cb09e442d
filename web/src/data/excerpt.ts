import type { Position } from '@aws-sdk/client-iam'

/**
 * The statement between two positions of a document: the first stands behind its opening brace, the second behind its closing one. Undefined if no statement is
 * there, as when the document has changed since. What indents all of it is left out.
 */
export function excerpt(document: string, start?: Position, end?: Position): string | undefined {
  const text = document.slice(offsetOf(document, start) - 1, offsetOf(document, end))
  try {
    return 'Effect' in JSON.parse(text) ? outdent(text) : undefined
  } catch {
    return undefined
  }
}

/** Takes the indentation of the last line, that of the closing brace, from every line. */
function outdent(text: string): string {
  const indentation = /\n([ \t]*)\}$/.exec(text)?.[1] ?? ''
  return text.replaceAll(`\n${indentation}`, '\n')
}

/** Where a position is in a text. Lines and columns count from 1, columns in characters. */
function offsetOf(text: string, { Line = 1, Column = 1 }: Position = {}): number {
  const before = text.split('\n').slice(0, Line - 1)
  const line = text.split('\n')[Line - 1] ?? ''
  const columns = Array.from(line).slice(0, Column - 1)
  return before.join('\n').length + (before.length > 0 ? 1 : 0) + columns.join('').length
}
