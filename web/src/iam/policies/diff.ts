export interface DiffLine {
  sign: ' ' | '+' | '-'
  text: string
}

/** The lines of two texts, with what the second lacks (-) and what it adds (+): by the longest common subsequence. */
export function diff(before: string, after: string): DiffLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  const longest = common(a, b)
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      lines.push({ sign: '-', text: a[i++]! })
    } else {
      lines.push({ sign: '+', text: b[j++]! })
    }
  }
  return lines
}

/** At [i][j], how many lines the rests from i and j on have in common. */
function common(a: string[], b: string[]): Uint32Array[] {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  return longest
}
