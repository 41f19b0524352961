import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { Person, Role, SessionState } from '../../shared/dialogue/model.ts'
import type { Boot, DemoLink, DemoReply, DeviceStatus, Presence } from '../../shared/protocol.ts'
import { buildPages, type Pages } from '../client/support/pages.ts'
import { launchChromium } from '../support/chromium.ts'

/** Every page outside the rooms, in a real browser: nothing too wide at 320 px, nothing that axe objects to. */
const NOW = Date.now()
const person = (id: string, name: string, role: Role): Person => ({
  id,
  name,
  role,
  group: role === 'participant' ? 'inwoner' : null,
  detail: null,
  joined: true,
  left: false,
  phone: false,
})
const people = [
  person('riet', 'Riet', 'participant'),
  person('pieter', 'Pieter', 'participant'),
  person('yusuf', 'Yusuf', 'participant'),
  person('els', 'Els', 'facilitator'),
  person('tom', 'Tom', 'helper'),
]
const state: SessionState = {
  ...emptySession,
  seq: 1,
  dialogue: { id: 'dlg_1', title: 'De dialoog over meedoen', promise: null },
  people: Object.fromEntries(people.map((each) => [each.id, each])),
  order: people.map((each) => each.id),
  startsAt: NOW + 6 * 60_000,
  help: [
    { person: 'pieter', at: NOW - 180_000, note: 'Ik hoor niets.', takenBy: 'tom', aside: null },
    { person: 'yusuf', at: NOW - 60_000, note: '', takenBy: null, aside: null },
  ],
}
const status: DeviceStatus = {
  room: null,
  microphone: 'none',
  camera: 'blocked',
  media: 'off',
  screen: 'join',
}
const presence: Presence[] = [{ person: 'yusuf', state: 'here', since: NOW, status }]
const link = {
  name: 'Riet',
  title: 'de dialoog over meedoen in de gemeente',
  role: 'participant',
  date: NOW,
  inside: null,
  promise: null,
  inUse: false,
  canRename: true,
} as const
const PROMISE =
  'Wij nemen de afspraken over zoals ze zijn opgeschreven. Wijken wij af, dan leggen wij uit waarom.'
const seat = (name: string, number: number): DemoLink => ({
  role: 'participant',
  name,
  url: `/j/${name}`,
  detail: 'inwoner',
  table: { number, role: number === 1 ? 'lawful' : 'networking' },
})
const demo: DemoReply = {
  title: 'Oefendialoog',
  links: [
    seat('Riet', 2),
    seat('Kofi', 1),
    { role: 'organiser', name: 'Saskia', url: '/j/b', detail: null, table: null },
  ],
}

let browser: Browser
let pages: Pages

beforeAll(async () => {
  pages = await buildPages()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await pages.stop()
})

const open = (boot: Omit<Boot, 'base' | 'locale'>, as?: string): Promise<string> =>
  pages.open(
    { base: '', locale: 'nl', ...boot },
    { session: as ? { me: as, state, presence } : undefined, replies: { '/api/demo': demo } },
  )

const sessionOf = (id: string) => open({ page: 'session', person: id }, id)

async function visit(
  url: string,
  width = 1280,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'nl-NL' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  return { context, page, faults }
}

async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const report = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )
  const { violations } = report as axe.AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

const PAGES: [string, () => Promise<string>, (page: Page) => Promise<void>][] = [
  ['the link', () => open({ page: 'link', link }), async () => undefined],
  [
    'the link with a date, and the number to call',
    () => open({ page: 'link', link: { ...link, date: 1_800_000_000_000 }, phone: '088 000 00 00' }),
    async (page) => {
      await page.getByRole('link', { name: 'Zet in mijn agenda' }).waitFor()
      await page.getByText('Liever op uw telefoon?').click()
      await page.getByRole('img', { name: /^Code om te scannen/ }).waitFor()
    },
  ],
  [
    'the page where one types the code from the letter',
    () => open({ page: 'code', code: { told: null, mails: true }, phone: '088 000 00 00' }),
    async (page) => page.getByRole('button', { name: 'Stuur mij mijn link' }).waitFor(),
  ],
  [
    'the page of a code that is wrong',
    () => open({ page: 'code', code: { told: 'wrong', mails: false } }),
    async (page) => page.getByText(/^Deze code kennen we niet/).waitFor(),
  ],
  [
    'the link to a dialogue with a promise',
    () => open({ page: 'link', link: { ...link, promise: PROMISE } }),
    async (page) => page.getByText(PROMISE).waitFor(),
  ],
  [
    'the link in use elsewhere',
    () => open({ page: 'link', link: { ...link, inUse: true } }),
    async () => undefined,
  ],
  [
    'a link that expired',
    () => open({ page: 'error', error: { code: 'link_expired' } }),
    async () => undefined,
  ],
  [
    'the first page',
    () => open({ page: 'front' }),
    async (page) => page.getByText('Riet, inwoner, tafel 2').waitFor(),
  ],
  ['the device check', () => sessionOf('riet'), async (page) => page.locator('video').waitFor()],
  [
    'the way to the room',
    () => sessionOf('riet'),
    async (page) => {
      await press(page, 'Ja, ik zie mezelf')
      await page.getByRole('button', { name: 'Naar de zaal' }).waitFor()
    },
  ],
  [
    'the help panel',
    () => sessionOf('riet'),
    async (page) => {
      await press(page, 'Ik heb hulp nodig')
      await page.getByRole('dialog', { name: 'Hulp' }).waitFor()
    },
  ],
  [
    'the helper’s list',
    () => sessionOf('tom'),
    async (page) => page.getByText('U helpt Pieter.').first().waitFor(),
  ],
]

test.each(PAGES)('%s fits a small screen and satisfies axe, light and dark', async (_, boot, act) => {
  const url = await boot()
  for (const width of [1280, 320]) {
    const { context, page, faults } = await visit(url, width)
    await act(page)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await objections(page)).toEqual([])
    await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'))
    expect(await objections(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  }
})

test('two presses after the link one waits for the opening, and a reload comes back to the same screen', async () => {
  const { context, page } = await visit(await sessionOf('riet'))
  await press(page, 'Ja, ik zie mezelf')
  await page.getByRole('heading', { name: 'U bent er, Riet.' }).waitFor()
  await page.locator('h1:focus').waitFor()
  await press(page, 'Naar de zaal')
  await page.getByText('Dit scherm gaat vanzelf verder.').waitFor()
  await page.locator('h1:focus').waitFor()
  await page.reload()
  await page.getByText('Dit scherm gaat vanzelf verder.').waitFor()
  await context.close()
})

test('without camera and microphone one still comes in, and hears why', async () => {
  const { context, page } = await visit(await sessionOf('riet'))
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotFoundError'))
  })
  await page.reload()
  await page.getByText('We vinden geen camera. Dat geeft niet.').waitFor()
  await press(page, 'Verder, ik luister en lees')
  await page.getByRole('button', { name: 'Naar de zaal' }).waitFor()
  await context.close()
})

test('what could not be fetched is said, and comes at the next press', async () => {
  const { context, page } = await visit(await sessionOf('riet'))
  let away = true
  await page.route(/(HelpDialog|Ready)-[^/]*\.js$/, (route) => (away ? route.abort() : route.continue()))
  await page.reload()
  await press(page, 'Ik heb hulp nodig')
  await page.getByText('Dit kon niet worden geopend.').first().waitFor()
  await press(page, 'Ja, ik zie mezelf')
  await page.getByText('Dit deel van het scherm kon niet worden opgehaald.').waitFor()

  away = false
  await press(page, 'Probeer het opnieuw')
  await page.getByRole('button', { name: 'Naar de zaal' }).waitFor()
  await press(page, 'Ik heb hulp nodig')
  await page.getByRole('dialog', { name: 'Hulp' }).waitFor()
  await context.close()
})

test('the language changes at once, and stays after a reload', async () => {
  const { context, page } = await visit(await open({ page: 'link', link }))
  await press(page, 'English')
  await page.getByRole('button', { name: 'Continue' }).waitFor()
  await page.reload()
  await page.getByText('What is your name?').waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await press(page, 'العربية')
  await page.getByRole('button', { name: 'متابعة' }).waitFor()
  await page.reload()
  await page.getByText('ما اسمك؟').waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await context.close()
})

test('a session in English is in English, the sentence of state and what came later too', async () => {
  const { context, page, faults } = await visit(`${await sessionOf('riet')}?lang=en`)
  await page.getByRole('button', { name: 'Continue, I see myself' }).click()
  await page.getByRole('heading', { name: 'You are in, Riet.' }).waitFor()
  await press(page, 'I need help')
  await page.getByRole('dialog', { name: 'Help' }).waitFor()
  expect(await page.locator('body').innerText()).not.toMatch(/\b(het|een|niet|wij)\b/)
  expect(faults).toEqual([])
  await context.close()
})

test('a page in Dutch fetches no English, and one whose English cannot be fetched is there in Dutch', async () => {
  const { context, page } = await visit(await open({ page: 'link', link }))
  const fetched: string[] = []
  await page.route(/\/join-[^/]*\.js/, (route) => {
    fetched.push(route.request().url())
    return route.abort()
  })
  await page.reload()
  await page.getByText('Hoe heet u?').waitFor()
  expect(fetched).toEqual([])
  await page.goto(`${page.url()}?lang=en`)
  await page.getByText('Hoe heet u?').waitFor()
  expect(fetched.length).toBeGreaterThan(0)
  await context.close()
})

test('a page whose Arabic words cannot be fetched is there all the same, and says so when they are asked for', async () => {
  const { context, page } = await visit(await open({ page: 'link', link }))
  await page.route(/\/first-[^/]*\.js/, (route) => route.abort())
  await press(page, 'العربية')
  await page.getByText('Dit kon niet worden geopend').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl')
  await page.goto(`${page.url()}?lang=ar`)
  await page.getByText('Hoe heet u?').waitFor()
  await context.close()
})

test('the skip link leads to the content and never to another page, although the page has a base', async () => {
  const { context, page } = await visit(`${await sessionOf('tom')}?here`)
  await page.getByText('U helpt Pieter.').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  expect(page.url()).toContain('?here')
  await context.close()
})
