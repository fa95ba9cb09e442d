// Whether a page has room for what it shows. Each check answers what is wrong, one line for each fault.

const wide = { width: 1280, height: 900 }

/** Whether the page scrolls sideways at 320 pixels, which is what 1280 are at 400 % (WCAG 1.4.10). */
export function narrow(page) {
  return resized(page, () => at320(page))
}

/**
 * Besides, whether a window of 1280 by 1024 pixels at 200 % has room for all words, and whether every control can be got at there (WCAG 1.4.4). One check, as
 * each change of the size costs time.
 */
export function zoomed(page) {
  return resized(page, async () => [...(await at320(page)), ...(await at200Percent(page))])
}

async function at320(page) {
  await page.setViewportSize({ width: 320, height: 900 })
  return (await sideways(page)).map((fault) => `at 320 px ${fault}`)
}

async function at200Percent(page) {
  await page.setViewportSize({ width: 640, height: 512 })
  const faults = [...(await sideways(page)), ...(await cutOff(page)), ...(await covered(page))]
  return faults.map((fault) => `at 200 % ${fault}`)
}

/** What is cut off when a reader spaces the text out (WCAG 1.4.12). */
export async function spaced(page) {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, spacing)
  const faults = [...(await cutOff(page)), ...(await sideways(page))]
  await page.evaluate(() => document.adoptedStyleSheets.pop())
  return faults.map((fault) => `spaced out, ${fault}`)
}

const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** Looks at a page in windows of other sizes, and leaves it as it was: the navigation pane is back in its place, too. */
async function resized(page, look) {
  const before = await page.evaluate(placeOfHeading)
  const faults = await look()
  await page.setViewportSize(wide)
  await page.waitForFunction(placeOfHeading, before)
  return faults
}

/** Runs in the page: says where its heading is, or whether it is there. */
function placeOfHeading(wanted) {
  const { left, right } = document.querySelector('h1').parentElement.getBoundingClientRect()
  const place = `${left} to ${right}`
  return wanted ? place === wanted : place
}

/**
 * Whether the page scrolls sideways. The layout measures itself after the window or the text has changed, and draws what it finds a few frames later: for a
 * single one a table may be too wide. What has room in the end has it for some frames together.
 */
export async function sideways(page) {
  const over = await page.evaluate(async () => {
    const together = 5
    const atMost = 120
    let over = 0
    for (let frames = 0, fit = 0; frames < atMost && fit < together; frames++) {
      await new Promise((drawn) => requestAnimationFrame(drawn))
      over = document.documentElement.scrollWidth - innerWidth
      fit = over > 0 ? 0 : fit + 1
    }
    return over
  })
  return over > 0 ? [`the page scrolls sideways by ${over} px`] : []
}

/** The words of a page that have no room: what is higher than its place, and cut off there. */
export function cutOff(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, label, button, dt, dd, p, [role=tab]')]
      .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowY) && each.offsetWidth > 1)
      .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
      .map((each) => `this is cut off: ${each.outerHTML.slice(0, 160)}`),
  )
}

/**
 * The controls that nobody can get at with a pointer although they are to be seen: something lies over them wherever the page is scrolled to. The path has a
 * copy of itself that is only measured, and the policy editor a field of one pixel; neither is for pointers.
 */
function covered(page) {
  return page.evaluate(() => {
    const controls =
      'a[href]:not([tabindex="-1"]), button, input, select, textarea:not(.ace_text-input), [role^=menuitem]'
    const open = [...document.querySelectorAll('[role=dialog], [role=menu]')].find((each) => each.checkVisibility())
    const isShown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0
    const isHit = (each) => {
      each.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      return [...each.getClientRects()].some(({ x, y, width, height }) => {
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        return (
          top && (each.contains(top) || top.contains(each) || [...(each.labels ?? [])].some((l) => l.contains(top)))
        )
      })
    }
    const faults = [...(open ?? document).querySelectorAll(controls)]
      .filter((each) => isShown(each) && !isHit(each))
      .map((each) => `this cannot be got at: ${each.outerHTML.slice(0, 160)}`)
    scrollTo(0, 0)
    return faults
  })
}
