import type { I18nProviderProps } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import { english } from './english'
import { pseudo } from './pseudo'
import type { Catalogue } from './text'

/** What a language says: our own words, and those of the component library. */
export interface Words {
  catalogue: Catalogue
  messages: I18nProviderProps.Messages
}

interface Spoken {
  /** What its speakers call it. Without a name it cannot be chosen from the menu. */
  name?: string
  /** Its tag, as Intl and the page's lang attribute have it. */
  locale: string
  load: () => Promise<Words>
}

export type Language = 'en' | 'de' | 'pseudo'

/**
 * Every language of the console. Whatever is not English is loaded when it is first spoken. The pseudo-language shows at a glance what does not come from the
 * catalogue; it is for those who work on the words.
 */
export const languages: Readonly<Record<Language, Spoken>> = {
  en: { name: 'English', locale: 'en', load: async () => ({ catalogue: english, messages }) },
  de: { name: 'Deutsch', locale: 'de', load: () => import('./german') },
  pseudo: { locale: 'en-XA', load: async () => ({ catalogue: pseudo(english), messages }) },
}

/** The languages that people choose from. */
export const offered = (Object.keys(languages) as Language[]).filter((each) => languages[each].name)

/** The first of the languages that a person wants which is spoken here; English, if none is. */
export function bestOf(wanted: readonly string[]): Language {
  return wanted.map((each) => offered.find((language) => language === primary(each))).find(Boolean) ?? 'en'
}

/** The tag by whose rules numbers and dates are written: that of the region which a person wants, if it is one of the language. */
export function regionOf(language: Language, wanted: readonly string[]): string {
  const { locale } = languages[language]
  return wanted.find((each) => primary(each) === locale) ?? locale
}

const primary = (tag: string) => tag.toLowerCase().split('-')[0]
