import type { Page } from 'playwright-core'

const PATIENCE_MS = 60_000

/**
 * Presses a button the moment it can be pressed, from within the page: a script outside looks every so often, and what it waits in
 * between would count as the page's. Resolves with that moment, ms on the machine's clock.
 */
export async function pressAtOnce(page: Page, name: string | RegExp): Promise<number> {
  const { source, flags } = typeof name === 'string' ? new RegExp(`^${name}`) : name
  const late = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await page.evaluate(press, { source, flags, patienceMs: late - Date.now() })
    } catch (error) {
      // the page before this one was still there
      if (!/context was destroyed|navigat/i.test(String(error)) || Date.now() > late) throw error
    }
  }
}

/** Runs in the page. */
function press(wanted: { source: string; flags: string; patienceMs: number }): Promise<number> {
  const name = new RegExp(wanted.source, wanted.flags)
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`there is no button ${name}`)), wanted.patienceMs)
    const looking = setInterval(() => {
      const found = [...document.querySelectorAll('button')].find(
        (button) =>
          !button.disabled &&
          button.checkVisibility() &&
          name.test((button.getAttribute('aria-label') ?? button.textContent).trim()),
      )
      if (!found) return
      clearInterval(looking)
      clearTimeout(late)
      resolve(performance.timeOrigin + performance.now())
      // told first: the press may take this page away
      setTimeout(() => found.click())
    }, 4)
  })
}
