import { expect, test } from 'vitest'
import { movedIn } from '../../server/live/follow.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { atTables, goesAway, sitsBeside } from '../domain/support/sentence.ts'
import { START } from '../domain/support/world.ts'
import { stateAfter } from '../support/media.ts'

test('whoever sat beside somebody and does so no more is somewhere else: that is a move', () => {
  const before = stateAfter([atTables, goesAway('Loes'), sitsBeside('Ans', 'Loes')])
  const after = { ...before, beside: {} }
  const recorded = { seq: 1, at: START, event: { type: 'BesideLeft' as const, person: 'Loes' } }
  expect(placeOf(after, 'Loes')).not.toBe(placeOf(before, 'Loes'))
  expect(movedIn({ recorded, before, after })).toBe(true)
  expect(movedIn({ recorded, before: emptySession, after: { ...emptySession, seq: 1 } })).toBe(false)
})
