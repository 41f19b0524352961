import type { Browser, Page } from 'playwright-core'
import { escape } from '../escape.ts'
import type { DemoReply } from '../../../shared/protocol.ts'
import { isToPresent, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import { openLine, type Line } from '../line.ts'
import type { Product } from '../product.ts'
import { enter, openWindow, PARTICIPANT, press } from '../resident.ts'
import { until } from '../until.ts'
import { redeem, type Visitor } from '../visitor.ts'
import { shoot } from './shoot.ts'

/** In the order in which they stand. */
const TABS = ['people', 'links', 'lead', 'split', 'tables', 'balance', 'agreements', 'council']

/** The third session of the demonstration: what lay there before it, a round, the harvest, and what the council gets and does. */
export async function thirdSession(product: Product, browser: Browser): Promise<void> {
  const { links } = (await (await fetch(new URL('api/demo', product.url))).json()) as DemoReply
  const atFirst = (role: string): string =>
    links.find((row) => row.role === role && row.table?.number === 1)?.url ?? ''
  const resident = await beforehand(browser, atFirst('participant'))
  const organiser = (await enter(browser, product.links.organiser, [])).page
  await tabs(organiser)
  await press(organiser, 'Open de zaal')
  await press(organiser, /^Kondig aan/)
  await resident.getByRole('heading', { level: 1, name: 'Tafel 1' }).waitFor({ timeout: 60_000 })
  await round(resident, (await enter(browser, atFirst('facilitator'))).page)
  await press(organiser, 'Roep iedereen terug')
  await press(organiser, 'Nu terug')
  await organiser.getByRole('tab', { name: 'Afspraken' }).click()
  await shoot(organiser, 'harvest', organiser.locator('.dt-harvest-card'))
  await organiser.context().close()
  await atCouncil(product, browser, resident)
  await ownDialogues(product, browser)
}

/** The link, what lies there, the check, and the waiting room. */
async function beforehand(browser: Browser, link: string): Promise<Page> {
  const { page } = await openWindow(browser)
  page.setDefaultTimeout(60_000)
  await page.goto(link)
  await shoot(page, 'link', page.getByRole('button', { name: 'Verder' }))
  await press(page, 'Verder')
  await shoot(page, 'device-check', page.getByRole('button', { name: PARTICIPANT[0] }))
  await press(page, 'Lees wat er ligt')
  await shoot(page, 'between', page.getByRole('button', { name: 'Verder naar de bijeenkomst' }))
  await press(page, 'Verder naar de bijeenkomst')
  await press(page, PARTICIPANT[0] ?? '')
  await shoot(page, 'ready', page.getByRole('button', { name: PARTICIPANT[1] }))
  await press(page, PARTICIPANT[1] ?? '')
  return page
}

async function tabs(organiser: Page): Promise<void> {
  await organiser.getByRole('tab').first().waitFor()
  for (const [index, name] of TABS.entries()) {
    await organiser.getByRole('tab').nth(index).click()
    await shoot(organiser, `organiser-${name}`, organiser.getByRole('tabpanel').getByRole('heading'))
  }
}

/** Consent on what the table has put forward, as far as one resident sees it. */
async function round(resident: Page, desk: Page): Promise<void> {
  await press(desk, 'Open de tekst')
  const begin = desk.getByRole('button', { name: 'Begin de ronde' })
  const next = desk.getByRole('button', { name: 'Volgende afspraak' })
  await next.waitFor()
  while (!(await begin.isVisible())) await next.click()
  await press(desk, /^Versies/)
  const versions = desk.getByRole('dialog').getByText(/^Versie \d/)
  await shoot(desk, 'versions', versions, { over: true })
  await escape(desk)
  await begin.click()
  await press(desk, 'Verder naar reacties')
  await press(desk, 'Verder naar voorlezen')
  await press(desk, 'Vraag iedereen om de beurt')
  await shoot(resident, 'consent', resident.getByRole('radio', { name: 'Ik kan ermee leven' }))
  await shoot(desk, 'consent-desk', desk.getByRole('button', { name: 'Stop de ronde' }))
  await press(desk, 'Stop de ronde')
  await desk.getByRole('dialog').getByRole('button', { name: 'Stop de ronde' }).click()
}

/** The end: questions for who took part, the package for the clerk, what the council did with it, and what anybody reads of it. */
async function atCouncil(product: Product, browser: Browser, resident: Page): Promise<void> {
  const visitor = await redeem(product.links.organiser)
  const line = openLine(visitor, { takeOver: true })
  await line.next('welcome')
  const does = async (type: string, payload: object): Promise<void> => {
    const answer = await line.command(type, payload)
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`)
  }
  for (const { id, origins } of theSet(line.state()).filter(isToPresent))
    await does(origins.length > 0 ? 'unmerge' : 'leaveOut', { agreement: id })
  await does('endSession', {})
  await shoot(resident, 'evaluation', resident.getByRole('radiogroup'))
  await does('offerSet', {})
  const clerk = (await enter(browser, linkOf(await product.everybody(), 'clerk'), [])).page
  await shoot(clerk, 'clerk', clerk.getByRole('heading', { level: 2 }))
  await decided(visitor, line)
  await does('publishDecision', { listed: false })
  await line.close()
  const page = (await enter(browser, product.links.organiser, [])).page
  await page.getByRole('tab', { name: 'Naar de raad' }).click()
  await shoot(page, 'council', page.getByRole('tabpanel').getByRole('heading', { level: 2 }))
  await page.context().close()
  const open = (await openWindow(browser)).page
  await open.goto(new URL(`openbaar/${line.state().dialogue.id}`, product.url).href)
  await shoot(open, 'public', open.getByRole('heading', { level: 2 }))
}

const linkOf = (rows: readonly { role: string; url: string }[], role: string): string =>
  rows.find((row) => row.role === role)?.url ?? ''

/** The council adopts the text as it was offered, but for one word. */
async function decided({ home, cookie, text }: Visitor, line: Line): Promise<void> {
  const offered = await text('api/package.md')
  const sent = await fetch(new URL('api/council?name=besluit.md', home), {
    method: 'POST',
    headers: { cookie, origin: new URL(home).origin, 'content-type': 'application/octet-stream' },
    body: offered.replace('zes weken', 'drie weken'),
  })
  if (!sent.ok) throw new Error(`the council's text: ${sent.status}`)
  const known = () => line.state().council.decision
  await until('it is compared', () => known() !== null, 30_000)
  for (const { agreement, verdict } of known()?.judged ?? []) {
    if (verdict === 'adopted') continue
    const why = { agreement, by: 'amendement A2', reason: 'Drie weken is genoeg om te antwoorden.' }
    await line.command('explainVerdict', why)
  }
}

/** Two dialogues that one browser organises. */
async function ownDialogues(product: Product, browser: Browser): Promise<void> {
  const { context, page } = await openWindow(browser)
  for (let made = 0; made < 2; made += 1) {
    await page.goto(product.url)
    const opened = context.waitForEvent('page')
    await press(page, 'Maak een dialoog')
    const own = await opened
    await own.getByRole('tab').first().waitFor({ timeout: 60_000 })
    await own.close()
  }
  await page.goto(product.url)
  await shoot(page, 'dialogues', page.locator('.dt-yours li'))
}
