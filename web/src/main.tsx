import '@cloudscape-design/global-styles/index.css'
import { I18nProvider } from '@cloudscape-design/components/i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { followBrightness, language, languageChosen } from './app/preferences'
import { languages, regionOf } from './text/languages'
import { speak } from './text/text'

const root = createRoot(document.getElementById('root')!)

/** Draws the console in its language. Done anew in another one, it keeps all that has been typed. */
async function draw() {
  const wanted = language()
  const { locale, load } = languages[wanted]
  // A language that cannot be loaded, as the server has become newer, is no reason to show nothing.
  const { catalogue, messages } = await load().catch(languages.en.load)
  speak(catalogue, regionOf(wanted, navigator.languages))
  document.documentElement.lang = locale
  root.render(
    <StrictMode>
      <I18nProvider locale={locale} messages={[messages]}>
        <App />
      </I18nProvider>
    </StrictMode>,
  )
}

followBrightness()
window.addEventListener(languageChosen, draw)
void draw()
