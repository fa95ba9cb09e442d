import type { Steps } from '../../data/steps'

/** How many characters are decoded between two pauses: a multiple of four, as one group of Base64 has. */
const step = 4 * 64 * 1024

/** The text whose UTF-8 a service answers in Base64. RFC 4648 section 4. */
export function* decode(base64: string): Steps<string> {
  const decoder = new TextDecoder()
  let text = ''
  for (let at = 0; at < base64.length; at += step) {
    if (at > 0) yield
    const bytes = Uint8Array.from(atob(base64.slice(at, at + step)), (character) => character.charCodeAt(0))
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}
