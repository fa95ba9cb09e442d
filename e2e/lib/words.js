// The letters that the pseudo-language accents, as web/src/text/pseudo.ts does.
const accents = Object.fromEntries([...'aeiouyAEIOUYcnsCNS'].map((letter, i) => [letter, [...'áéíóúýÁÉÍÓÚÝçñšÇÑŠ'][i]]))

/** Matches a text of the catalogue, as it is in English and in the pseudo-language. */
export function word(text) {
  const letters = [...text].map((letter) =>
    accents[letter] ? `[${letter}${accents[letter]}]` : letter.replace(/[^\w\s]/, '\\$&'),
  )
  return new RegExp(`^\\[?${letters.join('').replaceAll(' ', '~* ')}~*\\]?$`)
}

/** Something of a role, by its word in the catalogue. */
export function named(place, role, text) {
  return place.getByRole(role, { name: word(text) }).first()
}

/** Presses a button. */
export function press(place, text) {
  return named(place, 'button', text).click()
}

export function dialog(page) {
  return page.getByRole('dialog').first()
}
