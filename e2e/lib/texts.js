// Which texts of a page do not come from the console's catalogue. In the pseudo-language those that do are in brackets.

/** What the server has answered each tab so far. */
const answers = new WeakMap()

/** Remembers what the server answers a tab: names, policy words and messages of the API are no words of the console. */
export async function listen(page) {
  const bodies = []
  answers.set(page, bodies)
  await page.route(/\/console\/(api|session|passkey)/, async (route) => {
    const response = await route.fetch()
    bodies.push(await response.text())
    await route.fulfill({ response })
  })
}

/** The texts and names on a page that come neither from the catalogue nor from the server, and are no words of the component library. */
export async function bareTexts(page) {
  const told = answers.get(page).flatMap(valuesOf).join('\n')
  const isData = (text) => !/\p{L}{2}/u.test(text) || told.includes(text) || data.some((words) => words.test(text))
  const shown = (await page.evaluate(visibleTexts)).map(withoutOurs)
  return [...new Set(shown)].filter((text) => !isData(text) && !text.split(joints).every(isData))
}

/** A text without what the catalogue has said in it. A value within a text of the catalogue may be one itself. */
function withoutOurs(text) {
  const rest = text.replace(/\[[^[\]]*~\]/gu, ' ')
  return rest === text ? text.trim() : withoutOurs(rest)
}

/** What stands between names when several are shown together. */
const joints = / \(|\)|: | @ | \| |, |"|– /

/** What is neither ours nor the server's: words of Cloudscape, dates, names of languages, of the product and of standards, and what was typed into a policy. */
const data = [
  /^(Search|Warning|Info|Error|Success|Drag handle)$/,
  /^Customize the visibility and order of the columns\.$/,
  /^Use Space or Enter to activate drag/,
  /^\w{3} \d{1,2}$/,
  /^\d{4}$/,
  /^\d{1,2}:\d{2}\s[AP]M$/,
  /^(Deutsch|English|Cardea)$/,
  /^(TCP|UDP|ICMP|ICMPv6|RSA|ED25519)$/,
  /^(Remove )?[\w-]+:[\w*]+$/,
  /^(Bool|BoolIfExists|true|false)$/,
  /^(string|numeric|boolean|date|ip|binary)(List)?$/, // the types of context keys
  /^\w+-[\da-f]{17}$/,
  /^arn:/,
  /^(http:\/\/localhost:\d+\/)?switchrole\?/,
  /^([\w-]+\.csv|[\d.]+ KB)$/, // a file that was chosen
  /^<?[a-z\d]+(_[a-z\d]+)+>?$/, // what a credential report says, which comes in base64 as the secret key does
  /^[A-Z2-7]{32,}$/,
  /^(acme|Chooser|Drifted|Reset)$/, // whom the sign-in pages are for
  /^\d{1,2} \w+ \d{4}$/,
  /^\d{1,2}:\d{2} UTC$/,
  /\bMozilla\/5\.0\b/,
  /^http:\/\/localhost:\d+$/,
]

/** The values of an answer in XML or JSON. The names of its elements are no words that a page may show. */
function valuesOf(body) {
  if (body.startsWith('{')) return strings(JSON.parse(body))
  return body.split(/<[^>]*>/).map(decode)
}

function strings(value) {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

function decode(text) {
  const names = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  const plain = text.replace(/&(\w+|#\w+);/g, (whole, name) => names[name] ?? whole)
  return decodeURIComponent(plain.replace(/%(?![0-9A-F]{2})/g, '%25'))
}

/** Runs in the page. What is typed into fields, the text of a policy, and what is said to be in another language than the page are not words of the page. */
function visibleTexts() {
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (element.closest('.ace_editor, pre, textarea, script, style, noscript, body [lang]') && node instanceof Text) continue
    if (node.nodeName === 'WBR') continue
    if (node instanceof Text && node.previousSibling?.nodeName === 'WBR') texts.push(texts.pop() + node.data)
    else if (node instanceof Text) texts.push(node.data)
    else for (const name of ['aria-label', 'placeholder', 'alt', 'title']) texts.push(element.getAttribute(name) ?? '')
  }
  return [...texts, document.title]
}
