import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stretchOf } from '../../client/parts/facilitate/correction.ts'
import { handsIn, newHands } from '../../client/parts/facilitate/HandChimes.tsx'
import { notesOf } from '../../client/parts/facilitate/QueueList.tsx'
import { nextInLine, queueRows, type DeskRoom } from '../../client/parts/facilitate/queueRows.ts'
import { translate, type T } from '../../client/parts/ui/text.tsx'
import { meterViews } from '../../shared/dialogue/time/meter.ts'
import type { Floor } from '../../shared/dialogue/model.ts'
import { project } from '../../shared/dialogue/project.ts'
import type { PersonBalance } from '../../shared/dialogue/time/balance.ts'
import { floor, hand, NOW, person, session, turn } from './organiseStates.ts'

const everybody = () => true
const dutch: T = (key, values) => translate('nl', key, values)

const said = (who: string, spokenMs: number): PersonBalance => {
  return { person: who, spokenMs, share: 1, words: 'equal', silent: false, measuredMs: 0 }
}

type IsHere = (person: string) => boolean
const desk = (at: Floor, isHere: IsHere = everybody, people: PersonBalance[] = []): DeskRoom => {
  const state = session({ floors: { t2: at } })
  const present = new Set(state.order.filter(isHere))
  return { state, room: 't2', floor: at, present, balance: { people, others: {} }, now: NOW }
}
const rowsOf = (...args: Parameters<typeof desk>) => queueRows(desk(...args))
const next = (...args: Parameters<typeof desk>) => nextInLine(desk(...args))

describe("the desk's queue", () => {
  it('[F3] shows the holder, then points of order, then the numbered queue, a short reply first', () => {
    const busy = floor({
      turn: turn('anna'),
      queue: [hand('riet'), hand('joke', 'reply'), hand('pieter', 'process')],
    })
    const rows = rowsOf(busy)
    expect(rows.map((row) => [row.person, row.note, row.place, row.action])).toEqual([
      ['anna', 'holder', null, 'end'],
      ['pieter', 'process', null, 'answer'],
      ['joke', 'reply', 1, 'invite'],
      ['riet', 'group', 2, 'grant'],
    ])
  })

  it('[F3] lets a reply be granted as a turn when nobody holds the floor', () => {
    const rows = rowsOf(floor({ queue: [hand('joke', 'reply')] }))
    expect(rows[0]?.action).toBe('grant')
  })

  it('[F2] keeps the place of somebody who lost the line and says so', () => {
    const rows = rowsOf(floor({ queue: [hand('riet'), hand('joke')] }), (id) => id !== 'riet')
    expect(rows.map((row) => [row.person, row.place, row.away])).toEqual([
      ['riet', 1, true],
      ['joke', 2, false],
    ])
  })

  it('[F6] shows a round in the order of the seats, with who has been and who passed', () => {
    const round = {
      order: ['anna', 'mehmet', 'joke', 'riet'],
      done: ['anna'],
      passed: ['joke'],
      spoke: [],
      second: false,
    }
    const rows = rowsOf(floor({ mode: 'round', round, turn: turn('mehmet') }))
    expect(rows.map((row) => [row.person, row.note, row.place])).toEqual([
      ['mehmet', 'holder', null],
      ['anna', 'been', null],
      ['riet', 'group', 1],
      ['joke', 'passed', 2],
    ])
  })

  it('[F6] says whose second chance it is, and who passed twice', () => {
    const round = {
      order: ['anna', 'mehmet', 'joke'],
      done: ['anna', 'mehmet'],
      passed: ['mehmet', 'joke'],
      spoke: ['anna'],
      second: true,
    }
    const rows = rowsOf(floor({ mode: 'round', round }))
    expect(rows.map((row) => [row.person, row.note])).toEqual([
      ['anna', 'been'],
      ['mehmet', 'skipped'],
      ['joke', 'second'],
    ])
  })

  it('[F3] says in words who types and who takes part by telephone, and never that a caller is away', () => {
    const people = { ...session().people, joke: { ...person('joke'), phone: true } }
    const state = session({ people })
    const at = floor({ queue: [{ ...hand('riet'), typed: true }, hand('joke')] })
    const rows = queueRows({ ...desk(at, (id) => id !== 'joke'), state: { ...state, floors: { t2: at } } })
    expect(rows.map((row) => notesOf(row, state, at, NOW, dutch))).toEqual([
      'inwoner · typt',
      'inwoner · telefoon',
    ])
  })

  it('[F6] shows that a turn was given out of order', () => {
    const at = floor({ turn: { ...turn('anna'), override: true } })
    const [row] = rowsOf(at)
    expect(row && notesOf(row, session(), at, NOW, dutch)).toBe('1:12 van 2:00 minuten · buiten de volgorde')
  })
})

describe('quiet people first', () => {
  const balance = [
    { ...said('willem', 90_000), words: 'more' as const },
    { ...said('riet', 20_000), words: 'less' as const },
    { ...said('samira', 0), silent: true, words: 'none' as const },
  ]
  const quiet = floor({ mode: 'quietFirst', queue: [hand('willem'), hand('riet'), hand('samira')] })

  it('[F6] puts them in the order of "Volgende", with the reason in words', () => {
    const rows = rowsOf(quiet, everybody, balance)
    expect(rows.map((row) => [row.person, row.place, row.why])).toEqual([
      ['samira', 1, 'nothing'],
      ['riet', 2, 'less'],
      ['willem', 3, null],
    ])
    expect(next(quiet, everybody, balance)).toBe('samira')
    expect(rows[0] && notesOf(rows[0], session(), quiet, NOW, dutch)).toBe('raad · heeft nog niets gezegd')
  })

  it('[F6] gives no reason in any other order', () => {
    const rows = rowsOf({ ...quiet, mode: 'firstCome' }, everybody, balance)
    expect(rows.map((row) => [row.person, row.why])).toEqual([
      ['willem', null],
      ['riet', null],
      ['samira', null],
    ])
  })

  it('[S3] [F6] gives the reason on the desk alone: no other screen names it and no participant gets what it rests on', () => {
    const named = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && readFileSync(join('client', file), 'utf8').includes('desk.why'),
    )
    expect(named.map((file) => file.replaceAll('\\', '/'))).toEqual(['parts/facilitate/QueueList.tsx'])
    const state = session({ floors: { ...session().floors, t2: quiet } })
    const times = {
      counted: { t2: { willem: 90_321, riet: 20_321 } },
      measured: { t2: { willem: 90_321, riet: 20_321 } },
      turnMs: { t2: 1 },
      freeMs: {},
    }
    const frames = JSON.stringify([
      project(state, 'riet'),
      meterViews(state, times, { now: [], earlier: [] })('joke'),
    ])
    expect(frames).not.toContain('0321')
  })
})

describe('a correction', () => {
  const agenda = [{ title: null, where: 'tables' as const, startedAt: NOW - 600_000, endedAt: null }]

  it('[S8] takes off the last minute, the last five, or all of the agenda item, in whole server milliseconds', () => {
    const now = NOW + 0.7
    expect(stretchOf('minute', agenda, now)).toEqual({ from: NOW - 60_000, to: NOW })
    expect(stretchOf('five', agenda, now)).toEqual({ from: NOW - 300_000, to: NOW })
    expect(stretchOf('item', agenda, now)).toEqual({ from: NOW - 600_000, to: NOW })
  })

  it('[S8] has no agenda item to take off before the first', () => {
    expect(stretchOf('item', [], NOW)).toBeNull()
  })
})

describe('the sound of a hand', () => {
  it('comes with a new hand or point of order in a room one leads, and not when one goes down', () => {
    const before = handsIn(session({ floors: { t2: floor({ queue: [hand('riet')] }) } }), ['t2'])
    const more = session({ floors: { t2: floor({ queue: [hand('riet'), hand('riet', 'process')] }) } })
    expect(newHands(before, handsIn(more, ['t2']))).toBe(true)
    expect(newHands(handsIn(more, ['t2']), before)).toBe(false)
    expect(newHands('', handsIn(more, ['t6']))).toBe(false)
  })
})

describe('the word on "Volgende"', () => {
  it('names the first hand of whoever is there', () => {
    const busy = floor({ turn: turn('anna'), queue: [hand('riet'), hand('joke')] })
    expect(next(busy)).toBe('riet')
    expect(next(busy, (id) => id !== 'riet')).toBe('joke')
  })

  it('[F6] names who spoke least when quiet people go first', () => {
    const quiet = floor({ mode: 'quietFirst', queue: [hand('riet'), hand('joke')] })
    expect(next(quiet, everybody, [said('riet', 60_000), said('joke', 1_000)])).toBe('joke')
  })

  it('[F6] comes back to who passed when everybody else has been', () => {
    const round = { order: ['anna', 'joke'], done: ['anna'], passed: ['joke'], spoke: [], second: true }
    expect(next(floor({ mode: 'round', round }))).toBe('joke')
  })

  it('[F6] never names whoever speaks now in a round: their turn is over as soon as it is given on', () => {
    const round = { order: ['anna', 'joke'], done: [], passed: [], spoke: [], second: false }
    expect(next(floor({ mode: 'round', round, turn: turn('anna') }))).toBe('joke')
    const last = { ...round, done: ['joke'] }
    expect(next(floor({ mode: 'round', round: last, turn: turn('anna') }))).toBeNull()
  })

  it('is empty without a hand, and in free talk', () => {
    expect(next(floor())).toBeNull()
    expect(next(floor({ mode: 'free', queue: [hand('riet')] }))).toBeNull()
  })

  it('gives nobody the floor in free talk', () => {
    const rows = rowsOf(floor({ mode: 'free', queue: [hand('riet')] }))
    expect(rows[0]?.action).toBeNull()
  })
})
