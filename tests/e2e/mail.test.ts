import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { startProduct, type Product } from '../support/product.ts'
import { openWindow, press } from '../support/resident.ts'
import { until } from '../support/until.ts'

/** Invited by mail, in browsers, with a real mail server on this computer in between. */

let product: Product
let mailbox: Mailbox
let browser: Browser

beforeAll(async () => {
  mailbox = await startMailbox()
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('MAIL_FROM', 'Dialoog <dialoog@gemeente.example>')
  product = await startProduct()
  browser = await launchChromium({ locale: 'nl-NL' })
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await mailbox?.stop()
  vi.unstubAllEnvs()
}, 60_000)

const LIST = [
  'Naam;Groep;E-mail',
  'Riet;inwoners;riet@voorbeeld.nl',
  'Kofi;inwoners;kofi@voorbeeld.nl',
  'Joke;raadsleden;',
]

/** An organiser's own dialogue, as far as the links. */
async function ownDialogue(): Promise<{ page: Page; faults: string[] }> {
  const { context, page, faults } = await openWindow(browser)
  await page.goto(product.url)
  const opened = context.waitForEvent('page')
  await press(page, 'Maak een dialoog')
  const own = await opened
  await own.getByLabel('Lijst van mensen').fill(LIST.join('\n'))
  await press(own, 'Lees in')
  await press(own, 'Naar de links')
  return { page: own, faults }
}

/** The mail as its reader draws it on a phone, and one press in it. */
async function pressInMail(html: string, name: string): Promise<Page> {
  const { page } = await openWindow(browser, 360, 740)
  await page.setContent(html)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.getByRole('link', { name }).click()
  return page
}

test('two presses send the mails; the link in one leads to the seat, and whoever wants no mail keeps it', async () => {
  const organiser = await ownDialogue()
  await press(organiser.page, 'Mail 2 mensen')
  const asked = organiser.page.getByRole('dialog', { name: '2 mensen mailen?' })
  await asked.getByRole('button', { name: 'Mail 2 mensen' }).click()
  await organiser.page.getByText('2 mails gaan weg.').waitFor()
  await until('both mails', () => mailbox.received.length === 2, 20_000)
  const line = (name: string) =>
    organiser.page.getByRole('list', { name: 'Links' }).getByRole('listitem').filter({ hasText: name })
  await line('Riet')
    .getByText(/gemaild op/)
    .waitFor()
  await line('Joke').getByText('geen e-mailadres').waitFor()

  const html = mailbox.received.find(({ to }) => to === 'riet@voorbeeld.nl')?.html ?? ''
  const riet = await pressInMail(html, 'Open mijn link')
  await press(riet, 'Verder')
  await riet.getByRole('heading', { name: 'Beeld en geluid' }).waitFor()

  const stop = await pressInMail(html, 'Geen mail meer')
  await press(stop, 'Geen mail meer')
  await stop.getByText(/^U krijgt geen mail meer over/).waitFor()
  await organiser.page.reload()
  await organiser.page.getByRole('tab', { name: 'Links' }).click()
  await line('Riet').getByText('wil geen mail').waitFor()
  const again = await openWindow(browser)
  await again.page.goto(/http:\S+?\/j\/[\w-]+/.exec(html)?.[0] ?? '')
  await press(again.page, /^(Verder|Gebruik dit apparaat)/)
  await again.page.getByRole('heading', { name: 'Beeld en geluid' }).waitFor()
  expect([...organiser.faults, ...again.faults]).toEqual([])
}, 240_000)
