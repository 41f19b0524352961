import { expect, test } from 'vitest'
import { namesChanged, UNNAMED } from '../../shared/dialogue/agreements/named.ts'
import { apply } from '../../shared/dialogue/apply.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import { project } from '../../shared/dialogue/project.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import {
  answers,
  asked,
  asks,
  begins,
  closes,
  got,
  notes,
  objected,
  opens,
  secondRound,
  steps,
} from './support/consent.ts'

import { everybodySays, harvest } from './support/harvest.ts'
import { given, organiser } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

type Told = ReturnType<typeof given>
/** Who sits at t1, who leads it, and the organiser. */
const AT_T1 = ['Olga', 'Femke', 'Ans', 'Eva', 'Kees']
/** A helper and the clerk read no agreements of the tables. */
const NO_READERS = ['Henk', 'Griet']
const OTHERS = PEOPLE.map(({ id }) => id).filter((id) => ![...AT_T1, ...NO_READERS].includes(id))
const back = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]

const consentFor = (told: Told, viewer: string, agreement = 'a1') =>
  project(told.state, viewer).agreements[agreement]?.consent
const asideIn = (event: DialogueEvent) => ('aside' in event ? event.aside : null)

const kees = [answers('Kees', 'aside'), answers('Eva'), answers('Ans'), opens(), closes()]

test('who stood aside is named at their own table, to whoever leads it and to the organiser; to all others it is a number', () => {
  const told = given(asked, kees, back)
  for (const viewer of AT_T1) expect(consentFor(told, viewer)).toMatchObject({ aside: ['Kees'] })
  for (const viewer of OTHERS) {
    expect([viewer, consentFor(told, viewer)]).toEqual([
      viewer,
      { objects: [], aside: [UNNAMED], absent: [] },
    ])
    expect(JSON.stringify(project(told.state, viewer).agreements)).not.toContain('Kees')
  }
  for (const viewer of NO_READERS) expect(consentFor(told, viewer)).toBeUndefined()
})

test('so it is with who objected and who was not heard', () => {
  const told = given(secondRound, notes('Eva'), closes(), back)
  expect(consentFor(told, 'Ans')).toEqual({ objects: ['Eva'], aside: ['Kees'], absent: [] })
  expect(consentFor(told, 'Bram')).toEqual({ objects: [UNNAMED], aside: [UNNAMED], absent: [] })
})

test('and as it happens, with the result of a round that is held in the plenary', () => {
  const told = given(harvest, begins('plenary', 'a3'), steps('react', 'plenary'), steps('read', 'plenary'))
  told.when(asks('plenary'), everybodySays('aside'))
  for (const who of ['Ans', 'Bram', 'Dina']) told.when(answers(who, 'canLive', '', {}, 'plenary'))
  told.when(opens('plenary'), closes('plenary'))
  const whole = told.state.agreements['a3']?.consent?.aside ?? []
  expect(whole).toEqual(expect.arrayContaining(['Kees', 'Eva', 'Cees']))
  for (const { id } of PEOPLE) {
    const seen = asideIn(got(told, 'AgreementAgreed', id))
    if (NO_READERS.includes(id)) expect(seen).toBeNull()
    else expect([id, seen]).toEqual([id, consentFor(told, id, 'a3')?.aside])
  }
  const own = (mine: string[]) => whole.map((person) => (mine.includes(person) ? person : UNNAMED))
  expect(asideIn(got(told, 'AgreementAgreed', 'Olga'))).toEqual(whole)
  expect(asideIn(got(told, 'AgreementAgreed', 'Ans'))).toEqual(own(['Kees', 'Eva', 'Femke']))
  expect(asideIn(got(told, 'AgreementAgreed', 'Toos'))).toEqual(own([]))
})

test('an objection that sends the words back names nobody either', () => {
  const told = given(objected, opens(), closes(), back)
  expect(told.state.agreements['a1']?.consent).toEqual({ objects: ['Eva'], aside: [], absent: [] })
  expect(consentFor(told, 'Bram')).toEqual({ objects: [UNNAMED], aside: [], absent: [] })
})

test('the log keeps every name, as it did', () => {
  const told = given(asked, kees)
  const line = told.world.log.find(({ event }) => event.type === 'AgreementAgreed')
  expect(line && fromStored(toStored(line.event))).toMatchObject({ aside: ['Kees'] })
})

test('who sits elsewhere since is named there no more', () => {
  const told = given(asked, kees, organiser('movePerson', { person: 'Kees', table: 't2' }))
  expect(consentFor(told, 'Ans')).toMatchObject({ aside: [UNNAMED] })
  expect(consentFor(told, 'Kees')).toBeUndefined()
  expect(consentFor(told.when(...back), 'Kees')).toMatchObject({ aside: ['Kees'] })
})

test('a move changes the view of both tables, who knew the name and who know it now, and of nobody else', () => {
  const told = given(asked, kees)
  const line = {
    seq: told.state.seq + 1,
    at: told.world.now,
    event: { type: 'PersonMoved', person: 'Kees', table: 't2', version: 1 } as const,
  }
  const after = apply(told.state, line)
  const changed = PEOPLE.map(({ id }) => id).filter((id) => namesChanged(told.state, after, id))
  expect(changed.toSorted()).toEqual(['Ans', 'Eva', 'Femke', 'Bram', 'Gijs', 'Frank', 'Loes'].toSorted())
})
