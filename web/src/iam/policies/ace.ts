import ace, { type Ace } from 'ace-builds'
import 'ace-builds/src-noconflict/ext-language_tools'
import 'ace-builds/src-noconflict/mode-json'
import 'ace-builds/src-noconflict/theme-dawn'
import 'ace-builds/src-noconflict/theme-tomorrow_night_bright'
// Under a strict content security policy Ace adds no styles by itself; without these the text cannot be seen.
import 'ace-builds/css/ace.css'
import 'ace-builds/css/theme/dawn.css'
import 'ace-builds/css/theme/tomorrow_night_bright.css'
import { brightnessApplied, isDark } from '../../app/preferences'
import { aceWords } from './aceWords'
import { completionsFor } from './completions'

ace.config.set('useStrictCSP', true)

/** Makes an editor of a policy in an element; account is the one that it offers ARNs of. It has no worker: findings are the server's. Tab leaves it for who has not pressed Enter in it. */
export function openEditor(host: HTMLElement, label: string, account: string, readOnly: boolean): Ace.Editor {
  ace.config.setMessages(aceWords())
  const editor = ace.edit(host)
  editor.setOptions({
    useWorker: false, // before the mode, which would start one
    mode: 'ace/mode/json',
    readOnly,
    minLines: readOnly ? 3 : 20,
    maxLines: 40,
    tabSize: 2,
    useSoftTabs: true,
    wrap: true,
    showPrintMargin: false,
    enableKeyboardAccessibility: true,
    textInputAriaLabel: label,
    enableBasicAutocompletion: [completionsFor(account)],
    enableLiveAutocompletion: !readOnly,
  })
  followBrightness(editor)
  return editor
}

/** Draws an editor light or dark, as the console is, until it is destroyed. */
function followBrightness(editor: Ace.Editor) {
  const apply = () => editor.setTheme(isDark() ? 'ace/theme/tomorrow_night_bright' : 'ace/theme/dawn')
  apply()
  window.addEventListener(brightnessApplied, apply)
  editor.on('destroy', () => window.removeEventListener(brightnessApplied, apply))
}
