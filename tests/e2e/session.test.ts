import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lengthOf } from '../../shared/dialogue/time/intervals.ts'
import { nothingBetween, withPauses } from '../../shared/dialogue/time/pauses.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { Voice } from '../../server/voices/voice.ts'
import { launchChromium } from '../support/chromium.ts'
import { gather, recall, split, voicesAt } from '../support/meeting.ts'
import { until } from '../support/until.ts'
import type { Meeting } from '../support/meeting.ts'
import { startProduct } from '../support/product.ts'
import type { Product } from '../support/product.ts'
import { choose, enter, press } from '../support/resident.ts'
import type { Resident } from '../support/resident.ts'
import { redeem } from '../support/visitor.ts'

const VOICES = join('tests', 'support', 'voices')
const SENTENCES = ['eerlijk-zeggen', 'samen-zoeken', 'ruimte-geven', 'jongeren-erbij']
const wav = (name: string) => join(VOICES, `${name}.wav`)

interface Recording {
  durationMs: number
  speech: [number, number][]
}
const recording = (name: string) =>
  JSON.parse(readFileSync(join(VOICES, `${name}.json`), 'utf8')) as Recording
const lengthIn = (names: string[]) => names.reduce((sum, name) => sum + recording(name).durationMs, 0)

/** Milliseconds that are the speaker's when these are said one after the other: spoken, with the pauses that are theirs. */
function spokenIn(names: string[]): number {
  let from = 0
  const speech = names.flatMap((name) => {
    const about = recording(name)
    const own = about.speech.map(([start, end]) => ({ startMs: from + start, endMs: from + end }))
    from += about.durationMs
    return own
  })
  return lengthOf(withPauses(speech, nothingBetween))
}

let product: Product
let meeting: Meeting
const browsers: Browser[] = []
const residents: Resident[] = []

beforeAll(async () => {
  product = await startProduct()
  meeting = await gather(product, { browsersAtTable: [2, 2] })
  for (const [index] of meeting.seatsLeft.entries())
    browsers.push(
      await launchChromium({ voice: join(process.cwd(), wav(SENTENCES[index] ?? 'eerlijk-zeggen')) }),
    )
}, 600_000)

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await meeting?.close()
  await product?.stop()
}, 120_000)

const table = (index: number): TableId => meeting.state().tableOrder[index] ?? ''
const facilitatorOf = (id: TableId): Voice => {
  const person = meeting.state().tables[id]?.facilitators[0]
  const voice = meeting.facilitators.find((each) => each.person === person)
  if (!voice) throw new Error('the table has no facilitator')
  return voice
}

/** A voice's whole turn: it begins when offered, speaks, and ends it. */
async function takeTurn(voice: Voice, room: string, ...sentences: string[]): Promise<void> {
  const mine = () => {
    const turn = voice.state()?.floors[room]?.turn
    return turn?.person === voice.person ? turn : null
  }
  const turn = await until(`${voice.name} is offered the floor`, mine, 120_000)
  await meeting.direct(voice, 'startTurn', { room, turn: turn.id })
  for (const sentence of sentences) await voice.say(wav(sentence))
  await meeting.direct(voice, 'endTurn', { room, turn: turn.id })
}

/** The same in a browser, with the presses of a person; the fake microphone says its sentence over and over. */
async function takeTurnInBrowser({ page }: Resident): Promise<void> {
  await page.getByRole('button', { name: /^Begin/ }).click({ timeout: 120_000 })
  await page.waitForTimeout(4_000)
  await press(page, /klaar/i)
}

describe('a session of sixteen people, four of them in browsers', () => {
  test('everybody comes in with at most three presses and meets in the plenary', async () => {
    residents.length = 0
    for (const [index, row] of meeting.seatsLeft.entries()) {
      const browser = browsers[index]
      if (browser) residents.push(await enter(browser, row.url))
    }
    await meeting.direct(meeting.organiser, 'openPlenary', {})
    for (const { page } of residents)
      await page.getByRole('heading', { level: 1, name: /grote zaal/i }).waitFor()
    const participants = () =>
      Object.values(meeting.state().people).filter(({ role }) => role === 'participant')
    expect(participants()).toHaveLength(16)
    await until('everybody has joined', () => participants().every(({ joined }) => joined), 20_000)
  })

  test('the plenary hears whoever has the floor, in every browser', async () => {
    const speaker = meeting.voices[0] as Voice
    await meeting.direct(speaker, 'raiseHand', { room: 'plenary' })
    await meeting.direct(meeting.organiser, 'nextTurn', { room: 'plenary' })
    const talking = takeTurn(speaker, 'plenary', ...SENTENCES)
    await Promise.all(
      residents.map(({ page }, index) =>
        until(`sound plays in browser ${index + 1}`, () => soundPlays(page), 20_000),
      ),
    )
    await talking
  })

  test('[T1] [T4] the split brings everybody to the table they are seated at', async () => {
    await split(meeting)
    for (const [index, { page }] of residents.entries())
      await page.getByRole('heading', { level: 1, name: `Tafel ${index < 2 ? 1 : 2}` }).waitFor()
    expect(Object.keys(meeting.state().seating?.seats ?? {})).toHaveLength(16)
  })

  test('[F6] a round at every table gives everybody one turn', async () => {
    await Promise.all(meeting.state().tableOrder.map((id) => round(id)))
    for (const id of meeting.state().tableOrder) {
      const seated = Object.entries(meeting.state().seating?.seats ?? {}).filter(([, at]) => at === id)
      expect(seated.length).toBeGreaterThan(0)
      for (const [person] of seated) expect([person, turnsBegun(id, person)]).toEqual([person, 1])
    }
  })

  /** As the table's facilitator was told. */
  function turnsBegun(room: TableId, person: PersonId): number {
    const turns = new Map<string, string>()
    const begun = new Set<string>()
    for (const frame of meeting.frames.get(facilitatorOf(room).person) ?? []) {
      if (frame.kind !== 'event') continue
      const { event } = frame.recorded
      if (event.type === 'FloorGranted' && event.room === room) turns.set(event.turn.id, event.turn.person)
      if (event.type === 'TurnStarted' && event.room === room) begun.add(event.turn)
    }
    return [...begun].filter((turn) => turns.get(turn) === person).length
  }

  async function round(id: TableId): Promise<void> {
    await meeting.direct(facilitatorOf(id), 'setMode', { room: id, mode: 'round' })
    await meeting.direct(facilitatorOf(id), 'nextTurn', { room: id })
    const here = residents.filter((_, index) => table(index < 2 ? 0 : 1) === id)
    const byVoices = voicesAt(meeting, id).map((voice) => takeTurn(voice, id, 'samen-zoeken'))
    const facilitator = facilitatorOf(id)
    const order = meeting.state().floors[id]?.round?.order ?? []
    const leading = order.includes(facilitator.person) ? [takeTurn(facilitator, id, 'ruimte-geven')] : []
    await Promise.all([...byVoices, ...leading, ...here.map((resident) => takeTurnInBrowser(resident))])
    await until('the round is over', () => !meeting.state().floors[id]?.turn, 20_000)
  }

  test('each table writes, the browsers too, and every screen says it is saved', async () => {
    for (const id of meeting.state().tableOrder.slice(2))
      await (voicesAt(meeting, id)[0] as Voice).type(
        `Tafel ${meeting.state().tables[id]?.number} spreekt dit af.`,
      )
    for (const [index, { page }] of [residents[0] as Resident, residents[2] as Resident].entries()) {
      await press(page, 'Nieuwe afspraak')
      await page.getByRole('textbox', { name: 'Titel' }).fill(`Vroeg aan tafel ${index + 1}`)
      await page.getByRole('textbox', { name: 'Tekst van de afspraak' }).click()
      await page.keyboard.type('Inwoners zitten aan tafel *voor* er een plan ligt.')
      await page.getByText('Opgeslagen').first().waitFor()
    }
    const neighbour = residents[1]?.page
    // the writer's cursor stands in it as well
    await neighbour
      ?.getByRole('textbox', { name: 'Tekst van de afspraak' })
      .filter({ hasText: 'Inwoners zitten aan tafel *voor* er een plan ligt.' })
      .waitFor()
  })

  test('[T6] recall brings everybody back, and all may read what each table wrote', async () => {
    await recall(meeting)
    for (const { page } of residents)
      await page.getByRole('heading', { level: 1, name: /grote zaal/i }).waitFor()
    expect(meeting.state().shared).toBe(true)
  })

  test('the organiser downloads exactly what was typed', async () => {
    const organiser = await redeem(product.links.organiser)
    const json = await organiser.text('api/export.json')
    const markdown = await organiser.text('api/export.md')
    for (const number of [1, 2]) expect(json).toContain(`Vroeg aan tafel ${number}`)
    for (const number of [3, 4]) expect(json).toContain(`Tafel ${number} spreekt dit af.`)
    expect(json.match(/Inwoners zitten aan tafel \*voor\* er een plan ligt\./g)).toHaveLength(2)
    expect(markdown).toContain('Inwoners zitten aan tafel \\*voor\\* er een plan ligt.')
  })

  test('nothing went wrong in any window: no script error, no foreign host', () => {
    expect(residents.flatMap(({ faults }) => faults)).toEqual([])
  })
})

/** An audio element that is not muted, not paused, and moves. */
const soundPlays = (page: Resident['page']): Promise<boolean> =>
  page.evaluate(async () => {
    const live = () =>
      [...document.querySelectorAll('audio')].filter(
        (audio) =>
          !audio.muted && !audio.paused && audio.srcObject instanceof MediaStream && audio.srcObject.active,
      )
    const before = live().map((audio) => audio.currentTime)
    await new Promise((resolve) => setTimeout(resolve, 400))
    return live().some((audio, index) => audio.currentTime > (before[index] ?? Infinity))
  })

/** Milliseconds per person as the organiser's overview has them now, all rooms together. */
function balances(): Map<string, number> {
  const last = (meeting.frames.get(meeting.organiser.person) ?? []).findLast(
    (frame) => frame.kind === 'meter',
  )
  const sums = new Map<string, number>()
  if (last?.kind !== 'meter') return sums
  for (const { person, spokenMs } of last.meter.rooms.flatMap(({ people }) => people))
    sums.set(person, Math.max(sums.get(person) ?? 0, 0) + spokenMs)
  return sums
}

describe('speaking time', () => {
  test('[S1] is within 10 % per person of what was really spoken, over plenary and table', async () => {
    const [first, second] = meeting.voices as [Voice, Voice]
    const before = balances()
    await meeting.direct(meeting.organiser, 'setMode', { room: 'plenary', mode: 'free' })
    // sixteen microphones get their permission
    await pause(2_000)
    const script: [Voice, string[]][] = [
      [first, ['eerlijk-zeggen', 'vroeg-meepraten']],
      [second, ['kosten-en-tijd', 'resultaat-laten-zien']],
    ]
    const spoken: { voice: Voice; least: number; most: number }[] = []
    for (const [voice, sentences] of script) {
      const truth = spokenIn(sentences)
      // the voice's own process may be held up while it speaks: short pauses that are the speaker's as well
      let heldUp = -lengthIn(sentences)
      for (const name of sentences) {
        const { startMs, endMs } = await voice.say(wav(name))
        heldUp += endMs - startMs
      }
      spoken.push({ voice, least: 0.9 * truth, most: 1.1 * truth + Math.max(0, heldUp) })
    }
    const measured = (voice: Voice) => (balances().get(voice.person) ?? 0) - (before.get(voice.person) ?? 0)
    const nearlyAll = () => spoken.every(({ voice, least }) => measured(voice) > least)
    // a busy machine hears late; what was not heard by then is missing
    await until('nearly all is heard', nearlyAll, 12_000).catch(() => undefined)
    // and what is too much would come now
    await pause(3_000)
    for (const { voice, least, most } of spoken) {
      expect(measured(voice)).toBeGreaterThan(least)
      expect(measured(voice)).toBeLessThan(most)
    }
  })

  test('[S3] [S4] nobody but the organiser was ever sent a figure of somebody else', () => {
    const meters = (person: PersonId) =>
      (meeting.frames.get(person) ?? []).flatMap((frame) => (frame.kind === 'meter' ? [frame.meter] : []))
    for (const { person } of meeting.voices) {
      // told whenever their own time is another one
      expect(meters(person).length).toBeGreaterThan(3)
      for (const { rooms } of meters(person)) expect(rooms).toEqual([])
    }
    for (const { person } of meeting.facilitators) {
      const rooms = meters(person).flatMap((meter) => meter.rooms.map(({ room }) => room))
      expect(rooms.length).toBeGreaterThan(10)
      for (const room of rooms) expect(meeting.state().tables[room]?.facilitators).toContain(person)
    }
  })
})

describe('places', () => {
  test('[T4] a reload lands where the person is seated', async () => {
    if (meeting.state().phase.name !== 'tables') await split(meeting)
    const page = residents[3]?.page
    await page?.reload()
    await page?.getByRole('heading', { level: 1, name: 'Tafel 2' }).waitFor()
    expect(placeOf(meeting.state(), meeting.seatsLeft[3]?.person ?? '')).toBe(table(1))
  })
})

describe('other ways to take part', () => {
  const WORDS = 'Ik woon hier al dertig jaar.'

  test('[F3] a turn is typed, read by the others at the table, and still there after a reload', async () => {
    const [writer, reader] = residents as [Resident, Resident]
    const room = table(0)
    await meeting.direct(facilitatorOf(room), 'setMode', { room, mode: 'firstCome' })
    await choose(writer.page, 'Ik typ liever')
    await until(
      'the hand is up',
      () => meeting.state().floors[room]?.queue.some(({ typed }) => typed),
      20_000,
    )
    await meeting.direct(facilitatorOf(room), 'nextTurn', { room })
    await press(writer.page, /^Begin/)
    await writer.page.getByLabel('Typ wat u wilt zeggen').fill(WORDS)
    await press(writer.page, 'Verstuur, ik ben klaar')
    await reader.page.getByLabel('Wat er getypt is').getByText(WORDS).waitFor()
    await reader.page.reload()
    await reader.page.getByLabel('Wat er getypt is').getByText(WORDS).waitFor()
    expect(await residents[2]?.page.getByText(WORDS).count()).toBe(0)
  })

  test('[F3] [S2] somebody goes on by telephone: whoever leads takes their turn for them, and the turn counts as theirs', async () => {
    const room = table(1)
    const leader = facilitatorOf(room)
    const guest = voicesAt(meeting, room)[0] as Voice
    await meeting.direct(leader, 'setMode', { room, mode: 'firstCome' })
    await meeting.direct(leader, 'setPhone', { person: guest.person, phone: true })
    await meeting.direct(leader, 'raiseFor', { room, person: guest.person })
    await meeting.direct(leader, 'nextTurn', { room })
    const turn = await until(
      'the guest has the floor',
      () => {
        const now = meeting.state().floors[room]?.turn
        return now?.person === guest.person ? now : null
      },
      20_000,
    )
    await meeting.direct(leader, 'startTurn', { room, turn: turn.id })
    const before = balances().get(guest.person) ?? 0
    await residents[2]?.page
      .getByText(/telefoon/)
      .first()
      .waitFor()
    await pause(3_000)
    await meeting.direct(leader, 'endTurn', { room, turn: turn.id })
    await until('the turn counts', () => (balances().get(guest.person) ?? 0) - before > 2_000, 20_000)
  })
})
