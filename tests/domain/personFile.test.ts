import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { EVENTS } from '../../shared/dialogue/events.ts'
import { isTheirsAlone, partAbout } from '../../shared/dialogue/people/personFile.ts'

const RIET = 'per_riet'
const ANS = 'per_ans'
const ALL = [RIET, ANS, 'per_saskia']
const about = (actor: string, event: object) => partAbout({ actor, event }, RIET, ALL)

test('of what others did stands there what names this person, and nobody else', () => {
  const planned = {
    type: 'SplitPlanned',
    seats: { [RIET]: 'tbl_1', [ANS]: 'tbl_2' },
    version: 2,
  }
  expect(about('per_saskia', planned)).toEqual({ type: 'SplitPlanned', seats: { [RIET]: 'tbl_1' } })
  const added = {
    type: 'PeopleAdded',
    people: [
      { id: RIET, name: 'Riet', detail: null },
      { id: ANS, name: 'Ans', detail: 'de buurvrouw' },
    ],
  }
  expect(about('per_saskia', added)).toEqual({
    type: 'PeopleAdded',
    people: [{ id: RIET, name: 'Riet', detail: null }],
  })
  const corrected = { type: 'TimeCorrected', person: RIET, by: ANS, reason: 'viel weg' }
  expect(about('per_saskia', corrected)).toEqual({ ...corrected, by: 'iemand anders' })
})

test('what somebody did stands there as a whole, without what is about others', () => {
  const typed = { type: 'TurnTyped', turn: 'trn_1', text: 'Ik woon hier al lang' }
  expect(about(RIET, typed)).toEqual(typed)
  const moved = { type: 'PersonMoved', person: ANS, table: 'tbl_2', turn: { person: ANS, name: 'Ans' } }
  expect(about(RIET, moved)).toEqual({
    type: 'PersonMoved',
    person: 'iemand anders',
    table: 'tbl_2',
    turn: { person: 'iemand anders' },
  })
})

test('whatever the line is, nobody else’s id comes out of it', () => {
  const value = fc.letrec((tie) => ({
    thing: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(...ALL, 'x', 7, null),
      fc.array(tie('thing'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...ALL, 'id', 'person', 'name', 'text'), tie('thing'), { maxKeys: 5 }),
    ),
  })).thing
  fc.assert(
    fc.property(value, fc.constantFrom(...ALL), (event, actor) => {
      const told = JSON.stringify(partAbout({ actor, event }, RIET, ALL)) ?? ''
      expect(told).not.toContain(ANS)
      expect(told).not.toContain('per_saskia')
    }),
  )
})

test('whoever hands a file over does not read in it what is sealed, or was said to that person alone', () => {
  const alone = Object.entries(EVENTS).flatMap(([type, { audience, sealed }]) => {
    const event = { type, room: 'plenary', person: RIET, table: 'tbl_1' } as never
    const isAnswer = type === 'ConsentAnswered' && sealed !== undefined
    return isAnswer || audience(event).to === 'person' ? [type] : []
  })
  expect(alone).toEqual(expect.arrayContaining(['ConsentAnswered', 'Nudged', 'NudgeAnswered']))
  expect(alone.filter((type) => !isTheirsAlone({ type }))).toEqual([])
})
