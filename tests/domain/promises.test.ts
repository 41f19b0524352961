import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import { continueSession, createSession, roleTables } from '../../shared/dialogue/session/create.ts'
import { toldPromises } from '../../shared/dialogue/session/promises.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { does, given, inPlenary, organiser, wait } from './support/sentence.ts'
import { PEOPLE, START } from './support/world.ts'

/** What government promises to do with the outcome. */

const promises = (text: string) => organiser('recordPromise', { text })
const DAY = 86_400_000

test('a promise is recorded with its moment, and the one before it is kept with its own', () => {
  const told = given(promises('Wij nemen het over.'), wait(DAY), inPlenary)
  told.when(promises('Wij nemen het over, als het kan.')).gives('PromiseMade')
  expect(told.state.promises).toEqual([
    { text: 'Wij nemen het over.', at: START },
    { text: 'Wij nemen het over, als het kan.', at: START + DAY },
  ])
  expect(told.state.dialogue.promise).toBe('Wij nemen het over, als het kan.')
  expect(toldPromises(told.state.promises)).toEqual({
    now: { text: 'Wij nemen het over, als het kan.', at: START + DAY },
    earlier: [{ text: 'Wij nemen het over.', at: START, until: START + DAY }],
  })
})

test('the same words again are no change, and a promise says something', () => {
  given(promises('Wij nemen het over.')).when(promises('Wij nemen het over.')).gives()
  expect(() => given(promises(' \n'))).toThrow()
})

test('only the organiser records it; also after the end', () => {
  given(inPlenary)
    .when(does('Griet', 'recordPromise', () => ({ text: 'Wij doen niets.' })))
    .refuses('not_your_role')
  given(inPlenary, organiser('endSession')).when(promises('Wij nemen het over.')).gives('PromiseMade')
})

test('everybody is told, and the clerk sees all of it too', () => {
  const told = given(promises('Eerst dit.'))
  const before = told.state
  told.when(promises('Nu dat.'))
  const line = told.world.log.at(-1)
  if (!line) throw new Error('nothing was recorded')
  for (const { id, role } of PEOPLE) {
    expect(project(told.state, id).promises.map(({ text }) => text)).toEqual(['Eerst dit.', 'Nu dat.'])
    if (role === 'clerk') expect(scopeChanged(before, told.state, id)).toBe(true)
    else expect(redact(line, before, told.state, id).event).toEqual({ type: 'PromiseMade', text: 'Nu dat.' })
  }
})

test('one that was made with the dialogue is as old as its first line', () => {
  const event = createSession({
    session: 's',
    dialogue: 'd',
    title: '',
    promise: 'Wij nemen het over.',
    startsAt: null,
    people: [],
    tables: roleTables(['a']),
  })
  const state = apply(emptySession, { seq: 1, at: 7, event: fromStored(toStored(event)) })
  expect(state.promises).toEqual([{ text: 'Wij nemen het over.', at: 7 }])
})

test('a further session knows every promise, with the moments they were made', () => {
  const told = given(
    promises('Eerst dit.'),
    wait(DAY),
    promises('Nu dat.'),
    inPlenary,
    organiser('endSession'),
  )
  const event = fromStored(toStored(continueSession(told.state, { session: 's2', startsAt: null })))
  const next = apply(emptySession, { seq: 1, at: START + 9 * DAY, event })
  expect(next.promises).toEqual(told.state.promises)
  expect(next.dialogue.promise).toBe('Nu dat.')
})
