import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Resident {
  context: BrowserContext
  page: Page
  /** Script errors, reports of the content security policy and requests to other hosts so far. */
  faults: string[]
}

const LOCAL = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/

/** The windows that are open now. */
export const windows = new Set<Page>()

/** A window that remembers what went wrong in it. */
export async function openWindow(browser: Browser, width = 1280, height = 800): Promise<Resident> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  windows.add(page)
  page.on('close', () => windows.delete(page))
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => {
    if (!LOCAL.test(request.url()) && !/^(data|blob):/.test(request.url()))
      faults.push(`foreign ${request.url()}`)
  })
  return { context, page, faults }
}

/** What a participant presses after "Verder". */
export const PARTICIPANT = ['Ja, ik zie mezelf', 'Naar de zaal']

/**
 * Through the same presses as anybody: the link, then those of the role; a participant checks camera and microphone.
 * `before` is done to the window before the link is opened in it.
 */
export async function enter(
  browser: Browser,
  link: string,
  presses = PARTICIPANT,
  before: (page: Page) => unknown = () => undefined,
): Promise<Resident> {
  const resident = await openWindow(browser)
  const { page } = resident
  page.setDefaultTimeout(60_000)
  await before(page)
  await page.goto(link)
  await press(page, 'Verder')
  await page.waitForURL(/\/p\//, { waitUntil: 'domcontentloaded' })
  for (const name of presses) await press(page, name)
  return resident
}

/** As a participant, until the main room is there. */
export async function enterHall(
  browser: Browser,
  link: string,
  before?: (page: Page) => unknown,
): Promise<Resident> {
  const resident = await enter(browser, link, PARTICIPANT, before)
  await resident.page.getByRole('heading', { level: 1, name: /zaal/ }).waitFor()
  return resident
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()

/** One of the other ways to take part, from their menu. */
export async function choose(page: Page, way: string): Promise<void> {
  await press(page, /^Anders/)
  await page.getByRole('menuitem', { name: way }).click()
}
