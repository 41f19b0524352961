import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hash } from '../../server/kit/hash.ts'
import type { Words } from '../../shared/agreement/canonical.ts'
import { replaceWords } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { AgreementId, PersonId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import { launchChromium } from '../support/chromium.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, press, type Resident } from '../support/resident.ts'
import { openSixteen, type Sixteen } from '../support/sixteen.ts'
import { textAt } from '../support/textAt.ts'
import { until } from '../support/until.ts'

/** A dialogue of three sessions, from an empty page to what the council made of it: sixteen people, four of them in browsers. */
const words = (title: string, text: string): Words => ({ title, text: paragraphs(text), why: [] })
const TYPED = words('Vroeg samen aan tafel', 'Inwoners zitten aan tafel, voordat er een plan is.')
const BETTER = words('Vroeg samen aan tafel', 'Inwoners zitten aan tafel, zes weken voordat er een plan is.')
const OTHERS = [
  words('Een naam om te bellen', 'Bij elk gesprek hoort een ambtenaar met een naam, en een nummer.'),
  words('Antwoord binnen tien dagen', 'Wie iets vraagt, krijgt binnen tien werkdagen antwoord.'),
  words('Iedereen kan meedoen', 'Meedoen kan op papier, aan de telefoon, en met beeld.'),
]
const MERGED = words(
  'Een naam, en antwoord',
  'Een ambtenaar met een naam geeft binnen tien werkdagen antwoord.',
)
/** Those that the council may send back; the fourth is data. */
const FORMS = ['odt', 'pdf', 'md'] as const

let product: Product
let browser: Browser
let all: Sixteen
const residents = new Map<PersonId, Resident>()
const made = new Map<TableId, AgreementId>()

beforeAll(async () => {
  product = await startProduct()
  browser = await launchChromium()
  all = await openSixteen(product, 4)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await all?.close()
  await product?.stop()
}, 120_000)

const state = (): SessionState => all.organiser.line.state()
const madeAt = (table: TableId): { table: TableId; agreement: AgreementId } => ({
  table,
  agreement: made.get(table) ?? '',
})
const tableAt = (index: number): TableId => state().tableOrder[index] ?? ''

async function toTables(): Promise<void> {
  await all.does(all.organiser, 'openPlenary', {})
  await all.does(all.organiser, 'announceSplit', { ms: 1_000 })
  await until('everybody sits at the tables', () => state().phase.name === 'tables', 30_000)
}

/** The plenary again, the end, and a further session to which everybody comes over. */
async function goOn(): Promise<void> {
  if (state().phase.name === 'tables') {
    await all.does(all.organiser, 'announceRecall', { ms: 1_000 })
    await until('everybody is back', () => state().phase.name === 'plenary', 30_000)
  }
  await all.does(all.organiser, 'endSession', {})
  await all.nextSession()
}

async function writes(table: TableId, text: Words): Promise<void> {
  const { visitor } = all.leaderOf(table)
  const { doc, stop } = await textAt(visitor, table)
  replaceWords(doc, made.get(table) ?? '', text)
  await until('the words are stored', async () => (await all.exported()).includes(text.title), 20_000)
  stop()
}

/** Everybody in the order they are asked: who sits in a browser presses, the others send. */
async function round(room: string, objector: PersonId | null = null): Promise<void> {
  const leader = room === 'plenary' ? all.organiser : all.leaderOf(room)
  for (const step of ['react', 'read']) await all.does(leader, 'stepConsent', { room, step })
  await all.does(leader, 'askConsent', { room })
  const consent = () => state().floors[room]?.consent ?? null
  const { order } = await until('everybody is asked', () => (consent()?.step === 'ask' ? consent() : null))
  for (const _ of order) {
    // whose answer has just come in may still have the turn
    const asked = () => {
      const turn = state().floors[room]?.turn
      return turn && !consent()?.answered.includes(turn.person) ? turn : null
    }
    const { person } = await until('somebody is asked', asked, 20_000)
    const objects = person === objector
    const resident = residents.get(person)
    if (resident) await answers(resident, objects)
    else await all.does(all.who(person), 'answerConsent', { room, answer: 'canLive', reason: '' })
    await until('the answer is in', () => consent()?.answered.includes(person), 30_000)
  }
  await all.does(leader, 'openConsent', { room })
  await all.does(leader, 'closeConsent', { room })
}

async function answers({ page }: Resident, objects: boolean): Promise<void> {
  const name = objects ? 'Ik heb een zwaarwegend bezwaar' : 'Ik kan ermee leven'
  await page.getByRole('radio', { name }).check({ force: true })
  if (objects) await page.getByRole('textbox').last().fill('Wie werkt, kan zo niet komen.')
  await press(page, 'Geef mijn antwoord')
  await page.getByText('Uw antwoord is binnen.').first().waitFor()
}

async function puts(table: TableId): Promise<void> {
  await all.does(all.leaderOf(table), 'presentAgreement', madeAt(table))
  await all.does(all.leaderOf(table), 'beginConsent', { room: table, agreement: madeAt(table).agreement })
}

const set = () =>
  Object.values(state().agreements)
    .filter(({ place }) => place !== null)
    .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))

test('the first session: every table writes; one in a browser', async () => {
  await toTables()
  const first = tableAt(0)
  for (const { person, url } of all.inBrowsers) {
    residents.set(person, await enter(browser, url))
  }
  const riet = [...residents].find(([person]) => state().seating?.seats[person] === first)?.[1]
  if (!riet) throw new Error('nobody at the first table has a browser')
  await press(riet.page, 'Nieuwe afspraak')
  await riet.page.getByRole('textbox', { name: 'Titel' }).fill(TYPED.title)
  await riet.page.getByRole('textbox', { name: 'Tekst van de afspraak' }).click()
  await riet.page.keyboard.type('Inwoners zitten aan tafel, voordat er een plan is.')
  await riet.page.getByText('Opgeslagen').first().waitFor()
  const typed = await until('the agreement is there', () => Object.keys(state().agreements)[0])
  made.set(first, typed)
  for (const [index, text] of OTHERS.entries()) {
    const table = tableAt(index + 1)
    made.set(table, `agr_${index}`)
    await all.does(all.leaderOf(table), 'addAgreement', madeAt(table))
    await writes(table, text)
  }
  await goOn()
}, 300_000)

test('[C2] the second session: an objection, other words, and everybody again; the other tables agree', async () => {
  await toTables()
  const [first, ...others] = state().tableOrder
  const table = first ?? ''
  const objector = [...residents.keys()].find((person) => state().seating?.seats[person] === table) ?? ''
  await puts(table)
  await round(table, objector)
  const objectedTo = () => state().agreements[madeAt(table).agreement]
  await until('the objection is known', () => objectedTo()?.consent?.objects.includes(objector))
  expect(objectedTo()?.state).toBe('presented')
  await all.does(all.leaderOf(table), 'reviseAgreement', madeAt(table))
  await writes(table, BETTER)
  await puts(table)
  await round(table)
  for (const other of others) {
    await puts(other)
    await round(other)
  }
  await until('all are agreed', () =>
    Object.values(state().agreements).every((one) => one.state === 'agreed'),
  )
  await goOn()
}, 300_000)

test('[H2] the third session: a set, a merging that is undone and made again, and consent on the new words', async () => {
  await all.does(all.organiser, 'openPlenary', {})
  for (const table of state().tableOrder)
    await all.does(all.organiser, 'takeIntoSet', { agreement: madeAt(table).agreement })
  const from = [madeAt(tableAt(1)).agreement, madeAt(tableAt(2)).agreement]
  const merges = async (): Promise<AgreementId> => {
    await all.does(all.organiser, 'mergeAgreements', {
      from,
      ...MERGED,
      note: 'Dat het twee afspraken waren.',
    })
    const { id, tables } = await until('the tables are asked', () => state().harvest.merges[0])
    for (const table of tables)
      await all.does(all.leaderOf(table), 'sayMerge', { merge: id, table, yes: true })
    const last = () => state().harvest.last
    return until('it is one agreement', () => (last()?.how === 'merged' ? last()?.agreement : null))
  }
  await all.does(all.organiser, 'unmerge', { agreement: await merges() })
  await until('they are apart', () => set().length === 4)
  const merged = await merges()
  await all.does(all.organiser, 'beginConsent', { room: 'plenary', agreement: merged })
  await round('plenary')
  await until('all count', () => set().every((one) => one.state === 'inSet'))
  const texts = set().map(({ presented }) => presented?.words)
  expect(texts).toEqual([BETTER, MERGED, OTHERS[2]])
  for (const { presented } of set()) expect(presented && hash(presented.words)).toBe(presented?.hash)
  await all.does(all.organiser, 'endSession', {})
}, 300_000)

test('[H3] the package has the words that were agreed in each form; one comma makes it another text', async () => {
  await all.does(all.organiser, 'offerSet', {})
  for (const form of FORMS) {
    const file = await all.organiser.visitor.send('GET', `api/package.${form}`)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect([form, await all.records(bytes, `besluit.${form}`)]).toEqual([form, 201])
    await until(`${form} is compared`, () => set().every((one) => one.state !== 'offered'), 30_000)
    expect([form, set().map((one) => one.state)]).toEqual([form, ['adopted', 'adopted', 'adopted']])
  }
  const data = await all.organiser.visitor.get<{ agreements: (Words & { hash: string })[] }>(
    'api/package.json',
  )
  const agreed = set().map(({ presented }) => presented?.hash)
  expect(data.agreements.map((one) => one.hash)).toEqual(agreed)
  expect(data.agreements.map(({ title, text, why }) => hash({ title, text, why }))).toEqual(agreed)
  const markdown = await all.organiser.visitor.text('api/package.md')
  const comma = markdown.replaceAll('op papier, aan', 'op papier aan')
  expect(comma).not.toBe(markdown)
  expect(await all.records(Buffer.from(comma), 'besluit.md')).toBe(201)
  await until('it is compared', () => set().some((one) => one.state === 'changed'), 30_000)
  expect(set().map((one) => one.state)).toEqual(['adopted', 'adopted', 'changed'])
}, 300_000)

test('[H4] anybody reads what became of it, without a name, once the organiser says so', async () => {
  const changed = set().find((one) => one.state === 'changed')?.id ?? ''
  const told = { agreement: changed, by: 'amendement A2', reason: 'Een komma minder.' }
  await all.does(all.organiser, 'explainVerdict', told)
  await all.does(all.organiser, 'publishDecision', { listed: false })
  const page = await (await fetch(`${product.url}openbaar/${state().dialogue.id}`)).text()
  expect(page).toContain(MERGED.title)
  expect(page).toContain('Een komma minder.')
  for (const { name } of all.names) expect(page).not.toMatch(new RegExp(`\\b${name}\\b`))
  // what a browser notes of a room that closes while one comes in is no fault of the page
  const ofTheLine = /^(WebSocket connection to|Failed to load resource)/
  for (const { faults } of residents.values())
    expect(faults.filter((fault) => !ofTheLine.test(fault))).toEqual([])
}, 60_000)
