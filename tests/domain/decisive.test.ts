import { expect, test } from 'vitest'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import { apply } from '../../shared/dialogue/apply.ts'
import { movedIn, rightsMayDiffer } from '../../shared/dialogue/decisive.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { visibleRooms } from '../../shared/dialogue/project.ts'
import { always } from './support/always.ts'
import { atTables, given, goesAway, sitsBeside } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

test('whoever sat beside somebody and does so no more is somewhere else: that is a move', () => {
  const before = given(atTables, goesAway('Loes'), sitsBeside('Ans', 'Loes')).state
  const after = { ...before, beside: {} }
  expect(placeOf(after, 'Loes')).not.toBe(placeOf(before, 'Loes'))
  expect(movedIn({ before, after })).toBe(true)
  expect(movedIn({ before: emptySession, after: { ...emptySession, seq: 1 } })).toBe(false)
})

const rooms = (state: SessionState) => PEOPLE.map(({ id }) => [placeOf(state, id), visibleRooms(state, id)])
const rights = (state: SessionState) =>
  PEOPLE.flatMap(({ id }) =>
    state.tableOrder.map((table) => {
      const right = textRights(state, id, table)
      return right && [right.writes, [...right.known], [...right.writable]]
    }),
  )

test('what did not decide anything moved nobody and gave nobody another right', () =>
  always(({ before: { state: start }, lines }) => {
    let before = start
    for (const line of lines) {
      const after = apply(before, line)
      const { type } = line.event
      if (!movedIn({ before, after })) expect(rooms(after), type).toEqual(rooms(before))
      if (!rightsMayDiffer({ before, after })) expect(rights(after), type).toEqual(rights(before))
      before = after
    }
  }))
