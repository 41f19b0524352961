import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Resident {
  context: BrowserContext
  page: Page
  /** Script errors, reports of the content security policy and requests to other hosts so far. */
  faults: string[]
}

const LOCAL = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/

/** A window that remembers what went wrong in it. */
export async function openWindow(browser: Browser, width = 1280, height = 800): Promise<Resident> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'nl-NL' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => {
    if (!LOCAL.test(request.url()) && !/^(data|blob):/.test(request.url()))
      faults.push(`foreign ${request.url()}`)
  })
  return { context, page, faults }
}

/** Through the same presses as anybody: the link, the device check, the room. */
export async function enter(browser: Browser, link: string): Promise<Resident> {
  const resident = await openWindow(browser)
  const { page } = resident
  await page.goto(link)
  await press(page, 'Verder')
  await page.waitForURL(/\/p\//)
  for (const name of ['Ja, ik zie mezelf', 'Naar de zaal']) {
    const button = page.getByRole('button', { name }).first()
    const there = await button.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    )
    if (there) await button.click()
  }
  return resident
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
