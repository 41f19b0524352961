import { TrackSource } from '@livekit/rtc-node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { asideRoom } from '../../shared/dialogue/aside.ts'
import { roomVersion } from '../../shared/dialogue/places.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { atTables, does, speaksApart, talksApart } from '../domain/support/sentence.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { BOT_RATE } from '../support/bot.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

let world: MediaWorld
let session: ReturnType<typeof sessionsIn>
beforeAll(async () => {
  world = await startMediaWorld()
  session = sessionsIn(world)
})
afterEach(() => world.rest())
afterAll(() => world.close())

const nameOf = (state: SessionState, room: string, version: number) =>
  world.store.name(state.id, room, version, 'none')
const tableOf = (state: SessionState) => nameOf(state, 't1', roomVersion(state, 't1'))
const asideOfAns = (state: SessionState) =>
  nameOf(state, asideRoom('Ans'), state.help.find(({ person }) => person === 'Ans')?.aside?.version ?? -1)

const WORDS = atRate(readWav('tests/support/voices/samen-zoeken.wav'), BOT_RATE)

/** What Ans may send there, by the SFU's own word. */
const mayAt = async (name: string) =>
  (await world.rooms.participants(name)).find(({ identity }) => identity.startsWith('Ans:'))?.sending

/** Who is in this SFU room, and which of them send sound that is let through: asked at the SFU itself. */
async function thereIn(name: string) {
  const there = (await world.rooms.participants(name)).filter(
    ({ identity }) => !identity.startsWith('listener'),
  )
  const people = (those: typeof there): PersonId[] =>
    those.map(({ identity }) => identity.split(':')[0] ?? '').toSorted()
  return { people: people(there), sounding: people(there.filter((one) => one.sounding && !one.muted)) }
}

test('a talk apart is a room of its own at the SFU: a random name, those two, and no listener', async () => {
  const { id, state } = session(atTables, talksApart('Ans'))
  await Promise.all([world.joinApart(state(), 'Ans'), world.joinApart(state(), 'Henk')])
  const name = await asideOfAns(state())
  expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/)
  const everybody = await world.rooms.participants(name)
  expect(everybody.map(({ identity }) => identity.split(':')[0]).toSorted()).toEqual(['Ans', 'Henk'])
  for (const person of ['Bram', 'Femke', 'Olga', 'Toos', 'Tariq'])
    expect([person, await world.media.passApart(state(), person)]).toEqual([person, null])
  expect((await world.store.all(id)).filter(({ room }) => room.startsWith('aside:'))).toHaveLength(1)
})

test('[F9] who asked sends sound there only after their own press, and then none at the table', async () => {
  const { state, goesOn } = session(atTables, talksApart('Ans'))
  const [table, apart] = [await world.join(state(), 'Ans'), await world.joinApart(state(), 'Ans')]
  const [atTable, aside] = [await tableOf(state()), await asideOfAns(state())]
  expect(await mayAt(atTable)).toMatchObject({ microphone: true })
  expect(await mayAt(aside)).toEqual({ microphone: false, camera: false, screen: false })
  goesOn(speaksApart('Ans'))
  await until('the press is known to the SFU', async () => (await mayAt(aside))?.microphone)
  expect(await mayAt(atTable)).toMatchObject({ microphone: false })
  goesOn(speaksApart('Ans', false))
  await until('the table hears again', async () => (await mayAt(atTable))?.microphone)
  await until('the talk apart does not', async () => !(await mayAt(aside))?.microphone)
  expect([table.room.isConnected, apart.room.isConnected]).toEqual([true, true])
})

test('[F9, S1] what is whispered is in no track of the table, is heard by the helper, and takes no speaking time', async () => {
  const { state, goesOn } = session(atTables, talksApart('Ans'), speaksApart('Ans'))
  // Eva sits at the table of Ans
  const [eva, ans, henk] = await Promise.all([
    world.join(state(), 'Eva'),
    world.joinApart(state(), 'Ans'),
    world.joinApart(state(), 'Henk'),
  ])
  const ansAtTable = await world.join(state(), 'Ans')
  await Promise.all([ans.publish(), henk.publish()])
  const from = world.told.length
  const levels = Promise.all([eva.loudestIn(4_000), henk.loudestIn(4_000), ans.loudestIn(4_000)])
  ans.play(WORDS)
  henk.play(WORDS)
  const [table, aside] = [await tableOf(state()), await asideOfAns(state())]
  await until('both sound there', async () => (await thereIn(aside)).sounding.length === 2)
  expect((await thereIn(aside)).people).toEqual(['Ans', 'Henk'])
  expect(await thereIn(table)).toEqual({ people: ['Ans', 'Eva'], sounding: [] })
  const [atTable, atHelper, atAsker] = await levels
  expect(atTable).toBeLessThan(0.01)
  expect(Math.min(atHelper, atAsker)).toBeGreaterThan(0.05)
  const heard = () =>
    world.told
      .slice(from)
      .filter(({ kind }) => kind === 'spoke')
      .map(({ kind }) => kind)
  expect(heard()).toEqual([])
  // the same words, said to the table, are measured: the listener was there all the time
  goesOn(speaksApart('Ans', false))
  await until('the SFU takes her sound at the table', async () => (await mayAt(table))?.microphone)
  await ansAtTable.publish()
  ansAtTable.play(WORDS)
  await until('the table hears', () => heard().length > 0, 10_000)
})

test('their screen is let through after their own press, and to nobody but the helper', async () => {
  const { state, goesOn } = session(atTables, talksApart('Ans'))
  const ans = await world.joinApart(state(), 'Ans')
  const aside = await asideOfAns(state())
  const may = async () =>
    (await world.rooms.participants(aside)).find(({ identity }) => identity === ans.identity)
  expect((await may())?.sending.screen).toBe(false)
  goesOn(does('Ans', 'setAside', () => ({ speaks: false, screen: true })))
  await until('the SFU takes the screen', async () => (await may())?.sending.screen)
  expect(await may()).toMatchObject({ sending: { microphone: false, camera: false }, beyond: false })
  // sound of the screen is not what was allowed
  void ans.publish(TrackSource.SOURCE_SCREENSHARE_AUDIO).catch(() => undefined)
  await world.media.passApart(state(), 'Henk')
  expect((await may())?.sounding).toBe(false)
})

test('when it ends both are out at once, and nobody comes back with the pass of it', async () => {
  const { state, goesOn } = session(atTables, talksApart('Ans'))
  const [ans, henk, atTable] = await Promise.all([
    world.joinApart(state(), 'Ans'),
    world.joinApart(state(), 'Henk'),
    world.join(state(), 'Ans'),
  ])
  const before = await asideOfAns(state())
  goesOn(does('Henk', 'closeAside', () => ({ person: 'Ans' })))
  await until('both are out', () => !ans.room.isConnected && !henk.room.isConnected, 3_000)
  await until('the room is gone', async () => (await world.rooms.existing([before])).size === 0, 5_000)
  expect(atTable.room.isConnected).toBe(true)
  goesOn(does('Henk', 'openAside', () => ({ person: 'Ans' })))
  await world.media.passApart(state(), 'Ans')
  expect(await asideOfAns(state())).not.toBe(before)
})

test('a restart of the server leaves two people who talk apart where they are', async () => {
  const { state } = session(atTables, talksApart('Ans'))
  const henk = await world.joinApart(state(), 'Henk')
  await world.restart()
  world.media.follow(state())
  await until('the server has looked', async () => world.media.available())
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(henk.room.isConnected).toBe(true)
})
