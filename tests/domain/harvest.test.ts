import { describe, expect, test } from 'vitest'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { councilSet } from '../../shared/dialogue/agreements/councilSet.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import { waitsFor } from '../../shared/dialogue/harvest/mayMerge.ts'
import { harvestCount, isToPresent, sourcesOf, theSet } from '../../shared/dialogue/harvest/theSet.ts'
import { project } from '../../shared/dialogue/project.ts'
import { begins, closes, got, notes, opens, walked } from './support/consent.ts'
import {
  agreedInPlenary,
  everybodySays,
  fifth,
  harvest,
  inSet,
  leavesOut,
  madeOf,
  merged,
  merges,
  moves,
  onMade,
  proposed,
  says,
  takes,
  written,
} from './support/harvest.ts'
import { atTables, does, given, goesAway, organiser, type Step } from './support/sentence.ts'
import { command, PEOPLE } from './support/world.ts'

type Told = ReturnType<typeof given>
const stateOf = (told: Told, id: string) => told.state.agreements[id]?.state
const setOf = (told: Told) => theSet(told.state).map(({ id, place, number }) => [id, place, number])
describe('[H2] the set', () => {
  test('what is agreed is taken in at the end, numbered anew, and keeps its old number [H1]', () => {
    const told = given(harvest, takes('a2'), takes('a1'))
    expect(setOf(told)).toEqual([
      ['a2', 1, 2],
      ['a1', 2, 1],
    ])
    expect(stateOf(told, 'a1')).toBe('inSet')
    told.when(takes('a1')).gives()
  })

  test('what is no agreement yet stays out', () => {
    given(harvest).when(takes('a3')).refuses('not_agreed')
    given(harvest).when(takes('a9')).refuses('no_such_agreement')
    given(merged).when(takes('a1')).refuses('merged_elsewhere')
    given(merged, onMade('unmerge')).when(onMade('takeIntoSet')).refuses('not_agreed')
  })

  test('taken out it is what it was, and the others close up', () => {
    const told = given(inSet, leavesOut('a1'))
    expect(stateOf(told, 'a1')).toBe('agreed')
    expect(setOf(told)).toEqual([['a2', 1, 2]])
    told.when(leavesOut('a1')).gives()
    told.when(leavesOut('a3')).refuses('not_in_set')
    told.when(leavesOut('a9')).refuses('no_such_agreement')
  })

  test('moved, and beyond the end is the end', () => {
    const told = given(inSet, moves('a1', 9))
    expect(setOf(told)).toEqual([
      ['a2', 1, 2],
      ['a1', 2, 1],
    ])
    told.when(moves('a1', 2)).gives()
    expect(setOf(told.when(moves('a1', 1)))).toEqual([
      ['a1', 1, 1],
      ['a2', 2, 2],
    ])
    told.when(moves('a3', 1)).refuses('not_in_set')
    told.when(moves('a9', 1)).refuses('no_such_agreement')
  })

  test('its words are not revised while it is in the set', () => {
    const back = [organiser('announceSplit'), organiser('startTables', { version: 2 })]
    const revises = does('Femke', 'reviseAgreement', () => ({ table: 't1', agreement: 'a1' }))
    given(inSet).when(revises).refuses('locked')
    given(inSet, organiser('spreadEvenly'), back).when(revises).refuses('locked')
  })

  test('only outside the tables, and after the first recall; it goes on when the session is over', () => {
    given(atTables, written('t1', 'a1')).when(takes('a1')).refuses('wrong_phase')
    const first = [takes('a1'), leavesOut('a1'), moves('a1', 1), merges(['a1', 'a2']), onMade('unmerge')]
    const before = given(atTables.slice(0, -3))
    for (const one of first) before.when(one).refuses('not_shared')
    given(inSet, organiser('endSession')).when(leavesOut('a1')).gives('AgreementLeftOut')
  })

  test('"1 van 10": what is carried and does not wait for a merging; the number is the organiser’s', () => {
    expect(harvestCount(given(inSet).state)).toEqual({ done: 2, aim: 10 })
    expect(harvestCount(given(proposed).state)).toEqual({ done: 0, aim: 10 })
    expect(harvestCount(given(merged).state)).toEqual({ done: 0, aim: 10 })
    const told = given(inSet, organiser('setHarvestAim', { aim: 8 }))
    expect(harvestCount(told.state)).toEqual({ done: 2, aim: 8 })
    told.when(organiser('setHarvestAim', { aim: 8 })).gives()
  })

  test('a table where something is agreed stays, also when nobody was ever seated there', () => {
    const told = given(fifth)
    told.when(organiser('removeTable', { table: 'tbl1' })).refuses('table_has_agreements')
  })
})

describe('[H2] merging', () => {
  test('nothing changes before every source table has said yes, each through whoever leads it', () => {
    const told = given(proposed)
    expect(told.state.harvest.merges).toMatchObject([
      { from: ['a1', 'a2'], tables: ['t1', 't2'], lost: 'Het woord buurt.', hash: 'hash of Samen', yes: [] },
    ])
    told.when(says('Femke', 't1')).gives('MergeAnswered')
    expect(stateOf(told, 'a1')).toBe('inSet')
    told.when(says('Frank', 't2')).gives('MergeAnswered', 'AgreementsMerged')
    expect([stateOf(told, 'a1'), stateOf(told, 'a2')]).toEqual(['merged', 'merged'])
  })

  test('[H1] what is made has a number of its own, its words with their hash, its origins and who said yes', () => {
    const made = madeOf(given(merged))
    expect(made).toMatchObject({
      number: 4,
      state: 'presented',
      place: 1,
      table: 't1',
      origins: ['a1', 'a2'],
      lost: 'Het woord buurt.',
      presented: { version: 1, hash: 'hash of Samen', words: { title: 'Samen', text: paragraphs('Samen.') } },
      versions: [{ number: 1, authors: ['Ans'] }],
      yes: [
        { table: 't1', by: 'Femke', standsIn: false },
        { table: 't2', by: 'Frank', standsIn: false },
      ],
    })
    const { state } = given(merged)
    expect(sourcesOf(state, made!).map(({ number }) => number)).toEqual([1, 2])
  })

  test('it waits for whoever leads a table that has not answered, and for nobody else', () => {
    const waiting = (told: Told) =>
      PEOPLE.map(({ id }) => id).filter((id) => waitsFor(told.state, id).length > 0)
    expect(waiting(given(proposed))).toEqual(['Femke', 'Frank'])
    expect(waiting(given(proposed, says('Femke', 't1')))).toEqual(['Frank'])
    expect(waiting(given(merged))).toEqual([])
  })

  test('one no and both stay apart', () => {
    const told = given(proposed, says('Femke', 't1'), says('Frank', 't2', false))
    expect(setOf(told).map(([id]) => id)).toEqual(['a1', 'a2'])
    expect(told.state.harvest).toMatchObject({ merges: [], last: { how: 'refused', table: 't2' } })
  })

  test('whoever said yes may still say no while the others have not answered', () => {
    const told = given(proposed, says('Femke', 't1'), says('Femke', 't1', false))
    expect(told.state.harvest.last).toMatchObject({ how: 'refused', table: 't1' })
  })

  test('a second yes, a yes for another table, for a table that is not asked, or to nothing, is refused', () => {
    given(proposed, says('Femke', 't1')).when(says('Femke', 't1')).refuses('already')
    given(proposed).when(says('Femke', 't2')).refuses('not_your_room')
    given(proposed).when(says('Ans', 't1')).refuses('not_your_role')
    given(proposed).when(says('Femke', 't3')).refuses('not_asked')
    given(merged)
      .when(says('Femke', 't1', true, 'mrg9'))
      .refuses('no_such_merge')
  })

  test('the organiser answers for a table only when nobody who leads it is there, and it is marked', () => {
    given(proposed).when(says('Olga', 't2')).refuses('facilitator_here')
    const told = given(proposed, says('Femke', 't1'), goesAway('Frank'), says('Olga', 't2'))
    expect(madeOf(told)?.yes).toContainEqual({ table: 't2', by: 'Olga', standsIn: true })
  })

  test('taken back while it waits', () => {
    const drops = does('Olga', 'dropMerge', ({ state }) => ({ merge: state.harvest.merges[0]?.id ?? 'none' }))
    const told = given(proposed, drops)
    expect(told.state.harvest).toMatchObject({ merges: [], last: { how: 'dropped', from: ['a1', 'a2'] } })
    told.when(drops).refuses('no_such_merge')
    expect(stateOf(told, 'a1')).toBe('inSet')
  })

  test('what cannot be merged is refused', () => {
    given(inSet)
      .when(merges(['a1', 'a1']))
      .refuses('merge_with_itself')
    given(inSet)
      .when(merges(['a1', 'a9']))
      .refuses('no_such_agreement')
    given(inSet)
      .when(merges(['a1', 'a3']))
      .refuses('not_in_set')
    given(proposed)
      .when(merges(['a1', 'a2']))
      .refuses('merge_waits')
    given(merged)
      .when(merges(['a1', 'a2']))
      .refuses('merged_elsewhere')
    given(inSet)
      .when(merges(['a1', 'a2'], 'Samen', { note: ' \n' }))
      .refuses('loss_needed')
    given(inSet)
      .when(merges(['a1', 'a2'], ' '))
      .refuses('nothing_written')
    given(inSet)
      .when(merges(['a1', 'a2'], 'Samen', { text: [] }))
      .refuses('nothing_written')
    const script = [{ kind: 'script', spans: [] }]
    expect(() => given(inSet, merges(['a1', 'a2'], 'Samen', { text: script }))).toThrow()
    expect(() =>
      command('mergeAgreements', { from: ['a1'], title: 'x', text: [], why: [], note: 'x' }),
    ).toThrow()
  })

  test('tables of one role merge first, then roles; a role keeps as many of its own as it wants', () => {
    const told = given(fifth, takes('a1'), takes('a2'), takes('a4'), takes('a5'))
    told.when(merges(['a1', 'a4', 'a2'])).refuses('role_first')
    told.when(merges(['a1', 'a4']), merges(['a5', 'a2'])).refuses('role_first')
    told.when(says('Femke', 't1'), says('Frank', 'tbl1'))
    const lawful = madeOf(told)!.id
    told.when(merges([lawful, 'a2'], 'Over de rollen')).gives('MergeProposed')
    expect(told.state.harvest.merges[0]?.tables).toEqual(['t1', 't2', 'tbl1'])
    told.when(organiser('unmerge', { agreement: lawful })).refuses('merge_waits')
    told.when(says('Femke', 't1'), says('Frank', 't2'), says('Frank', 'tbl1'))
    expect(sourcesOf(told.state, madeOf(told)!).map(({ id }) => id)).toEqual(['a1', 'a4', 'a2'])
    expect(setOf(told).map(([id]) => id)).toEqual([madeOf(told)!.id, 'a5'])
    told.when(organiser('unmerge', { agreement: lawful })).refuses('merged_elsewhere')
    // it was still to be put before everybody, and is so again
    expect(stateOf(told.when(onMade('unmerge')), lawful)).toBe('presented')
  })

  test('[C3] a round on what is merged further is over', () => {
    const told = given(fifth, takes('a1'), takes('a2'), takes('a4'), merges(['a1', 'a4']))
    told.when(says('Femke', 't1'), says('Frank', 'tbl1'))
    const lawful = madeOf(told)!.id
    told.when(begins('plenary', lawful), merges([lawful, 'a2']), says('Femke', 't1'), says('Frank', 't2'))
    told.when(says('Frank', 'tbl1')).gives('MergeAnswered', 'ConsentClosed', 'AgreementsMerged')
    expect(told.state.floors.plenary?.lastConsent).toMatchObject({ agreement: lawful, how: 'voided' })
  })

  test('the words are made canonical before they are hashed and kept', () => {
    const text = [
      { kind: 'paragraph', spans: [{ text: ' Een\u0000  woord ', marks: [{ link: 'javascript:x' }] }] },
    ]
    const told = given(inSet, merges(['a1', 'a2'], ' Samen  verder ', { text }))
    expect(told.state.harvest.merges[0]?.words).toEqual({
      title: 'Samen verder',
      text: paragraphs('Een woord'),
      why: [],
    })
  })

  test('while a proposal waits its agreements stay in the set', () => {
    given(proposed).when(leavesOut('a1')).refuses('merge_waits')
    expect(setOf(given(proposed, moves('a1', 2))).map(([id]) => id)).toEqual(['a2', 'a1'])
  })
})

describe('[C3] merged words are new words', () => {
  test('it stands in the set to be put before everybody, and counts when a round on it is done', () => {
    const told = given(merged)
    const made = madeOf(told)
    expect(isToPresent(made!)).toBe(true)
    told.when(agreedInPlenary(made!.id))
    expect(told.state.agreements[made!.id]).toMatchObject({ state: 'inSet', place: 1 })
    expect(harvestCount(told.state).done).toBe(1)
  })

  test('before that it is not left out, and after it, it is agreed like any other', () => {
    given(merged).when(onMade('leaveOut')).refuses('still_to_present')
    const id = madeOf(given(merged))!.id
    const told = given(merged, agreedInPlenary(id), leavesOut(id))
    expect(stateOf(told, id)).toBe('agreed')
    expect(stateOf(told.when(takes(id)), id)).toBe('inSet')
  })

  test('it has no place in a table’s document, and is not revised or brought back there', () => {
    const told = given(merged)
    const id = madeOf(told)!.id
    expect([...(textRights(told.state, 'Femke', 't1')?.known ?? [])]).toEqual(['a1'])
    const at = (type: 'reviseAgreement' | 'restoreAgreement') =>
      does('Femke', type, () => ({ table: 't1', agreement: id }))
    told.when(at('reviseAgreement')).refuses('unmerge_first')
    const back = given(merged, onMade('unmerge'), organiser('spreadEvenly'), organiser('announceSplit'))
    back.when(organiser('startTables', { version: 2 }), at('restoreAgreement')).refuses('locked')
  })
})

describe('[H2] apart again', () => {
  test('[C6] other words for the same merging are its second round, and with a note it counts too', () => {
    const objects = (id: string): Step[] =>
      [...walked('plenary').slice(1), everybodySays('objects'), opens('plenary'), closes('plenary')].flatMap(
        (step, index) => (index === 0 ? [begins('plenary', id), step] : [step]),
      )
    const told = given(merged)
    const first = madeOf(told)!.id
    told.when(objects(first))
    expect(told.state.agreements[first]).toMatchObject({ state: 'presented', deadlocks: 1 })
    told.when(begins('plenary', first)).refuses('same_words')
    told.when(onMade('unmerge'), merges(['a2', 'a1'], 'Anders'), says('Femke', 't1'), says('Frank', 't2'))
    const second = madeOf(told)!.id
    told.when(objects(second).slice(0, -1), notes('Olga', 'Te snel.', 'plenary'), closes('plenary'))
    expect(told.state.agreements[second]).toMatchObject({ state: 'inSet', note: 'Te snel.' })
    expect(stateOf(told.when(leavesOut(second)), second)).toBe('agreedWithNote')
    expect(stateOf(told.when(takes(second)), second)).toBe('inSet')
  })

  test('the sources come back where it stood, with their consent; its number is not used again', () => {
    const told = given(merged, onMade('unmerge'))
    expect(setOf(told).map(([id]) => id)).toEqual(['a1', 'a2'])
    expect(told.state.agreements['a1']).toMatchObject({ state: 'inSet', consent: { objects: [] } })
    expect(madeOf(told)).toMatchObject({ state: 'withdrawn', place: null, number: 4 })
    expect(stateOf(told, 'a1')).toBe('inSet')
    told.when(merges(['a1', 'a2'], 'Anders'), says('Femke', 't1'), says('Frank', 't2'))
    expect(madeOf(told)).toMatchObject({ number: 5, presented: { hash: 'hash of Anders' } })
  })

  test('what was merged further goes apart first; what was not merged, not at all', () => {
    given(inSet)
      .when(organiser('unmerge', { agreement: 'a1' }))
      .refuses('not_merged')
    given(inSet)
      .when(organiser('unmerge', { agreement: 'a9' }))
      .refuses('no_such_agreement')
    given(merged, onMade('unmerge')).when(onMade('unmerge')).refuses('not_merged')
  })
})

describe('[H2] who sees it', () => {
  const readers = PEOPLE.map(({ id }) => id).filter((id) => !['Henk', 'Griet'].includes(id))
  test('everybody who may read the agreements, live; a helper and the clerk never', () => {
    const told = given(proposed)
    for (const id of readers) {
      expect(got(told, 'MergeProposed', id).type).toBe('MergeProposed')
      expect(project(told.state, id).harvest.merges).toHaveLength(1)
    }
    for (const id of ['Henk', 'Griet']) {
      expect(got(told, 'MergeProposed', id)).toEqual({ type: 'Blank' })
      expect(project(told.state, id).harvest).toEqual({ merges: [], last: null })
    }
  })

  test('[T3] at the tables nobody reads along with a proposal about another table', () => {
    const told = given(proposed, organiser('spreadEvenly'), organiser('announceSplit'))
    told.when(organiser('startTables', { version: 2 }))
    const seeing = PEOPLE.map(({ id }) => id).filter(
      (id) => project(told.state, id).harvest.merges.length > 0,
    )
    expect(seeing).toEqual(['Olga'])
  })
})

describe('[H2] what goes to the council', () => {
  const numbers = (told: Told) => {
    const { set, annex } = councilSet(
      told.state,
      numbered(told.state, () => null),
    )
    return [set, annex].map((list) => list.map(({ agreement }) => agreement.number))
  }
  test('all that is agreed; once there is a set, that, in its order; merged words when there is consent on them', () => {
    expect(numbers(given(harvest))).toEqual([[1, 2], [3]])
    expect(numbers(given(inSet, moves('a1', 2)))).toEqual([[2, 1], [3]])
    expect(numbers(given(harvest, takes('a2')))).toEqual([[2], [1, 3]])
    const told = given(merged)
    expect(numbers(told)).toEqual([[], [1, 4, 2, 3]])
    expect(numbers(told.when(agreedInPlenary(madeOf(told)!.id)))).toEqual([[4], [1, 2, 3]])
  })
})
