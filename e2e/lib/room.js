// Whether a page has room for what it shows. Each check answers what is wrong, one line for each fault.

/** Whether the page scrolls sideways at 320 pixels, which is what 1280 are at 400 % (WCAG 1.4.10, and 1.4.4 with it). */
export async function narrow(page) {
  await page.setViewportSize({ width: 320, height: 900 })
  // The layout measures itself after the window has changed: what fits in the end does so within a few frames.
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, { timeout: 2000 })
    .catch(() => {})
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return over > 0 ? [`at 320 px the page scrolls sideways by ${over} px`] : []
}

/** What is cut off when a reader spaces the text out (WCAG 1.4.12). */
export async function spaced(page) {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, spacing)
  const faults = await cutOff(page)
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    faults.push('the page scrolls sideways')
  await page.evaluate(() => document.adoptedStyleSheets.pop())
  return faults.map((fault) => `spaced out, ${fault}`)
}

const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** The words of a page that have no room: what is higher than its place, and cut off there. */
export function cutOff(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, label, button, dt, dd, p, [role=tab]')]
      .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowY) && each.offsetWidth > 1)
      .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
      .map((each) => `this is cut off: ${each.outerHTML.slice(0, 160)}`),
  )
}
