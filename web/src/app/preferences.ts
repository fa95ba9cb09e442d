import { applyMode, Mode } from '@cloudscape-design/global-styles'
import type { Language } from '../text/text'

export type Brightness = 'system' | 'light' | 'dark'

const brightnessKey = 'cardea-mode'
const languageKey = 'cardea-language'
const systemIsDark = matchMedia('(prefers-color-scheme: dark)')

/** The brightness that was chosen in this browser; that of the system, if none was. */
export function brightness(): Brightness {
  const chosen = recall(brightnessKey)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

export function chooseBrightness(chosen: Brightness) {
  remember(brightnessKey, chosen)
  applyBrightness()
}

/** Draws the console light or dark, now and whenever the system changes. Call it once, before the first page. */
export function followBrightness() {
  applyBrightness()
  systemIsDark.addEventListener('change', applyBrightness)
}

function applyBrightness() {
  const dark = brightness() === 'dark' || (brightness() === 'system' && systemIsDark.matches)
  applyMode(dark ? Mode.Dark : Mode.Light)
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
}

/** The language of the console. The pseudo-language is chosen by its cookie alone: it is for those who work on the words. */
export function language(): Language {
  return recall(languageKey) === 'pseudo' ? 'pseudo' : 'en'
}

/** A cookie, as signing out clears the storage of the page, and how it looks is no secret. */
function remember(key: string, value: string) {
  document.cookie = `${key}=${value}; path=/console; max-age=31536000; samesite=lax`
}

function recall(key: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${key}=`))
    ?.slice(key.length + 1)
}
