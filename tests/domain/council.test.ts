import { describe, expect, test } from 'vitest'
import { councilSet } from '../../shared/dialogue/agreements/councilSet.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { followOf, judgedOf, unexplained } from '../../shared/dialogue/council/council.ts'
import { harvestCount, theSet } from '../../shared/dialogue/harvest/theSet.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { maySeePresence, project, redact, visibleRooms } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { DEFAULT_SETTINGS } from '../../shared/dialogue/settings.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import {
  decided,
  decides,
  explains,
  follows,
  offered,
  OTHER,
  published,
  publishes,
} from './support/council.ts'
import {
  agreedInPlenary,
  fifth,
  harvest,
  inSet,
  leavesOut,
  merged,
  merges,
  moves,
  onMade,
  proposed,
  takes,
} from './support/harvest.ts'
import { atTables, does, given, organiser, system } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

type Told = ReturnType<typeof given>
const stateOf = (told: Told, id: string, viewer = 'Olga') => project(told.state, viewer).agreements[id]?.state
const offers = organiser('offerSet')
const takesBack = organiser('takeBackSet')
const hides = organiser('hideDecision')

describe('[H3] the set goes to the council', () => {
  test('as it stands: in its order, with the words that were consented to and their hash', () => {
    const told = given(inSet, moves('a1', 2)).when(offers)
    told.gives('SetOffered')
    const event = told.world.log.at(-1)?.event
    expect(event).toMatchObject({
      set: [
        { agreement: 'a2', words: { title: 'Afspraak a2' }, hash: 'hash of Afspraak a2' },
        { agreement: 'a1', words: { title: 'Afspraak a1' }, hash: 'hash of Afspraak a1' },
      ],
    })
    expect([stateOf(told, 'a1'), stateOf(told, 'a2'), stateOf(told, 'a3')]).toEqual([
      'offered',
      'offered',
      'presented',
    ])
    expect(told.state.council.offeredAt).toBe(told.world.now)
    told.when(offers).gives()
  })

  test('before a harvest all that is agreed is the set, and has its place in it', () => {
    const told = given(harvest).when(offers)
    expect(theSet(told.state).map(({ id, place, state }) => [id, place, state])).toEqual([
      ['a1', 1, 'offered'],
      ['a2', 2, 'offered'],
    ])
  })

  test('not without anything in it, before it is shared, or while something in it is not settled', () => {
    given(proposed).when(offers).refuses('merge_waits')
    given(merged).when(offers).refuses('still_to_present')
    given(organiser('openPlenary')).when(offers).refuses('not_shared')
    const back = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
    given(atTables).when(offers).refuses('wrong_phase')
    given(atTables, back).when(offers).refuses('set_empty')
  })

  test('what lies there is not changed, merged, left out or added to', () => {
    const told = given(fifth, takes('a1'), takes('a2'), offers)
    const revises = does('Femke', 'reviseAgreement', () => ({ table: 't1', agreement: 'a1' }))
    const presents = does('Femke', 'presentAgreement', () => ({ table: 't1', agreement: 'a1' }))
    const begins = organiser('beginConsent', { room: 'plenary', agreement: 'a1' })
    const all = [
      takes('a4'),
      leavesOut('a1'),
      moves('a1', 2),
      merges(['a1', 'a2']),
      revises,
      presents,
      begins,
    ]
    for (const one of all) told.when(one).refuses('set_offered')
    const atTable = (type: 'withdrawAgreement' | 'restoreAgreement') =>
      does('Femke', type, () => ({ table: 't1', agreement: 'a1' }))
    told.when(organiser('spreadEvenly'), organiser('announceSplit'), organiser('startTables', { version: 2 }))
    for (const one of ['withdrawAgreement', 'restoreAgreement'] as const)
      told.when(atTable(one)).refuses('set_offered')
  })

  test('what was merged is not taken apart there', () => {
    const told = given(merged)
    const made = theSet(told.state)[0]?.id ?? ''
    told.when(...agreedInPlenary(made), offers)
    told.when(onMade('unmerge')).refuses('set_offered')
  })

  test('it counts in the harvest as before, and the council’s package has it', () => {
    const told = given(decided)
    expect(harvestCount(told.state)).toEqual({ done: 2, aim: 10 })
    const { set } = councilSet(
      told.state,
      numbered(told.state, () => null),
    )
    expect(set.map(({ agreement }) => agreement.id)).toEqual(['a1', 'a2'])
  })

  test('taken back it is the set again, and what was compared with it is gone', () => {
    const told = given(decided, takesBack)
    expect([stateOf(told, 'a1'), stateOf(told, 'a2')]).toEqual(['inSet', 'inSet'])
    expect(told.state.council).toEqual({ offeredAt: null, decision: null, published: null, follow: [] })
    told.when(takesBack).gives()
    told.when(leavesOut('a1')).gives('AgreementLeftOut')
    given(published).when(takesBack).refuses('decision_published')
    given(published, follows('a2'), hides).when(takesBack).refuses('set_followed')
  })
})

describe('[H3] what the council did with it', () => {
  test('each gets its verdict, with the council’s own words where they are others', () => {
    const told = given(offered).when(decides('changed', 'declined'))
    told.gives('CouncilDecided')
    expect([stateOf(told, 'a1'), stateOf(told, 'a2')]).toEqual(['changed', 'declined'])
    expect(told.state.council.decision?.judged).toEqual([
      { agreement: 'a1', verdict: 'changed', words: OTHER, by: '', reason: '' },
      { agreement: 'a2', verdict: 'declined', words: null, by: '', reason: '' },
    ])
  })

  test('nothing comes of it without a set there, for other words, or for a part of the set', () => {
    given(inSet).when(decides()).gives()
    const judged = (hash: string, ...more: string[]) =>
      system('recordDecision', () => ({
        judged: ['a1', ...more].map((agreement) => ({ agreement, hash, verdict: 'adopted', words: null })),
      }))
    given(offered).when(judged('hash of Afspraak a1')).gives()
    given(offered).when(judged('other', 'a2')).gives()
  })

  test('compared anew it is judged anew; an explanation stays with the words it is about', () => {
    const told = given(offered, decides('changed', 'declined'), explains('a1'), explains('a2'))
    told.when(decides('changed', 'adopted'))
    expect(judgedOf(told.state.council, 'a1')).toMatchObject({ reason: 'In de zomer lukt dat niet.' })
    expect(judgedOf(told.state.council, 'a2')).toMatchObject({ verdict: 'adopted', reason: '', by: '' })
    expect(stateOf(told, 'a2')).toBe('adopted')
    given(published).when(decides('adopted', 'adopted')).gives()
    given(published, follows('a2'), hides).when(decides('adopted', 'adopted')).gives()
  })

  test('who changed it and why: of what is as it was there is nothing to explain', () => {
    const told = given(offered)
    told.when(explains('a1')).refuses('not_decided')
    told.when(decides('changed', 'adopted'))
    told.when(explains('a1')).gives('VerdictExplained')
    told.when(explains('a1')).gives()
    told.when(explains('a2')).refuses('nothing_to_explain')
    told.when(explains('a3')).refuses('no_such_agreement')
  })
})

describe('[H4] published', () => {
  test('not before there is a decision, and every change has its reason and who made it', () => {
    given(offered).when(publishes()).refuses('not_decided')
    const told = given(offered, decides('changed', 'declined'))
    told.when(publishes()).refuses('verdict_unexplained')
    told.when(explains('a1', 'Daarom.', ' ')).when(explains('a2', 'Later.', ''))
    told.when(publishes()).refuses('verdict_unexplained')
    expect(unexplained(told.state.council).map(({ agreement }) => agreement)).toEqual(['a1'])
    told.when(explains('a1', ' … '), publishes()).refuses('verdict_unexplained')
    told.when(explains('a1'), publishes()).gives('VerdictExplained', 'DecisionPublished')
    told.when(explains('a1', '')).refuses('verdict_unexplained')
    told.when(explains('a1', 'Beter gezegd.')).gives('VerdictExplained')
  })

  test('listed or not is said each time; it is one page', () => {
    const told = given(published)
    told.when(publishes()).gives()
    const before = told.state.council.published?.at
    told.when(publishes(true)).gives('DecisionPublished')
    expect(told.state.council.published).toEqual({ at: before, listed: true })
    told.when(hides).gives('DecisionHidden')
    told.when(hides).gives()
  })

  test.each(PEOPLE.filter(({ id }) => id !== 'Olga' && id !== 'Griet').map(({ id }) => id))(
    'before that %s knows no more than that the set lies there, afterwards all',
    (viewer) => {
      const told = given(decided, explains('a1'))
      const knows = () => JSON.stringify(project(told.state, viewer))
      expect(knows()).not.toMatch(/vijftien|zomer|Amendement/)
      expect(project(told.state, viewer).council.decision).toBeNull()
      expect([undefined, 'offered']).toContain(stateOf(told, 'a1', viewer))
      told.when(publishes())
      expect(knows()).toMatch(/vijftien.*Amendement.*zomer/)
      expect(stateOf(told, 'a1', viewer)).toBe(viewer === 'Henk' ? undefined : 'changed')
      told.when(follows('a2'), hides)
      expect(knows()).not.toMatch(/vijftien|zomer|Amendement|contactpersonen/)
    },
  )

  test('no event tells more than that', () => {
    const { log } = given(decided, explains('a1')).world
    for (const line of log.slice(-2)) {
      const before = replay(log.filter(({ seq }) => seq < line.seq))
      const after = replay(log.filter(({ seq }) => seq <= line.seq))
      expect(redact(line, before, after, 'Ans').event).toEqual({ type: 'Blank' })
      expect(redact(line, before, after, 'Olga')).toEqual(line)
    }
  })
})

describe('the clerk of the council', () => {
  const byClerk = (type: CommandType, payload: object) => does('Griet', type, () => payload)

  test('sees the set once it lies there, with what came of it, and nobody but themselves', () => {
    const told = given(inSet)
    const view = () => project(told.state, 'Griet')
    expect(view().agreements).toEqual({})
    told.when(offers, decides('changed', 'declined'))
    expect(Object.keys(view().agreements)).toEqual(['a1', 'a2'])
    expect(view().council).toEqual(told.state.council)
    expect(Object.keys(view().people)).toEqual(['Griet'])
    const { dialogue, agreements, council, people, order, ...rest } = view()
    const all = JSON.stringify([dialogue, agreements, council])
    for (const { id } of PEOPLE) expect(all).not.toContain(`"${id}"`)
    expect([order, people['Griet']?.role]).toEqual([['Griet'], 'clerk'])
    expect(rest).toMatchObject({
      floors: {},
      help: [],
      agenda: [],
      tables: {},
      seating: null,
      settings: DEFAULT_SETTINGS,
    })
  })

  test('is in no room, and reads along at none', () => {
    const told = given(
      atTables,
      does('Griet', 'join', () => ({})),
    )
    expect(placeOf(told.state, 'Griet')).toBeNull()
    expect(visibleRooms(told.state, 'Griet')).toEqual([])
    for (const { id } of PEOPLE) expect(maySeePresence(told.state, 'Griet', id)).toBe(id === 'Griet')
    for (const line of told.world.log)
      expect(redact(line, told.state, told.state, 'Griet').event).toEqual({ type: 'Blank' })
  })

  test('explains, publishes and tells what came of it; the set is the organiser’s to offer and to take back', () => {
    const told = given(inSet)
    told.when(byClerk('offerSet', {})).refuses('not_your_role')
    told.when(offers).when(byClerk('takeBackSet', {})).refuses('not_your_role')
    const explained = { agreement: 'a1', by: 'Amendement A2', reason: 'In de zomer lukt dat niet.' }
    told.when(
      decides('changed', 'adopted'),
      byClerk('explainVerdict', explained),
      byClerk('publishDecision', { listed: true }),
      byClerk('followUp', { agreement: 'a2', state: 'done', text: 'Er zijn drie contactpersonen.' }),
      byClerk('hideDecision', {}),
    )
    told.gives(
      'CouncilDecided',
      'VerdictExplained',
      'DecisionPublished',
      'AgreementFollowed',
      'DecisionHidden',
    )
  })
})

describe('[H4] afterwards', () => {
  test('what is adopted is carried out and looked back on, each time with what happened', () => {
    const told = given(published).when(follows('a2'))
    told.gives('AgreementFollowed')
    expect(stateOf(told, 'a2')).toBe('done')
    told.when(follows('a2', 'evaluated'), follows('a1'))
    expect([stateOf(told, 'a1'), stateOf(told, 'a2')]).toEqual(['done', 'evaluated'])
    expect(followOf(told.state.council, 'a2').map(({ state }) => state)).toEqual(['evaluated', 'done'])
  })

  test('what is not adopted is not carried out', () => {
    given(offered).when(follows('a1')).refuses('not_decided')
    given(decided).when(follows('a9')).refuses('no_such_agreement')
    given(offered, decides('declined')).when(follows('a1')).refuses('not_adopted')
  })

  test('all of it goes on when the last session is over', () => {
    const told = given(inSet, organiser('endSession'))
    told.when(offers, decides('changed'), explains('a1'), publishes(), follows('a1'), hides)
    told.gives(
      'SetOffered',
      'CouncilDecided',
      'VerdictExplained',
      'DecisionPublished',
      'AgreementFollowed',
      'DecisionHidden',
    )
  })

  test('a further session takes it over, and its log is read as it was written', () => {
    const before = given(published, follows('a2')).state
    const event = continueSession(before, { session: 'ses2', startsAt: null })
    const read = fromStored(JSON.parse(JSON.stringify(toStored(event))))
    const after = replay([{ seq: 1, at: 0, event: read }])
    expect(after.council).toEqual(before.council)
    expect(after.agreements).toEqual(before.agreements)
  })
})
