const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '!@#$%^*()_+-=']
const everything = kinds.join('')

/** A password of twenty characters, of every kind that a password policy can ask for, out of the browser's cryptographic source of chance. */
export function madeUpPassword(): string {
  const characters = [...kinds.map(pick), ...Array.from({ length: 16 }, () => pick(everything))]
  for (let i = characters.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[characters[i], characters[j]] = [characters[j]!, characters[i]!]
  }
  return characters.join('')
}

const pick = (from: string) => from[below(from.length)]!

/** A number from 0 to limit-1, each as likely as any other. */
function below(limit: number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit
  for (;;) {
    const [chance] = crypto.getRandomValues(new Uint32Array(1))
    if (chance! < fair) return chance! % limit
  }
}
