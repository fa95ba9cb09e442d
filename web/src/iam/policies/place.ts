/** Where in a policy something is being typed. */
export interface Place {
  /** The element whose value it is, such as Resource; undefined where no value is. */
  element?: string
  /** Inside of a string. */
  quoted: boolean
  /** The actions of the statement, as far as they are written. */
  actions: string[]
}

/** An object that a text opens: where, and which key of it was last written. */
interface Opened {
  start: number
  key?: string
}

/** Finds out where an offset of a text stands. The text may be broken: it is being typed. */
export function placeOf(text: string, offset: number): Place {
  const { opened, quoted } = scan(text.slice(0, offset))
  const here = opened.at(-1)
  const statement = here && text.slice(here.start, endOf(text, here.start))
  return { element: here?.key, quoted, actions: statement ? actionsOf(statement) : [] }
}

const token = /"(?:[^"\\\n]|\\.)*("\s*:|"|$|(?=\n))|[{}[\],]/g

function scan(text: string): { opened: Opened[]; quoted: boolean } {
  const opened: Opened[] = []
  let lists = 0 // brackets that are open inside of the innermost object
  const depths: number[] = []
  let quoted = false
  for (const found of text.matchAll(token)) {
    const [sign, close] = found
    const here = opened.at(-1)
    quoted = sign.startsWith('"') && !close && found.index + sign.length === text.length
    if (sign === '{') {
      opened.push({ start: found.index })
      depths.push(lists)
      lists = 0
    } else if (sign === '}') {
      opened.pop()
      lists = depths.pop() ?? 0
    } else if (sign === '[') lists++
    else if (sign === ']') lists = Math.max(0, lists - 1)
    else if (sign === ',' && lists === 0 && here) here.key = undefined
    else if (close && close !== '"' && here && lists === 0) here.key = /^"(.*)"\s*:$/.exec(sign)?.[1]
  }
  return { opened, quoted }
}

/** Where the object ends that begins at start; the end of the text if it is not closed. */
function endOf(text: string, start: number): number {
  let depth = 0
  for (const { 0: sign, index } of text.slice(start).matchAll(token)) {
    if (sign === '{') depth++
    if (sign === '}' && --depth === 0) return start + index + 1
  }
  return text.length
}

function actionsOf(statement: string): string[] {
  const lists = statement.matchAll(/"(?:Not)?Action"\s*:\s*("[^"\n]*"?|\[[^\]}]*)/g)
  return [...lists].flatMap((list) => [...list[1]!.matchAll(/"([^"\n]+)"/g)].map((found) => found[1]!))
}
