import type { Browser, Page } from 'playwright-core'

/** The page stands still, as on a telephone that sleeps: no timer runs in it. Resolves with what wakes it. */
export async function fallsAsleep(page: Page): Promise<() => Promise<void>> {
  const wire = await page.context().newCDPSession(page)
  const becomes = (state: 'frozen' | 'active') => wire.send('Page.setWebLifecycleState', { state })
  await becomes('frozen')
  return async () => void (await becomes('active'))
}

/** The same for all pages of this browser, and what their processes do by themselves stops as well: sound, picture, and answers to whoever asks. */
export async function fallsFastAsleep(browser: Browser, page: Page): Promise<() => Promise<void>> {
  const wire = await browser.newBrowserCDPSession()
  const { processInfo } = await wire.send('SystemInfo.getProcessInfo')
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const wakes = await fallsAsleep(page)
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => pages.forEach(({ id }) => process.kill(id, name))
  signal('SIGSTOP')
  return async () => {
    signal('SIGCONT')
    await wakes()
  }
}
