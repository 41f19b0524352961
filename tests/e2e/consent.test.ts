import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import { findings, sideways } from '../client/gallery/looking.ts'
import { launchChromium } from '../support/chromium.ts'
import { openLine, type Line } from '../support/line.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, openWindow, PARTICIPANT, press, type Resident } from '../support/resident.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** A consent round on the real product: two residents and whoever leads the table in browsers, the others as lines. */
const OBJECTION = 'Zonder brief mist mijn buurman het begin.'
const ASIDE = 'Daar weet ik te weinig van.'

/** A browser and everything that came to it over its sockets. */
interface Watched extends Resident {
  frames: string[]
}

let product: Product
let organiser: Line
/** The others at the table, without a screen. */
const others: Line[] = []
let inBrowsers: PersonId[]
let browser: Browser
let riet: Watched
let joke: Watched
let desk: Watched
let room: TableId

async function come(link: string): Promise<Watched> {
  const frames: string[] = []
  const resident = await enter(browser, link, PARTICIPANT, (page) =>
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => void frames.push(payload.toString())),
    ),
  )
  return { ...resident, frames }
}

beforeAll(async () => {
  product = await startProduct()
  const rows = await product.everybody()
  organiser = await lineOf(product.links.organiser)
  room = organiser.state().tableOrder[0] ?? ''
  const seats = organiser.state().plan?.seats ?? {}
  const [first, second, ...rest] = rows.filter(({ person }) => seats[person] === room)
  inBrowsers = [first?.person ?? '', second?.person ?? '']
  for (const { url } of rest) others.push(await lineOf(url))
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'announceSplit', { ms: 1_000 })
  await until('everybody sits at the tables', () => organiser.state().phase.name === 'tables', 20_000)
  browser = await launchChromium({ locale: 'nl-NL' })
  riet = await come(first?.url ?? '')
  joke = await come(second?.url ?? '')
  const leader = organiser.state().tables[room]?.facilitators[0]
  desk = await come(rows.find(({ person }) => person === leader)?.url ?? '')
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
}, 120_000)

async function lineOf(link: string): Promise<Line> {
  const line = openLine(await redeem(link))
  await line.next('welcome')
  return line
}

async function direct(line: Line, type: CommandType, payload: unknown): Promise<void> {
  expect(await line.command(type, payload)).toEqual({ ok: true })
}

const round = () => organiser.state().floors[room]?.consent ?? null

/** Everybody in turn, as the order comes: the browsers with the presses of a person. */
async function everybodyAnswers(first: () => Promise<void>, second: () => Promise<void>): Promise<void> {
  const answers = [first, second]
  const hands = new Map(inBrowsers.map((person, index) => [person, answers[index]]))
  for (const line of others) {
    const { me } = await line.next('welcome')
    hands.set(me, () => direct(line, 'answerConsent', { room, answer: 'aside', reason: ASIDE }))
  }
  const order = await until('everybody is asked', () => (round()?.step === 'ask' ? round()?.order : null))
  expect(order.toSorted()).toEqual([...hands.keys()].toSorted())
  for (const _ of order) {
    const { person } = await until('somebody is asked', () => organiser.state().floors[room]?.turn, 20_000)
    await hands.get(person)?.()
    await until('the answer is in', () => round()?.answered.includes(person), 20_000)
  }
}

const answer = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true })
const canLive = async ({ page }: Watched): Promise<void> => {
  await answer(page, 'Ik kan ermee leven')
  await press(page, 'Geef mijn antwoord')
  await page.getByText('Uw antwoord is binnen.').first().waitFor()
}

async function walk(): Promise<void> {
  await press(desk.page, 'Verder naar reacties')
  await press(desk.page, 'Verder naar voorlezen')
  await riet.page.getByText('leest de tekst voor').first().waitFor()
  await press(desk.page, 'Vraag iedereen om de beurt')
}

const holds = async ({ page, frames }: Watched, text: string): Promise<boolean> =>
  frames.some((frame) => frame.includes(text)) || (await page.content()).includes(text)

describe('a consent round at a table', () => {
  test('begins on the words that the table put forward, and everybody sees where it is', async () => {
    await press(riet.page, 'Nieuwe afspraak')
    await riet.page.getByRole('textbox', { name: 'Titel' }).fill('Vroeg samen aan tafel')
    await riet.page.getByRole('textbox', { name: 'Tekst van de afspraak' }).click()
    await riet.page.keyboard.type('Inwoners zitten aan tafel.')
    await riet.page.getByText('Opgeslagen').first().waitFor()
    await press(desk.page, 'Open de tekst')
    await press(desk.page, 'Leg deze tekst voor')
    await press(desk.page, 'Begin de ronde')
    for (const { page } of [riet, joke, desk]) {
      await page.getByRole('listitem').filter({ hasText: 'Is de tekst helder?' }).first().waitFor()
      await page.getByText('vraagt: is de tekst helder?').first().waitFor()
    }
    await riet.page.getByText('Inwoners zitten aan tafel.').first().waitFor()
  })

  test('[C1] [C2] everybody answers in turn, and no page and no frame holds a reason before all are open', async () => {
    await walk()
    await everybodyAnswers(objects, () => canLive(joke))
    for (const watched of [joke, desk]) expect(await holds(watched, OBJECTION)).toBe(false)
    for (const watched of [riet, joke, desk]) expect(await holds(watched, ASIDE)).toBe(false)
    for (const { frames } of [organiser, ...others]) expect(JSON.stringify(frames)).not.toContain(OBJECTION)
    expect(JSON.stringify(organiser.frames)).not.toContain(ASIDE)
    expect(await holds(riet, OBJECTION)).toBe(true)
  })

  /** By keyboard alone; an objection needs a reason. */
  async function objects(): Promise<void> {
    const { page } = riet
    await page.getByRole('radio', { name: 'Ik kan ermee leven' }).focus()
    await page.keyboard.press('ArrowDown')
    const give = page.getByRole('button', { name: 'Geef mijn antwoord' })
    expect(await give.isDisabled()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type(OBJECTION)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 800 })
    await give.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Uw antwoord is binnen.').first().waitFor()
  }

  test('[C2] [C7] all reasons open at once: the objection, who stood aside, and no number as an outcome', async () => {
    await press(desk.page, 'Open alle antwoorden')
    for (const { page } of [riet, joke, desk]) {
      await page.getByRole('heading', { name: 'Bezwaar 1' }).waitFor()
      const answers = page.getByRole('region', { name: 'Antwoorden en redenen' })
      await answers.getByText(OBJECTION).waitFor()
      expect(await answers.getByText(ASIDE).count()).toBeGreaterThan(0)
      expect(await answers.innerText()).not.toMatch(/%|procent|\d+ van/)
      expect(await findings(page)).toEqual([])
    }
  })

  test('[C3] another text: the answers no longer count, and the table writes on', async () => {
    await press(desk.page, 'Verander de tekst')
    await joke.page.getByText('De tekst is veranderd. Alle antwoorden zijn vervallen.').first().waitFor()
    const text = riet.page.getByRole('textbox', { name: 'Tekst van de afspraak' })
    await text.click()
    await riet.page.keyboard.press('Control+End')
    await riet.page.keyboard.type(' Zij krijgen een brief.')
    await desk.page.getByText('Zij krijgen een brief.').first().waitFor()
    await riet.page.getByText('Opgeslagen').first().waitFor()
  })

  test('[C2] everybody is asked again, and without an objection it is agreed', async () => {
    await press(desk.page, 'Leg deze tekst voor')
    await press(desk.page, 'Begin de ronde')
    await riet.page.getByText('versie 2 · ronde 2').first().waitFor()
    await walk()
    await everybodyAnswers(
      () => canLive(riet),
      () => canLive(joke),
    )
    await press(desk.page, 'Open alle antwoorden')
    await press(desk.page, 'Stel vast: afgesproken')
    await riet.page.getByText('De afspraak is gedragen.').first().waitFor()
    const agreed = () => Object.values(organiser.state().agreements)[0]
    await until('it is agreed for the organiser too', () => agreed()?.state === 'agreed')
    expect(agreed()).toMatchObject({ presented: { version: 2 } })
  })

  test('the organiser reads that it is agreed', async () => {
    await organiser.close()
    const { page } = await openWindow(browser)
    await page.goto(product.links.organiser)
    await press(page, /^(Verder|Gebruik)/)
    await page.getByRole('tab', { name: 'Afspraken' }).click()
    await page.getByText('tafel 1 · Afgesproken').waitFor()
  })

  test('nothing went wrong in any window: no script error, no foreign host', () => {
    expect([riet, joke, desk].flatMap(({ faults }) => faults)).toEqual([])
  })
})
