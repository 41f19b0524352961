import { expect, test, vi } from 'vitest'
import { replay } from '../../shared/dialogue/apply.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { threeInPlenary } from '../support/three.ts'
import { redeem } from '../support/visitor.ts'

/** Title and time are in the log like everything else: whoever replays it gets what the screens show. */
const { house, database, restart } = ownHouse()

const logOf = (session: string): Promise<RecordedEvent[]> => house.store.events.read(session)
const replayed = async (session: string) => {
  const { dialogue, startsAt } = replay(await logOf(session))
  return { title: dialogue.title, startsAt }
}

const EDIT = { title: 'Groen en water', date: '2026-12-01', from: '19:30', to: '21:30' }
const EDITED = { title: 'Groen en water', startsAt: Date.parse('2026-12-01T18:30:00.000Z') }

test('a change of title and time reaches everybody as an event, and is in the log once', async () => {
  const { session, saskia, riet, mehmet } = await threeInPlenary(house)
  expect((await saskia.visitor.send('PATCH', 'api/dialogue', EDIT)).status).toBe(200)
  const told = await riet.line.next('event', ({ recorded }) => recorded.event.type === 'DialogueSet')
  expect(told.recorded.event).toEqual({ type: 'DialogueSet', ...EDITED })
  await expect.poll(() => mehmet.line.state().dialogue.title).toBe('Groen en water')
  expect(riet.line.state().startsAt).toBe(EDITED.startsAt)
  expect(await replayed(session)).toEqual(EDITED)
  // the same once more changes nothing
  expect((await saskia.visitor.send('PATCH', 'api/dialogue', EDIT)).status).toBe(200)
  const changes = (await logOf(session)).filter(({ event }) => event.type === 'DialogueSet')
  expect(changes).toHaveLength(1)
  // nobody sets it over the socket: the dialogue's own table would not know
  expect(await saskia.line.command('setDialogue', { title: 'x', startsAt: null })).toMatchObject({
    ok: false,
  })
  for (const { line } of [saskia, riet, mehmet]) await line.close()
})

test('who comes back after the change catches up event by event, also after the session has ended', async () => {
  const { session, saskia, riet, mehmet } = await threeInPlenary(house)
  await saskia.line.command('endSession', {})
  await expect.poll(() => riet.line.state().phase.name).toBe('ended')
  const before = riet.line.state()
  await riet.line.close()
  expect((await saskia.visitor.send('PATCH', 'api/dialogue', EDIT)).status).toBe(200)
  const back = openLine(riet.visitor, { lastSeq: before.seq, session: before.id, state: before })
  const welcome = await back.next('welcome')
  expect(back.state().dialogue.title).toBe('Groen en water')
  expect([welcome.snapshot, welcome.tail.map(({ event }) => event.type)]).toEqual([null, ['DialogueSet']])
  expect(await replayed(session)).toEqual(EDITED)
  for (const line of [saskia.line, mehmet.line, back]) await line.close()
})

test('a change the log could not take up is not called saved, and is taken up when the session is opened next', async () => {
  const { people, session, dialogue } = await seat(house, [somebody('Saskia', 'organiser')])
  if (!people['Saskia']) throw new Error('nobody there')
  const visitor = await redeem(house.link(people['Saskia']))
  const append = vi.spyOn(house.store.events, 'append').mockRejectedValueOnce(new Error('away'))
  expect((await visitor.send('PATCH', 'api/dialogue', EDIT)).status).toBe(503)
  append.mockRestore()
  expect(await replayed(session)).toEqual({ title: 'Proef', startsAt: null })
  await restart()
  await house.open.sessions.of(dialogue)
  expect(await replayed(session)).toEqual(EDITED)
})

test('a log of an earlier release, with the title in the table only, opens with the right one and has it from then on', async () => {
  const { people, session, dialogue } = await seat(house, [somebody('Saskia', 'organiser')])
  if (!people['Saskia']) throw new Error('nobody there')
  const visitor = await redeem(house.link(people['Saskia']))
  // what an earlier release did with a change
  await database.query('update dialogues set title = $2, starts_at = $3 where id = $1', [
    dialogue,
    'De oude titel',
    2_000_000,
  ])
  expect(await replayed(session)).toEqual({ title: 'Proef', startsAt: null })
  await restart()
  const line = openLine(visitor)
  await line.next('welcome')
  expect(line.state()).toMatchObject({ dialogue: { title: 'De oude titel' }, startsAt: 2_000_000 })
  expect(await replayed(session)).toEqual({ title: 'De oude titel', startsAt: 2_000_000 })
  await line.close()
  const { length } = await logOf(session)
  await restart()
  await house.open.sessions.of(dialogue)
  expect(await logOf(session)).toHaveLength(length)
  expect(await house.store.events.verify(session)).toBeNull()
})

test('a name that somebody changed when coming in is on the page with the links', async () => {
  const { people } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  if (!people['Saskia'] || !people['Riet']) throw new Error('nobody there')
  const saskia = await redeem(house.link(people['Saskia']))
  const names = async () => (await saskia.get<LinkRow[]>('api/links')).map(({ name }) => name)
  expect(await names()).toEqual(['Saskia', 'Riet'])
  await redeem(house.link(people['Riet']), { name: 'Rietje' })
  expect(await names()).toEqual(['Saskia', 'Rietje'])
})
