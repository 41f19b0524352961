import { describe, expect, it } from 'vitest'
import { formFrom } from '../../client/app/organise/dialogueForm.ts'
import { overviewCards, stragglers } from '../../client/app/organise/overview.ts'
import type { Presence } from '../../shared/protocol.ts'
import type { ImportError } from '../../shared/dialogue/people/import.ts'
import { lineRange, linesOf, mend } from '../../client/app/organise/people/peopleText.ts'
import { hasPlan, nextAction, stepOf } from '../../client/app/organise/phases.ts'
import { splitBoard } from '../../client/app/organise/splitBoard.ts'
import type { RoomMeter } from '../../shared/dialogue/time/balance.ts'
import { SEATS, away, here, person, session } from './organiseStates.ts'

const seated = (id: string) => SEATS[id as keyof typeof SEATS] ?? null
const led = (id: string) => (id === 'els' ? 't2' : id === 'bram' ? 't1' : seated(id))

describe('the next step of the organiser', () => {
  it('is one thing in every phase', () => {
    const plenary = { name: 'plenary' } as const
    expect(nextAction(session({ phase: { name: 'lobby' } }))).toBe('open')
    expect(nextAction(session({ phase: plenary, plan: null, seating: null }))).toBe('spread')
    expect(nextAction(session({ phase: plenary, seating: null }))).toBe('announce')
    expect(nextAction(session({ phase: { name: 'announced', version: 1, deadline: 5 } }))).toBe('goNow')
    expect(nextAction(session({ phase: { name: 'tables', version: 1 } }))).toBe('recall')
    expect(nextAction(session({ phase: { name: 'recalling', version: 1, deadline: 5 } }))).toBe(
      'waitForRecall',
    )
    expect(nextAction(session({ phase: { name: 'ended' } }))).toBe('save')
  })

  it('is closing after the recall, until a new plan is made', () => {
    const after = session({ phase: { name: 'plenary' }, shared: true })
    expect(stepOf(after)).toBe('reading')
    expect(nextAction(after)).toBe('close')
    expect(nextAction({ ...after, plan: { version: 2, seats: SEATS, pinned: [] } })).toBe('announce')
  })

  it('is closing also when the used plan is still there, which can be announced again', () => {
    const after = session({ phase: { name: 'plenary' }, shared: true })
    expect(hasPlan(after)).toBe(true)
    expect(nextAction({ ...after, plan: null })).toBe('close')
    expect(hasPlan({ ...after, plan: null })).toBe(false)
  })
})

describe('the board of the split', () => {
  it('puts more tables than roles under their role and keeps an empty column', () => {
    const board = splitBoard(session(), session().plan)
    expect(
      board.columns.map((column) => [column.role, column.tables.map((card) => card.table.number)]),
    ).toEqual([
      ['lawful', [1]],
      ['networking', [2, 6]],
      ['performing', [3]],
      ['participating', []],
    ])
  })

  it('[T8] counts free chairs, groups and pins', () => {
    const card = splitBoard(session(), session().plan).columns[1]?.tables[0]
    expect(card?.free).toBe(1)
    expect(card?.counts).toEqual({ inwoner: 4, college: 1, raad: 1, ambtenaar: 1 })
    expect(card?.chips.filter((chip) => chip.pinned).map((chip) => chip.person.id)).toEqual(['samira'])
  })

  it('[T4] lists who has no seat, and never the helper or who left', () => {
    const base = session()
    const state = {
      ...base,
      people: { ...base.people, late: person('late'), gone: { ...person('gone'), left: true } },
      order: [...base.order, 'late', 'gone'],
    }
    expect(splitBoard(state, state.plan).unseated.map((entry) => entry.id)).toEqual(['late'])
  })
})

describe('stragglers', () => {
  it('[T5] are listed until their device is in the room they were seated in', () => {
    const presence = { anna: here('anna', 't2'), mehmet: here('mehmet', 'plenary'), joke: away('joke') }
    const listed = stragglers(session(), presence, seated)
    expect(listed.some((entry) => entry.person === 'anna')).toBe(false)
    expect(listed.find((entry) => entry.person === 'mehmet')?.why).toBe('elsewhere')
    expect(listed.find((entry) => entry.person === 'joke')?.why).toBe('away')
  })

  it('[T5] say when somebody never opened the link', () => {
    const base = session()
    const state = { ...base, people: { ...base.people, riet: { ...person('riet'), joined: false } } }
    expect(stragglers(state, {}, seated).find((entry) => entry.person === 'riet')?.why).toBe('never')
  })
})

describe('somebody on the telephone', () => {
  const base = session()
  const state = { ...base, people: { ...base.people, riet: { ...person('riet'), phone: true } } }

  it('[T5] is never missing: there is no device that could be elsewhere', () => {
    expect(stragglers(state, {}, seated).some((entry) => entry.person === 'riet')).toBe(false)
  })

  it('[F3] is counted as there at the own table', () => {
    expect(overviewCards(state, {}, null, led)[1]?.here).toBe(1)
  })
})

describe('the times of a dialogue', () => {
  it('are shown as they are stored, and two hours long only while no end is known', () => {
    const start = Date.parse('2026-12-08T18:30:00Z')
    expect(formFrom('Wonen', start, start + 3.25 * 3_600_000)).toEqual({
      title: 'Wonen',
      date: '2026-12-08',
      from: '19:30',
      to: '22:45',
    })
    expect(formFrom('Wonen', start).to).toBe('21:30')
  })
})

describe('the overview', () => {
  it('[T8] sees a table without a facilitator, and one whose facilitator is at another table', () => {
    const presence = { els: here('els', 't2'), bram: away('bram') }
    const cards = overviewCards(session(), presence, null, led)
    expect(cards.map((card) => [card.table.number, card.leader.state, card.leader.at])).toEqual([
      [1, 'away', null],
      [2, 'here', 't2'],
      [3, 'none', null],
      [6, 'elsewhere', 't2'],
    ])
  })

  it('[S8] says that nothing is measured rather than guess', () => {
    const meter = { own: null, rooms: [], gaps: ['t2'], incomplete: [] }
    expect(overviewCards(session(), {}, meter, led)[1]?.balance).toEqual({ kind: 'unmeasured' })
  })

  it('[S5] names who was not heard, then a group far from its part of the seats', () => {
    const room: RoomMeter = {
      basis: 'speech',
      room: 't2',
      others: {},
      people: [
        { person: 'samira', spokenMs: 0, share: 0, words: 'none', measuredMs: 0, silent: true },
        { person: 'anna', spokenMs: 90_000, share: 2, words: 'muchMore', measuredMs: 90_000, silent: false },
      ],
      groups: [
        { group: 'inwoner', seats: 4, free: 0, spokenMs: 30_000, share: 0.3, seatShare: 0.6 },
        { group: 'college', seats: 1, free: 0, spokenMs: 70_000, share: 0.5, seatShare: 0.4 },
      ],
    }
    const meter = { own: null, rooms: [room], gaps: [], incomplete: [] }
    const line = () => overviewCards(session(), {}, meter, led)[1]?.balance
    expect(line()).toEqual({ kind: 'notHeard', names: ['Samira'] })
    room.people = room.people.slice(1)
    expect(line()).toEqual({ kind: 'alone' })
    const [anna] = room.people
    if (!anna) throw new Error('nobody is there')
    room.people = [anna, { ...anna, person: 'joke' }]
    expect(line()).toEqual({ kind: 'group', group: 'inwoner', more: false })
    room.groups = []
    expect(line()).toEqual({ kind: 'uneven' })
    room.people = room.people.map((entry) => ({ ...entry, words: 'equal' }))
    expect(line()).toEqual({ kind: 'even' })
    room.people = room.people.map((entry) => ({ ...entry, words: 'early' }))
    expect(line()).toEqual({ kind: 'early' })
    room.people = []
    expect(line()).toEqual({ kind: 'silent' })
  })

  it('[T8] names of those who lead a table whoever is so: at the table, or away', () => {
    const base = session()
    const two = { ...base.tables['t2']!, facilitators: ['els', 'bram'] }
    const state = { ...base, tables: { ...base.tables, t2: two } }
    const leader = (presence: Record<string, Presence>, at = led) =>
      overviewCards(state, presence, null, at)[1]?.leader
    expect(leader({ els: here('els', 't2'), bram: away('bram') })).toMatchObject({
      state: 'here',
      names: ['Els'],
    })
    const both = { els: here('els', 't2'), bram: here('bram', 't2') }
    expect(leader(both, () => 't2')).toMatchObject({ state: 'here', names: ['Els', 'Bram'] })
    expect(leader({ bram: here('bram', 't1') })).toMatchObject({
      state: 'elsewhere',
      names: ['Bram'],
      at: 't1',
    })
    expect(leader({})).toMatchObject({ state: 'away', names: ['Els', 'Bram'] })
  })

  it('shows the calls and the asked time of the own table only', () => {
    const call = { person: 'pieter', at: 1, note: 'Ik hoor niets', takenBy: null, aside: null }
    const cards = overviewCards(session({ help: [call], timeAsked: ['t6'] }), {}, null, led)
    expect(cards.map((card) => [card.help.length, card.timeAsked])).toEqual([
      [0, false],
      [1, false],
      [0, false],
      [0, true],
    ])
  })
})

describe('the pasted list', () => {
  const text = 'Riet;inwoner;deelnemer\nWillem;bestuur;deelnemer\n\n'

  it('numbers lines without the empty end', () => {
    expect(linesOf(text)).toHaveLength(2)
  })

  it('mends one field and leaves the other lines letter for letter', () => {
    const error = {
      line: 2,
      field: 'group',
      columns: [1],
      value: 'bestuur',
      code: 'unknown_group',
      suggestion: 'college',
    } satisfies ImportError
    expect(mend(text, error)).toBe('Riet;inwoner;deelnemer\nWillem;college;deelnemer\n\n')
    expect(mend(text, { ...error, suggestion: null })).toBe(text)
  })

  it('finds a line in the text', () => {
    expect(lineRange(text, 2)).toEqual({ from: 23, to: 47 })
  })
})
