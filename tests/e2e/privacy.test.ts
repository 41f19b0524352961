import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Voice } from '../../server/voices/voice.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen } from '../support/ear.ts'
import { gather, recall, split, voicesAt } from '../support/meeting.ts'
import { until } from '../support/until.ts'
import type { Meeting } from '../support/meeting.ts'
import { startProduct } from '../support/product.ts'
import type { Product } from '../support/product.ts'
import { enter } from '../support/resident.ts'
import type { Resident } from '../support/resident.ts'
import { sfuOf } from '../support/sfuView.ts'
import { redeem } from '../support/visitor.ts'

let product: Product
let meeting: Meeting
let browser: Browser
let resident: Resident

beforeAll(async () => {
  product = await startProduct()
  meeting = await gather(product, { browsersAtTable: [1], hear: true })
  await meeting.direct(meeting.organiser, 'openPlenary', {})
  browser = await launchChromium()
  resident = await enter(browser, meeting.seatsLeft[0]?.url ?? '')
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await meeting?.close()
  await product?.stop()
}, 120_000)

/** Seconds of a tone without a pause, so that any gap is a gap of the connection. */
function hum(seconds: number): Int16Array {
  const samples = new Int16Array(16_000 * seconds)
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = 6_000 * Math.sin((2 * Math.PI * 220 * at) / 16_000)
  return samples
}

/** Longer than the way takes on a busy machine: it goes on while the next tests run. */
const HUM_SECONDS = 40

test('[T3] in Chromium the way from plenary to table leaves no more than 300 ms without sound', async () => {
  const { organiser } = meeting
  const table = meeting.state().tableOrder[0] ?? ''
  const latecomer = meeting.seatsLeft[0]?.person ?? ''
  if (meeting.state().phase.name === 'tables') await recall(meeting)
  await meeting.direct(organiser, 'seatPerson', { person: latecomer, table: null })
  await split(meeting)
  await meeting.direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
  const ear = await listen(resident.page)
  const [neighbour, witness] = voicesAt(meeting, table) as [Voice, Voice]
  const heardBefore = witness.heardMs().get(neighbour.person) ?? 0
  const humming = [organiser, neighbour].map((voice) => voice.say(hum(HUM_SECONDS)))
  const hummed = Promise.race(humming).then(() => Promise.reject(new Error('the humming is over')))
  const way = async () => {
    await until('the plenary hums', async () => (await ear.firstSoundAfter(0)) !== null, 20_000)
    await until(
      'the table hums',
      () => (witness.heardMs().get(neighbour.person) ?? 0) > heardBefore + 1_000,
      20_000,
    )
    const from = await ear.now()
    await meeting.direct(organiser, 'movePerson', { person: latecomer, table })
    await resident.page.getByRole('heading', { level: 1, name: 'Tafel 1' }).waitFor()
    await resident.page.waitForTimeout(4_000)
    return ear.longestSilence(from, await ear.now())
  }
  // a silence says something of the way only while both hum
  expect(await Promise.race([way(), hummed])).toBeLessThanOrEqual(300)
})

test('[T3] at the SFU every table has exactly its own people, under a random name', async () => {
  await until(
    'everybody has the sound of their table',
    () => meeting.voices.every((voice) => voice.room() === meeting.state().seating?.seats[voice.person]),
    20_000,
  )
  const everybody = [meeting.organiser, ...meeting.facilitators, ...meeting.voices].map(
    ({ person }) => person,
  )
  const should = new Map<string, string[]>()
  for (const person of [...everybody, meeting.seatsLeft[0]?.person ?? '']) {
    const place = placeOf(meeting.state(), person) ?? ''
    should.set(place, [...(should.get(place) ?? []), person].toSorted())
  }
  const asText = (rooms: Map<string, string[]>) =>
    [...rooms.values()].map((people) => people.join(' ')).toSorted()
  await until(
    'the rooms at the SFU hold who belongs there',
    async () => {
      const there = asText(await roomsAtSfu())
      return there.join('\n') === asText(should).join('\n')
    },
    20_000,
  )
  const rooms = await roomsAtSfu()
  expect(should.size).toBe(meeting.state().tableOrder.length + 1)
  for (const name of rooms.keys()) for (const id of meeting.state().tableOrder) expect(name).not.toContain(id)
})

test('[T3] nobody at table 1 hears table 2: no audio frame arrives', async () => {
  const [one, two] = meeting.state().tableOrder.map((id) => voicesAt(meeting, id)) as [Voice[], Voice[]]
  const before = one.map((voice) => new Map(voice.heardMs()))
  await (two[0] as Voice).say(join('tests', 'support', 'voices', 'ruimte-geven.wav'))
  const neighbour = () => (two[1] as Voice).heardMs().get((two[0] as Voice).person) ?? 0
  await until('their own table hears it', () => neighbour() > 1_000, 10_000)
  for (const [index, voice] of one.entries())
    for (const other of two)
      expect(voice.heardMs().get(other.person) ?? 0).toBe(before[index]?.get(other.person) ?? 0)
})

test('nobody at table 1 reads table 2: the document server closes with "forbidden", for every person and table', async () => {
  const rows = (await product.everybody()).filter((row) => row.role === 'participant')
  const seats = meeting.state().seating?.seats ?? {}
  for (const row of rows.slice(0, 6)) {
    const visitor = await redeem(row.url, { takeOver: '1' })
    const { epochs } = await visitor.get<MeReply>('api/me')
    for (const table of meeting.state().tableOrder) {
      const code = await tryDocument(visitor.home, visitor.cookie, table, epochs[table] ?? 1)
      expect(code).toBe(seats[row.person] === table ? 'open' : CLOSE.forbidden)
    }
  }
})

function tryDocument(home: string, cookie: string, table: string, epoch: number): Promise<number | 'open'> {
  return new Promise((resolve, reject) => {
    const url = `${home.replace(/^http/, 'ws')}docs/${table}?epoch=${epoch}`
    const socket = new WebSocket(url, { headers: { cookie, origin: new URL(home).origin } })
    socket.on('message', () => {
      resolve('open')
      socket.close()
    })
    socket.on('close', (code) => resolve(code))
    socket.on('error', reject)
  })
}

/** Who is in which room, the listener and empty rooms left out. */
async function roomsAtSfu(): Promise<Map<string, string[]>> {
  const rooms = new Map<string, string[]>()
  for (const [name, participants] of await sfuOf(product).rooms()) {
    const identities = participants.map(({ identity }) => identity.split(':')[0] ?? '')
    const people = identities.filter((person) => person !== 'listener').toSorted()
    if (people.length > 0) rooms.set(name, people)
  }
  return rooms
}
