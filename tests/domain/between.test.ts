import { describe, expect, test } from 'vitest'
import { objectionsIn } from '../../shared/dialogue/agreements/versions.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { openObjections } from '../../shared/dialogue/between/objecting.ts'
import { project, redact } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { offered } from './support/council.ts'
import {
  agreedInPlenary,
  harvest,
  inSet,
  leavesOut,
  madeOf,
  merged,
  onMade,
  proposed,
} from './support/harvest.ts'
import { atTables, does, given, organiser, wait, type Step } from './support/sentence.ts'
import { PEOPLE, START } from './support/world.ts'

const UNTIL = START + 90 * 24 * 3_600_000
const ends = organiser('endSession')
const allows = (until: number | null = UNTIL) => organiser('allowObjections', { until })
const objects = (who: string, agreement: string, reason = 'Een brief is niet genoeg.'): Step =>
  does(who, 'objectTo', () => ({ agreement, reason }))
const takesBack = (who: string, agreement: string) => does(who, 'takeBackObjection', () => ({ agreement }))

/** It is over; a1 of t1 and a2 of t2 are agreed, a3 of t3 lies before people. Ans, Eva and Kees sat at t1. */
const home: Step[] = [...harvest, ends, allows()]
type Told = ReturnType<typeof given>
const stateOf = ({ state }: Told, id: string) => state.agreements[id]
const seenBy = (told: Told, viewer: string) => project(told.state, viewer).objections.given

const further = (told: Told) =>
  replay([
    {
      seq: 1,
      at: 0,
      event: fromStored(toStored(continueSession(told.state, { session: 'ses2', startsAt: null }))),
    },
  ])

describe('until a date one may object', () => {
  test('which the organiser sets once a session is over, and may take away; never in the past', () => {
    const told = given(harvest, ends)
    expect(told.state.objections.until).toBeNull()
    told.when(objects('Ans', 'a1')).refuses('objections_closed')
    told.when(allows()).gives('ObjectionsAllowed')
    told.when(allows()).gives()
    told.when(allows(START - 1)).refuses('moment_past')
    told.when(allows(null)).gives('ObjectionsAllowed')
    told.when(objects('Ans', 'a1')).refuses('objections_closed')
    given(harvest).when(allows()).refuses('wrong_phase')
  })

  test('to the very moment, and not after it', () => {
    given(harvest, ends, allows(START + 60_000), wait(60_000)).when(objects('Ans', 'a1'))
    given(harvest, ends, allows(START + 60_000), wait(60_001))
      .when(objects('Ans', 'a1'))
      .refuses('objections_closed')
  })
})

describe('[C3] an objection from home', () => {
  test('opens the words again for their table, as when whoever leads it takes them up: consent is void', () => {
    const told = given(home).when(objects('Ans', 'a1'))
    told.gives('ObjectionGiven Ans', 'AgreementRevised')
    expect(stateOf(told, 'a1')).toMatchObject({ state: 'draft', presented: null, consent: null })
    expect(told.state.objections.given).toMatchObject([
      { agreement: 'a1', version: 1, person: 'Ans', tables: ['t1'], seated: true, inSet: false },
    ])
  })

  test('takes it out of the set first, and drops a merging that waits for it', () => {
    const told = given(inSet, ends, allows()).when(objects('Ans', 'a1'))
    told.gives('ObjectionGiven Ans', 'AgreementLeftOut', 'AgreementRevised')
    expect(stateOf(told, 'a1')).toMatchObject({ state: 'draft', place: null })
    const waiting = given(proposed, ends, allows()).when(objects('Ans', 'a1'))
    waiting.gives('ObjectionGiven Ans', 'MergeDropped', 'AgreementLeftOut', 'AgreementRevised')
    expect(waiting.state.harvest.merges).toEqual([])
  })

  test('to what was merged: it keeps its place and its words, and is to be put before everybody anew', () => {
    const told = given(merged)
    const { id } = madeOf(told)!
    told.when(agreedInPlenary(id), ends, allows())
    expect(stateOf(told, id)).toMatchObject({ state: 'inSet', place: 1 })
    told.when(objects('Dina', id)).gives('ObjectionGiven Dina', 'ConsentVoided')
    expect(stateOf(told, id)).toMatchObject({ state: 'presented', place: 1, consent: null, note: null })
    expect(openObjections(told.state)).toHaveLength(1)
    told.when(onMade('unmerge')).gives('AgreementsUnmerged')
    expect(openObjections(told.state)).toEqual([])
  })

  test('to what was merged and left out of the set since', () => {
    const told = given(merged)
    const { id } = madeOf(told)!
    told.when(agreedInPlenary(id), leavesOut(id), ends, allows())
    expect(stateOf(told, id)).toMatchObject({ state: 'agreed', place: null })
    told.when(objects('Dina', id)).gives('ObjectionGiven Dina', 'ConsentVoided')
    expect(stateOf(told, id)).toMatchObject({ state: 'presented', consent: null })
  })

  test('once by each person; in other words these stand in its place, and without words it is none', () => {
    const told = given(home, objects('Ans', 'a1'))
    told.when(objects('Ans', 'a1')).gives()
    told.when(objects('Ans', 'a1', 'Liever een huisbezoek.')).gives('ObjectionGiven Ans')
    told.when(objects('Eva', 'a1', 'Te laat.')).gives('ObjectionGiven Eva')
    expect(
      told.state.objections.given.map(({ person, reason, version }) => [person, reason, version]),
    ).toEqual([
      ['Ans', 'Liever een huisbezoek.', 1],
      ['Eva', 'Te laat.', 1],
    ])
    told.when(objects('Kees', 'a1', ' … ')).refuses('reason_needed')
  })

  test('is for whoever had a seat there; in the set it is everybody’s', () => {
    given(home).when(objects('Cees', 'a1')).refuses('no_seat_there')
    given(home).when(objects('Femke', 'a1')).refuses('not_your_role')
    const told = given(inSet, ends, allows()).when(objects('Cees', 'a1'))
    told.gives('ObjectionGiven Cees', 'AgreementLeftOut', 'AgreementRevised')
    // taken out by objecting, it is still everybody's to object to
    told.when(objects('Dina', 'a1')).gives('ObjectionGiven Dina')
    const out = given(inSet, leavesOut('a1'), ends, allows())
    out.when(objects('Cees', 'a1')).refuses('no_seat_there')
  })

  test('is not possible to what is still written, was merged, or lies with the council', () => {
    const writing = does('Femke', 'reviseAgreement', () => ({ table: 't1', agreement: 'a1' }))
    given(harvest, writing, ends, allows()).when(objects('Ans', 'a1')).refuses('still_written')
    given(merged, ends, allows()).when(objects('Ans', 'a1')).refuses('merged_elsewhere')
    given(offered, ends, allows()).when(objects('Ans', 'a1')).refuses('set_offered')
    given(home).when(objects('Ans', 'a9')).refuses('no_such_agreement')
    given(atTables).when(objects('Ans', 'a1')).refuses('wrong_phase')
  })

  test('can be taken back by its writer; the words stay open', () => {
    const told = given(home, objects('Ans', 'a1'))
    told.when(takesBack('Eva', 'a1')).gives()
    told.when(takesBack('Ans', 'a1')).gives('ObjectionTakenBack Ans')
    expect([told.state.objections.given, stateOf(told, 'a1')?.state]).toEqual([[], 'draft'])
  })

  test('goes along to the next session, and waits until the words are put forward anew', () => {
    const told = given(home, objects('Ans', 'a1'))
    const next = further(told)
    expect(openObjections(next)).toHaveLength(1)
    expect(next.objections.until).toBe(UNTIL)
    const again = given(harvest, ends, allows(), objects('Ans', 'a1')).state
    const { versions } = again.agreements['a1']!
    const presented = { version: 2, words: { title: 'Anders', text: [], why: [] }, hash: 'h' }
    const shown = { ...again.agreements['a1']!, state: 'presented' as const, presented, versions }
    expect(openObjections({ ...again, agreements: { ...again.agreements, a1: shown } })).toEqual([])
  })

  test('[H1] changed the words like one at the table, unless it was taken back', () => {
    const told = given(
      home,
      objects('Ans', 'a1'),
      objects('Ans', 'a1', 'Liever thuis.'),
      objects('Eva', 'a1'),
    )
    told.when(takesBack('Eva', 'a1'))
    expect(objectionsIn([told.world.log], 'a1')).toEqual([{ version: 1, reasons: ['Liever thuis.'] }])
  })
})

describe('who reads it', () => {
  const reads = (told: Told) => PEOPLE.map(({ id }) => id).filter((who) => seenBy(told, who).length > 0)

  test('whoever leads the table, the people of the table and the organiser; its event goes to no one else', () => {
    const told = given(home).when(objects('Ans', 'a1'))
    expect(reads(told).toSorted()).toEqual(['Ans', 'Eva', 'Femke', 'Kees', 'Olga'].toSorted())
    expect(seenBy(told, 'Femke')).toMatchObject([{ person: 'Ans', reason: 'Een brief is niet genoeg.' }])
    const line = told.world.log.find(({ event }) => event.type === 'ObjectionGiven')!
    for (const { id } of PEOPLE) {
      const { event } = redact(line, told.state, told.state, id)
      expect([id, event.type]).toEqual([id, reads(told).includes(id) ? 'ObjectionGiven' : 'Blank'])
    }
  })

  test('of somebody who sat elsewhere the table reads the reason, and not the name', () => {
    const told = given(inSet, ends, allows()).when(objects('Cees', 'a1'))
    expect(reads(told)).toContain('Cees')
    for (const who of ['Femke', 'Ans']) expect(seenBy(told, who)).toMatchObject([{ person: '', inSet: true }])
    for (const who of ['Olga', 'Cees']) expect(seenBy(told, who)).toMatchObject([{ person: 'Cees' }])
    expect(reads(told)).not.toContain('Bram')
    const line = told.world.log.find(({ event }) => event.type === 'ObjectionGiven')!
    expect(redact(line, told.state, told.state, 'Ans').event).toMatchObject({ person: '' })
  })
})
