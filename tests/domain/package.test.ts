import { describe, expect, test } from 'vitest'
import { NO_PROPOSAL, openFields } from '../../shared/dialogue/council/proposal.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { project } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { offered } from './support/council.ts'
import { harvest } from './support/harvest.ts'
import { does, given, organiser } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

const writes = (who: string, field: string, text: string) =>
  does(who, 'writeProposal', () => ({ field, text }))
const says = (who: string, yes: boolean) => does(who, 'allowName', () => ({ yes }))
const others = (...but: string[]) => PEOPLE.map(({ id }) => id).filter((id) => !but.includes(id))

describe('the draft proposal', () => {
  test('is filled in field by field, and may be emptied again', () => {
    const told = given(harvest, writes('Olga', 'subject', 'Tien afspraken'), writes('Olga', 'costs', 'Geen.'))
    told.when(writes('Olga', 'subject', 'Acht afspraken')).gives('ProposalWritten')
    told.when(writes('Olga', 'subject', 'Acht afspraken')).gives()
    told.when(writes('Olga', 'costs', '')).gives('ProposalWritten')
    expect(told.state.proposal).toEqual({ ...NO_PROPOSAL, subject: 'Acht afspraken' })
    expect(openFields(told.state.proposal)).not.toContain('subject')
    expect(openFields(told.state.proposal)).toHaveLength(6)
  })

  test('is the organiser’s until the set lies with the council, and then the clerk’s too; nobody else’s', () => {
    const told = given(harvest, writes('Olga', 'subject', 'Tien afspraken'))
    told.when(writes('Griet', 'costs', 'Geen.')).refuses('not_offered')
    for (const who of others('Olga')) expect(project(told.state, who).proposal).toEqual(NO_PROPOSAL)
    const there = given(offered, writes('Olga', 'subject', 'Tien afspraken'))
    there.when(writes('Griet', 'costs', 'Geen.')).gives('ProposalWritten')
    for (const who of ['Olga', 'Griet'])
      expect(project(there.state, who).proposal).toMatchObject({ subject: 'Tien afspraken', costs: 'Geen.' })
    for (const who of others('Olga', 'Griet')) expect(project(there.state, who).proposal).toEqual(NO_PROPOSAL)
  })

  test('stays when the set is taken back', () => {
    const told = given(offered, writes('Griet', 'costs', 'Geen.')).when(organiser('takeBackSet'))
    expect(told.state.proposal.costs).toBe('Geen.')
    expect(project(told.state, 'Griet').proposal).toEqual(NO_PROPOSAL)
  })
})

describe('one’s own name in the package', () => {
  test('is not there by itself; its owner says yes, and takes that back', () => {
    const told = given(harvest)
    expect(told.state.named).toEqual([])
    told.when(says('Ans', true)).gives('NameAllowed Ans')
    told.when(says('Ans', true)).gives()
    expect(told.state.named).toEqual(['Ans'])
    told.when(says('Ans', false)).gives('NameAllowed Ans')
    expect(told.state.named).toEqual([])
    for (const who of ['Olga', 'Femke', 'Henk', 'Griet']) told.when(says(who, true)).refuses('not_your_role')
  })

  test('can be asked for by the organiser, once; a no is an answer too, and only the own one is known', () => {
    const told = given(harvest)
    told.when(says('Ans', true)).gives('NameAllowed Ans')
    told.when(organiser('askNames')).gives('NamesAsked')
    told.when(organiser('askNames')).gives()
    told.when(says('Bram', false)).gives('NameAllowed Bram')
    told.when(says('Bram', false)).gives()
    expect([told.state.named, told.state.namesSaid]).toEqual([['Ans'], ['Ans', 'Bram']])
    const said = (who: string) => project(told.state, who).namesSaid
    expect([said('Olga'), said('Bram'), said('Femke')]).toEqual([['Ans', 'Bram'], ['Bram'], []])
    for (const who of ['Olga', 'Eva']) expect(project(told.state, who).namesAsked).not.toBeNull()
    const event = continueSession(told.state, { session: 'ses2', startsAt: null })
    const next = replay([{ seq: 1, at: 0, event: fromStored(toStored(event)) }])
    expect([next.namesSaid, next.namesAsked]).toEqual([told.state.namesSaid, told.state.namesAsked])
    given(offered).when(organiser('askNames')).refuses('names_closed')
  })

  test('stays as it is once the set lies with the council, until that is taken back', () => {
    const told = given(offered.slice(0, -1), says('Ans', true), organiser('offerSet'))
    told.when(says('Ans', false)).refuses('names_closed')
    told.when(says('Eva', true)).refuses('names_closed')
    told.when(organiser('takeBackSet'), says('Ans', false)).gives('SetTakenBack', 'NameAllowed Ans')
  })

  test('is for its owner and the organiser alone', () => {
    const told = given(harvest, says('Ans', true))
    for (const who of ['Ans', 'Olga']) expect(project(told.state, who).named).toEqual(['Ans'])
    for (const who of others('Ans', 'Olga')) expect(project(told.state, who).named).toEqual([])
  })
})

test('a further session takes both over; one that was stored without them has neither', () => {
  const told = given(harvest, says('Ans', true), writes('Olga', 'subject', 'Tien afspraken'))
  const event = toStored(continueSession(told.state, { session: 'ses2', startsAt: null }))
  const next = replay([{ seq: 1, at: 0, event: fromStored(event) }])
  expect([next.named, next.proposal.subject]).toEqual([['Ans'], 'Tien afspraken'])
  const { named: _n, proposal: _p, objections: _o, ...old } = event
  const before = replay([{ seq: 1, at: 0, event: fromStored(old) }])
  expect([before.named, before.proposal, before.objections.given]).toEqual([[], NO_PROPOSAL, []])
})
