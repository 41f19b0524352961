import { describe, expect, it } from 'vitest'
import { nextInLine, queueRows, type IsHere } from '../../client/facilitate/queueRows.ts'
import type { Floor } from '../../shared/dialogue/model.ts'
import type { PersonBalance } from '../../shared/protocol.ts'
import { floor, hand, session, turn } from './organiseStates.ts'

const everybody = () => true

const said = (person: string, spokenMs: number): PersonBalance => {
  return { person, spokenMs, share: 1, words: 'equal', silent: false, measuredMs: 0 }
}

const next = (at: Floor, isHere: IsHere = everybody, balance: PersonBalance[] = []) =>
  nextInLine(session({ floors: { t2: at } }), 't2', isHere, balance)

describe("the desk's queue", () => {
  it('[F3] shows the holder, then points of order, then the numbered queue in the order of the server', () => {
    const busy = floor({
      turn: turn('anna'),
      queue: [hand('riet'), hand('joke', 'reply'), hand('pieter', 'process')],
    })
    const rows = queueRows(session(), busy, everybody)
    expect(rows.map((row) => [row.person, row.note, row.place, row.action])).toEqual([
      ['anna', 'holder', null, 'end'],
      ['pieter', 'process', null, 'answer'],
      ['riet', 'group', 1, 'grant'],
      ['joke', 'reply', 2, 'invite'],
    ])
  })

  it('[F3] lets a reply be granted as a turn when nobody holds the floor', () => {
    const rows = queueRows(session(), floor({ queue: [hand('joke', 'reply')] }), everybody)
    expect(rows[0]?.action).toBe('grant')
  })

  it('[F2] keeps the place of somebody who lost the line and says so', () => {
    const rows = queueRows(session(), floor({ queue: [hand('riet'), hand('joke')] }), (id) => id !== 'riet')
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
    const rows = queueRows(session(), floor({ mode: 'round', round, turn: turn('mehmet') }), everybody)
    expect(rows.map((row) => [row.person, row.note])).toEqual([
      ['mehmet', 'holder'],
      ['anna', 'been'],
      ['joke', 'passed'],
      ['riet', 'group'],
    ])
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

  it('is empty without a hand, and in free talk', () => {
    expect(next(floor())).toBeNull()
    expect(next(floor({ mode: 'free', queue: [hand('riet')] }))).toBeNull()
  })

  it('gives nobody the floor in free talk', () => {
    const rows = queueRows(session(), floor({ mode: 'free', queue: [hand('riet')] }), everybody)
    expect(rows[0]?.action).toBeNull()
  })
})
