const accents: Record<string, string> = Object.fromEntries(
  [...'aeiouyAEIOUYcnsCNS'].map((letter, i) => [letter, [...'áéíóúýÁÉÍÓÚÝçñšÇÑŠ'][i]!]),
)

/**
 * A catalogue in which every text is in brackets, accented and a third longer, word by word, as German would be. Placeholders stay as they are. A text on a
 * page without brackets does not come from the catalogue; one that is cut off has no room to be translated.
 */
export function pseudo<C extends Readonly<Record<string, string>>>(catalogue: C): Record<keyof C, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, stretch(text)])) as Record<
    keyof C,
    string
  >
}

function stretch(text: string): string {
  const longer = text.replace(/\S+/g, (word) => word + '~'.repeat(Math.ceil(word.length / 3)))
  return `[${longer.replace(/\{\w+\}|[A-Za-z]/g, (part) => accents[part] ?? part)}]`
}
