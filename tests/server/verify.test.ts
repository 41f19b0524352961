import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createNightly } from '../../server/keeping/nightly.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { until } from '../support/until.ts'

const { house, database } = ownHouse()
let evening: CanaryEvening

beforeEach(async () => void (evening = await canaryEvening(house)))
afterEach(async () => {
  await evening.close()
  const left = await house.store.people.dialogue(evening.dialogue)
  if (left) await house.open.services.dialogues.remove(left)
})

const verify = () =>
  spawnSync(process.execPath, ['--import', 'tsx', 'server/verify.ts'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
  })
const wrong = async () => (await house.store.inspect()).wrong

test('the command says that everything fits, and with one byte altered the first line that does not', async () => {
  const sound = verify()
  expect([sound.status, sound.stderr]).toEqual([0, ''])
  expect(sound.stdout).toContain('Alles klopt: 1 logboeken en')
  const [line] = await database.query<{ seq: number }>(
    `update events set event = replace(event::text, 'Welkom', 'Welkon')::json
     where session_id = $1 and event ->> 'type' = 'Announced' returning seq`,
    [evening.session],
  )
  expect(line?.seq).toBeGreaterThan(1)
  const altered = verify()
  expect(altered.status).toBe(1)
  expect(altered.stdout).toContain(
    `bijeenkomst ${evening.session}: regel ${line?.seq} van het logboek klopt niet`,
  )
}, 60_000)

const alter = (what: string) => database.query(`${what} and session_id = $1`, [evening.session])

test('neither another time, nor another actor, nor another hash, nor a line that is gone stays unseen', async () => {
  const { session, dialogue } = evening
  const first = async (alteration: string, mended: string) => {
    await alter(alteration)
    const [found] = await wrong()
    await alter(mended)
    expect(await wrong()).toEqual([])
    return found
  }
  const at = (seq: number) => ({ kind: 'log', dialogue, session, seq })
  expect(
    await first('update events set at = at + 1 where seq = 3', 'update events set at = at - 1 where seq = 3'),
  ).toEqual(at(3))
  expect(
    await first(
      `update events set actor = actor || 'x' where seq = 4`,
      `update events set actor = left(actor, -1) where seq = 4`,
    ),
  ).toEqual(at(4))
  const flip = 'update events set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where seq = 5'
  expect(await first(flip, flip)).toEqual(at(5))
  const { length } = await house.store.events.read(session)
  await alter(`delete from events where seq = ${length}`)
  expect(await wrong()).toEqual([at(length)])
  await alter(`delete from events where seq = 6`)
  expect(await wrong()).toEqual([at(6)])
})

test('a long log from which somebody was taken out fits again, over every piece in which it was written anew', async () => {
  const { session, dialogue, canary } = evening
  const { length: after } = await house.store.events.read(session)
  const texts = Array.from({ length: 1_200 }, (_, index) =>
    index === 700 ? `Dag ${CANARY}` : `Regel ${index}`,
  )
  const events = texts.map((text) => ({ type: 'Announced' as const, text }))
  const entry = { session, after, at: Date.now(), actor: 'system' as const, commandId: null }
  expect((await house.store.events.append({ ...entry, answer: { ok: true }, events })).ok).toBe(true)
  const people = [{ person: canary.row.id, word: 'een inwoner', out: true }]
  await house.store.erasure.erase({ dialogue, people, at: Date.now(), actor: 'system' })
  expect(await wrong()).toEqual([])
  const lines = await house.store.events.read(session, after)
  expect(lines.map(({ event }) => (event.type === 'Announced' ? event.text : event.type))).toEqual([
    ...texts.map((text) => text.replace(CANARY, 'een inwoner')),
    'PeopleErased',
  ])
})

test('a text with an altered byte is told with its table', async () => {
  const { table, dialogue } = evening
  await house.documents.forget(dialogue, 1012)
  await database.query(
    `update yjs_updates set update = set_byte(update, 3, get_byte(update, 3) # 1)
     where table_id = $1 and seq = (select max(seq) from yjs_updates where table_id = $1)`,
    [table],
  )
  expect(await wrong()).toMatchObject([{ kind: 'text', dialogue, table }])
})

test('it is looked through each night by itself, in a quiet hour and once, and readiness says what was found', async () => {
  const lines: object[] = []
  const note = (fields: object) => void lines.push(fields)
  let now = Date.parse('2026-12-01T22:00:00Z')
  let asked = 0
  const clock = () => {
    asked += 1
    return now
  }
  const nightly = createNightly({
    store: house.store,
    log: { warn: note, info: note },
    now: clock,
    everyMs: 5,
  })
  const stop = nightly.keepUp()
  now = Date.parse('2026-12-02T01:59:00Z')
  asked = 0
  await until('it has looked at the clock twice', () => asked > 1)
  expect(nightly.last()).toBeNull()
  await alter(`update events set at = at + 1 where seq = 3`)
  now = Date.parse('2026-12-02T02:01:00Z')
  await until('the night has come', () => nightly.last())
  expect(nightly.last()?.wrong).toMatchObject([{ session: evening.session, seq: 3 }])
  expect(lines).toMatchObject([{ seq: 3 }, { wrong: 1 }])
  await stop()
  await house.open.nightly.look()
  const notes = async () => (await house.open.readiness()).notes.map(({ part }) => part)
  await until('it is told', async () => (await notes()).includes('log'))
})
