import assert from 'node:assert/strict'

/** How long to wait for what is to come, in milliseconds. */
export const patience = 30_000

/** Waits until the page's path is as wanted. */
export async function expectPath(page, pattern) {
  await page
    .waitForURL((url) => pattern.test(url.pathname))
    .catch(async (error) => {
      throw new Error(`${page.url()} shows: ${await page.locator('body').innerText()}`, { cause: error })
    })
}

/** Waits until something is to be seen, and says what the page shows if it never is. */
export async function expectVisible(locator) {
  await locator
    .first()
    .waitFor({ state: 'visible' })
    .catch(async (error) => {
      throw new Error(
        `${locator} is not to be seen. ${locator.page().url()} shows: ${await locator.page().locator('body').innerText()}`,
        { cause: error },
      )
    })
}

/** Waits until the middle of something can be seen without scrolling, with nothing above it. */
export async function expectInView(locator) {
  await expectVisible(locator)
  const inView = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const middle = document.elementFromPoint(left + width / 2, top + height / 2) // of lines of text it may be between two
    return element.parentElement.contains(middle)
  }
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const until = performance.now() + patience
  while (!(await locator.evaluate(inView))) {
    assert.ok(performance.now() < until, `${locator} is out of view`)
    await locator.page().evaluate(drawn)
  }
}

export async function expectText(page, text) {
  await expectVisible(page.getByText(text))
}

/** Waits until there are so many, neither fewer nor more. */
export async function expectCount(locator, count) {
  if (count > 0) await locator.nth(count - 1).waitFor({ state: 'attached' })
  await locator.nth(count).waitFor({ state: 'detached' })
  assert.equal(await locator.count(), count, `${locator}`)
}

/** Waits until a page has come to rest: it has its heading, nothing on it is loading, and what it shows has been drawn. */
export async function settled(page) {
  const rest = () => document.querySelector('h1') && !document.querySelector('[class*=awsui_circle-left]')
  for (let times = 0; times < 2; times++) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await page.waitForFunction(rest)
  }
}
