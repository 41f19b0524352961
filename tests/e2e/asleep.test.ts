import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow, Presence } from '../../shared/protocol.ts'
import { fallsFastAsleep } from '../support/asleep.ts'
import { launchChromium } from '../support/chromium.ts'
import { direct, organise, stateOf } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enterHall, press } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

/** So long the telephone sleeps. Everybody has given it up long before: the server after seconds, the media server within two minutes. */
const ASLEEP_MS = 4 * 60_000
const GIVEN_UP_MS = 120_000
/** So soon after waking everything is as it should be. */
const BACK_MS = 10_000

interface Person extends LinkRow {
  page: Page
}

let product: Product
let sfu: SfuView
let organiser: Voice
/** Of its own: all of it sleeps. */
let telephone: Browser
let computer: Browser
let sleeper: Person
/** Sits at another table at first, and raises a hand behind the sleeper's. */
let other: Person
const presence: Record<string, Presence['state']> = {}

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  organiser = await organise(product, (frame) => {
    if (frame.kind !== 'presence') return
    for (const { person, state: is } of frame.people) presence[person] = is
  })
  const seats = state().plan?.seats ?? {}
  const rows = await product.everybody()
  const seated = rows.filter(({ role, person }) => role === 'participant' && seats[person])
  const [first] = seated
  const elsewhere = seated.find(({ person }) => seats[person] !== seats[first?.person ?? ''])
  if (!first || !elsewhere) throw new Error('there are no two tables')
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'firstCome' })
  telephone = await launchChromium()
  computer = await launchChromium()
  sleeper = { ...first, page: (await enterHall(telephone, first.url)).page }
  other = { ...elsewhere, page: (await enterHall(computer, elsewhere.url)).page }
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([telephone?.close(), computer?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

const state = () => stateOf(organiser)
const waiting = () => (state().floors['plenary']?.queue ?? []).map(({ person }) => person)
const isAt = ({ page }: Person, name: string | RegExp, timeout?: number) =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout })

async function raisesHand({ page, person }: Person): Promise<void> {
  if (!waiting().includes(person)) await page.locator('.dt-button.is-hand').click()
  await until('the hand is up', () => waiting().includes(person))
}

async function goes(command: 'announceSplit' | 'announceRecall', phase: 'tables' | 'plenary'): Promise<void> {
  await direct(organiser, command, { ms: 1_000 })
  await until(`the session is in ${phase}`, () => state().phase.name === phase, 30_000)
}

/** The rooms of the SFU in which this person is. */
const roomsOf = async (person: string): Promise<string[]> =>
  [...(await sfu.rooms())].flatMap(([room, people]) =>
    people.filter(({ identity }) => identity.startsWith(`${person}:`)).map(() => room),
  )

/** To the tables, back to the main room, where the next one speaks, and to the tables again: to another one. */
async function othersGoOn(): Promise<void> {
  await until('they are seen to be away', () => presence[sleeper.person] === 'away', 30_000)
  await goes('announceSplit', 'tables')
  await isAt(other, /^Tafel \d/)
  await goes('announceRecall', 'plenary')
  await isAt(other, /zaal/)
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'firstCome' })
  await raisesHand(other)
  await direct(organiser, 'nextTurn', { room: 'plenary' })
  const turn = () => state().floors['plenary']?.turn ?? null
  await until('somebody has the floor', turn)
  expect(turn()?.person, '[F2] whoever is away is passed over').toBe(other.person)
  await press(other.page, /^Begin/)
  await press(other.page, 'Ik ben klaar')
  await until('the turn is over', () => turn() === null)
  await goes('announceSplit', 'tables')
  const table = state().seating?.seats[other.person]
  await direct(organiser, 'movePerson', { person: sleeper.person, table })
  await isAt(other, /^Tafel \d/)
  const isGivenUp = async () => (await roomsOf(sleeper.person)).length === 0
  await until('the media server has given them up', isGivenUp, GIVEN_UP_MS)
}

test(
  '[V17] [F2] [T4] asleep for four minutes while the tables change: awake, at the new table within 10 s without a press',
  { timeout: ASLEEP_MS + 80_000 },
  async () => {
    await raisesHand(sleeper)
    await direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
    await press(sleeper.page, /^Zet microfoon aan/)
    await until('they are heard', () => sfu.sounding(sleeper.person), 20_000)

    const slept = performance.now()
    const wakes = await fallsFastAsleep(telephone, sleeper.page)
    try {
      await othersGoOn()
      const left = () => ASLEEP_MS - (performance.now() - slept)
      await until('it slept long enough', () => left() <= 0, ASLEEP_MS)
    } finally {
      await wakes()
    }

    const late = performance.now() + BACK_MS
    const left = () => Math.max(1, late - performance.now())
    const { number } = state().tables[state().seating?.seats[other.person] ?? ''] ?? {}
    await isAt(sleeper, new RegExp(`^Tafel ${number}\\b`), left())
    const isThere = async () => {
      const [room, ...more] = await roomsOf(sleeper.person)
      return more.length === 0 && (await roomsOf(other.person)).join() === room
    }
    await until('sound and picture are at that table only', isThere, left())
    await until('they are seen to be there', () => presence[sleeper.person] === 'here', left())
    console.info(`back at the table ${Math.round(BACK_MS - left())} ms after waking`)
    expect(await sleeper.page.getByRole('button', { name: /^Zet microfoon uit/ }).count()).toBe(0)
    expect(await sfu.sounding(sleeper.person), 'nobody is unmuted from afar').toBe(false)
    expect(waiting(), 'the hand has kept its place').toEqual([sleeper.person])
  },
)
