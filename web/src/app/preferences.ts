import { applyMode, Mode } from '@cloudscape-design/global-styles'
import { bestOf, type Language, languages } from '../text/languages'

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
  window.dispatchEvent(new Event(brightnessApplied))
}

/** Whether the console is drawn dark now. */
export function isDark(): boolean {
  return document.documentElement.style.colorScheme === 'dark'
}

/** The name of the event of the window after which isDark may say something else. It is for what does not follow by itself, as style sheets do. */
export const brightnessApplied = 'cardea:brightness-applied'

/** The language that was chosen in this browser; that of the browser, if none was. */
export function chosenLanguage(): Language | 'browser' {
  const chosen = recall(languageKey)
  return chosen && Object.hasOwn(languages, chosen) ? (chosen as Language) : 'browser'
}

export function chooseLanguage(chosen: Language | 'browser') {
  remember(languageKey, chosen, '/')
  window.dispatchEvent(new Event(languageChosen))
}

/** The name of the event of the window by which the choice of a language is made known. */
export const languageChosen = 'cardea:language-chosen'

/** The language that the console is to speak. */
export function language(): Language {
  const chosen = chosenLanguage()
  return chosen === 'browser' ? bestOf(navigator.languages) : chosen
}

/** What was chosen in this browser for a list, as keepList was given it. */
export const keptOfList = (list: string) => recall(`cardea-list-${list}`)

export const keepOfList = (list: string, chosen: string) => remember(`cardea-list-${list}`, chosen)

/** A cookie, as signing out clears the storage of the page, and how it looks is no secret. The sign-in pages read the language, too. */
function remember(key: string, value: string, path = '/console') {
  document.cookie = `${key}=${value}; path=${path}; max-age=31536000; samesite=lax`
}

function recall(key: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${key}=`))
    ?.slice(key.length + 1)
}
