import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable, titleOf } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { does, peopleAtTables, type About, type Agreeing, type Also } from '../support/agreeing.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { PLACES, REASON, TEXT, type Who } from '../support/tableRights.ts'
import { textLine } from '../support/textLine.ts'
import type { Present } from '../support/three.ts'
import { until } from '../support/until.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

/** Table x person over the real sockets and addresses, held against the list by hand. */
const { house } = ownHouse()

const ALSO: Also[] = [
  { person: somebody('Loes'), table: null, comes: true },
  { person: somebody('Ivo', 'interpreter'), table: null, comes: true },
  { person: somebody('Lies'), table: 0, comes: true },
  { person: somebody('Kees'), table: 0, comes: true },
  // of an official, who is asked last
  { person: somebody('Nina', 'participant', 'ambtenaar'), table: 0, comes: false },
]
const WHO = Object.keys(PLACES) as Who[]
const OUTSIDE: readonly Who[] = ['Kees', 'Nina', 'stranger', 'impostor']
const INSIDE = WHO.filter((who) => !OUTSIDE.includes(who))
const DRAFT = 'Kladwoorden'
const PUT_FORWARD = 'Vaste woorden'
const WHY = 'Zo kan ik niet meedoen'
const SEATED = 4_242

let all: Agreeing
let draft: About
let put: About
let stranger: Visitor
let epoch = 1

const named = (who: Who): Present => {
  if (who === 'leader') return all.leaderOf('Riet')
  return who === 'otherLeader' ? all.otherThan('Riet') : all.who(who)
}
/** Where somebody knocks, and with what. */
function knocks(who: Who): Pick<Visitor, 'home' | 'cookie'> {
  if (who === 'stranger') return stranger
  const { home } = all.who('Riet').visitor
  if (who === 'impostor') return { home, cookie: stranger.cookie }
  if (who !== 'Nina') return named(who).visitor
  const nina = all.rows['Nina']?.id ?? ''
  return { home: home.replace(all.who('Riet').row.id, nina), cookie: '' }
}
const at = (who: Who, { table } = draft) => textLine(knocks(who), table, epoch)
const told = (who: Who) => JSON.stringify(named(who).line.frames)
/** Everybody loads their page anew. */
const reload = () =>
  Promise.all(
    INSIDE.map(named).map(async (one) => {
      const line = openLine(one.visitor, { takeOver: true })
      await line.next('welcome')
      one.line = line
    }),
  )
/** Nothing is on its way any more: what each asks last comes behind all that was told before. */
const settled = () => Promise.all(INSIDE.map((who) => named(who).line.command('no such command', {})))

beforeAll(async () => {
  all = await peopleAtTables(house, ALSO)
  await does(all.who('Lies'), 'leave', {})
  await does(all.who('Saskia'), 'takeOut', { person: all.who('Kees').row.id })
  const ilse = { person: all.who('Ilse').row.id }
  draft = await all.writes('Riet', { title: DRAFT, text: paragraphs('Nog niet af.'), why: [] })
  await does(all.who('Saskia'), 'movePerson', { ...ilse, table: draft.table })
  put = await all.writes('Riet', { title: PUT_FORWARD, text: paragraphs('Zo is het.'), why: [] })
  epoch = (await all.who('Saskia').visitor.get<MeReply>('api/me')).epochs[draft.table] ?? 1
  const other = await seat(house, [somebody('Olaf', 'organiser')])
  stranger = await redeem(house.link(other.people['Olaf']!))
}, 60_000)
afterAll(() => all.close())

/** What somebody finds at the text of the table: read, written, or the code with which they were turned away. */
async function textOf(who: Who): Promise<'write' | 'read' | 'none' | 'shut'> {
  const line = at(who)
  try {
    const doc = await line.read()
    if (!doc) {
      expect([CLOSE.forbidden, CLOSE.unknown]).toContain(line.code())
      return line.code() === CLOSE.unknown ? 'shut' : 'none'
    }
    expect(readTable(doc)[draft.agreement]?.title).toContain(DRAFT)
    const written = await line.write(doc, (text) => titleOf(text, draft.agreement).insert(DRAFT.length, '!'))
    if (written !== 'stored') expect(written).toBe(CLOSE.locked)
    return written === 'stored' ? 'write' : 'read'
  } finally {
    line.close()
  }
}

/** What the versions of the draft say to somebody. */
async function versionsOf(who: Who): Promise<'reads' | 'none' | 'shut'> {
  const { home, cookie } = knocks(who)
  const { status } = await fetch(new URL(`api/agreements/${draft.agreement}/versions`, home), {
    headers: { cookie },
  })
  expect([200, 401, 403, 404]).toContain(status)
  return status === 200 ? 'reads' : status === 401 ? 'shut' : 'none'
}

const each = async <T>(people: readonly Who[], ask: (who: Who) => Promise<T>) =>
  Object.fromEntries(await Promise.all(people.map(async (who) => [who, await ask(who)] as const)))
const reading = (rights: Record<Who, string>) =>
  Object.fromEntries(WHO.map((who) => [who, ['write', 'read'].includes(rights[who]) ? 'reads' : rights[who]]))
const readers = (rights: Record<Who, string>) =>
  INSIDE.filter((who) => ['write', 'read'].includes(rights[who]))

test('[threat 6] [T3] at the tables: the text of one, for everybody there is, over the real sockets', async () => {
  const rights = TEXT['at the tables']
  expect(await each(WHO, textOf)).toEqual(rights)
  expect(await each(WHO, versionsOf)).toEqual(reading(rights))
})

test('[threat 8] at the tables: who writes is seen by those who read, and who only reads is seen by nobody', async () => {
  const riet = at('Riet')
  await riet.read()
  riet.show(SEATED)
  await until('Riet is there', () => riet.seen().includes(SEATED))
  for (const [index, who] of INSIDE.filter((one) => one !== 'Riet').entries()) {
    const right = TEXT['at the tables'][who]
    const own = SEATED + 1 + index
    const line = at(who)
    if (await line.read()) {
      line.show(own)
      await until('their own comes back', () => line.seen().includes(own))
    }
    // whoever writes comes behind it at the same document
    const leader = at('leader')
    await leader.read()
    leader.show(9_000 + index)
    await until('what came before it has been told', () => riet.seen().includes(9_000 + index))
    const isSeen = riet.seen().includes(own)
    expect({ who, sees: line.seen().includes(SEATED), isSeen }).toEqual({
      who,
      sees: right === 'write' || right === 'read',
      isSeen: right === 'write',
    })
    for (const one of [line, leader]) one.close()
  }
  riet.close()
})

test('[T3] at the tables: who types is told to those who read, and what is put forward too', async () => {
  const rights = TEXT['at the tables']
  const typing = (who: Who, table: string) =>
    named(who).line.raw(JSON.stringify({ kind: 'typing', table, typing: true }))
  for (const who of INSIDE) typing(who, draft.table)
  await does(named('leader'), 'presentAgreement', put)
  await settled()
  const typed = (who: Who) =>
    named(who)
      .line.frames.flatMap((one) => (one.kind === 'typing' ? [one.person] : []))
      .toSorted()
  const writers = INSIDE.filter((who) => rights[who] === 'write')
  for (const who of INSIDE) {
    const others = writers.filter((writer) => writer !== who).map((writer) => named(writer).row.id)
    expect([who, typed(who)]).toEqual([who, readers(rights).includes(who) ? others.toSorted() : []])
  }
  const knowing = (what: string) => INSIDE.filter((who) => told(who).includes(what))
  for (const what of [draft.agreement, put.agreement, PUT_FORWARD])
    expect([what, knowing(what)]).toEqual([what, readers(rights)])
})

test('[C2] [T3] an answer in a round is its giver’s until all are open, and then of who is there', async () => {
  const [room, leader] = [put.table, named('leader')]
  await does(leader, 'beginConsent', { room, agreement: put.agreement })
  for (const step of ['react', 'read']) await does(leader, 'stepConsent', { room, step })
  await does(leader, 'askConsent', { room })
  await does(all.who('Riet'), 'answerConsent', { room, answer: 'objects', reason: WHY })
  await settled()
  const knowing = () => INSIDE.filter((who) => told(who).includes(WHY))
  expect(knowing()).toEqual(REASON.sealed)
  await reload()
  expect(knowing()).toEqual(REASON.sealed)
  await does(leader, 'openConsent', { room })
  await settled()
  expect(knowing()).toEqual(REASON.open)
})

test('[threat 4] whoever is made an observer at their table gives no command more, and is out of its text', async () => {
  const { row, line } = all.who('Riet')
  const text = at('Riet')
  await text.read()
  const as = (role: string, group: string | null) =>
    does(all.who('Saskia'), 'changePeople', {
      changes: [{ person: row.id, name: 'Riet', role, group }],
    })
  await as('observer', null)
  expect(await line.command('raiseHand', { room: draft.table, kind: 'turn' })).toMatchObject({
    code: 'not_your_role',
  })
  await until('out of the text', () => text.code() !== null, 2_000)
  expect(text.code()).toBe(CLOSE.forbidden)
  expect(await textOf('Riet')).toBe('none')
  await as('participant', 'inwoner')
  await does(all.who('Saskia'), 'movePerson', { person: row.id, table: draft.table })
  expect(await textOf('Riet')).toBe('write')
})

test('[T6] back in the plenary: everybody reads who may, and nobody writes', async () => {
  const saskia = all.who('Saskia')
  const version = saskia.line.state().seating?.version
  await does(saskia, 'announceRecall', {})
  await does(saskia, 'finishRecall', { version })
  const rights = TEXT['back in the plenary']
  expect(await each(WHO, textOf)).toEqual(rights)
  expect(await each(WHO, versionsOf)).toEqual(reading(rights))
})

test('when it is over: whoever left reads it like everybody', async () => {
  await does(all.who('Saskia'), 'endSession', {})
  const rights = TEXT.over
  expect(await each(WHO, textOf)).toEqual(rights)
  expect(await each(WHO, versionsOf)).toEqual(reading(rights))
  // what was said at the round stays with who heard it
  await settled()
  expect(INSIDE.filter((who) => told(who).includes(WHY))).toEqual(REASON.open)
})
