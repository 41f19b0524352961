import { describe, expect, test } from 'vitest'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { AGREEMENT_STATES, arrows, ARROWS } from '../../shared/dialogue/agreements/agreement.ts'
import { agreementsAt, openAt } from '../../shared/dialogue/agreements/agreements.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import { apply, replay } from '../../shared/dialogue/apply.ts'
import { project, redact } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { COMMANDS, type CommandType } from '../../shared/dialogue/commands.ts'
import { atTables, does, given, organiser, system, type Step } from './support/sentence.ts'
import { frozen, PEOPLE } from './support/world.ts'

/** Ans and Eva sit at t1 with Femke, Bram at t2 with Frank. */
const about = (actor: string, type: CommandType, agreement = 'a1', table = 't1', more: object = {}) =>
  does(actor, type, () => ({ table, agreement, ...more }))
const adds = (actor: string, agreement = 'a1', table = 't1') => about(actor, 'addAgreement', agreement, table)
const presents = about('Femke', 'presentAgreement')
const revises = about('Femke', 'reviseAgreement')
const reads =
  (agreement: string, title: string, ...authors: string[]): Step =>
  (told) => ({
    ...told,
    world: { ...told.world, frozen: { ...told.world.frozen, [agreement]: frozen(title, ...authors) } },
  })
const recalled = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
const stateOf = (told: ReturnType<typeof given>, id = 'a1') => told.state.agreements[id]

describe('[H1] which agreements there are', () => {
  test('each has one number, given when it is made, over all tables', () => {
    const told = given(atTables, adds('Ans'), adds('Bram', 'a2', 't2'), adds('Eva', 'a3'))
    expect(Object.values(told.state.agreements).map(({ id, number }) => [id, number])).toEqual([
      ['a1', 1],
      ['a2', 2],
      ['a3', 3],
    ])
    expect(agreementsAt(told.state, 't1').map(({ id }) => id)).toEqual(['a1', 'a3'])
  })

  test('a number is not given again, also when its agreement was taken away', () => {
    const told = given(atTables, adds('Ans'), about('Ans', 'withdrawAgreement'), adds('Eva', 'a2'))
    expect(stateOf(told, 'a2')?.number).toBe(2)
    expect(agreementsAt(told.state, 't1').map(({ id }) => id)).toEqual(['a2'])
  })

  test('what was taken away comes back under its own number', () => {
    const told = given(atTables, adds('Ans'), adds('Eva', 'a2'), about('Ans', 'withdrawAgreement'))
    expect(stateOf(told.when(about('Eva', 'restoreAgreement')))).toMatchObject({ number: 1, state: 'draft' })
  })

  test('sent twice it is made once; an id of another table is refused', () => {
    given(atTables, adds('Ans')).when(adds('Ans')).gives()
    given(atTables, adds('Ans'))
      .when(adds('Bram', 'a1', 't2'))
      .refuses('already')
    given(atTables, adds('Ans'))
      .when(about('Frank', 'presentAgreement', 'a1', 't2'))
      .refuses('no_such_agreement')
  })

  test('a table has a hundred at the most, also counting those that were taken away', () => {
    const many = Array.from({ length: 100 }, (_, index) => adds('Ans', `b${index}`))
    const told = given(atTables, many, about('Ans', 'withdrawAgreement', 'b7'))
    told.when(adds('Eva', 'a1')).refuses('too_many_agreements')
    told.when(about('Ans', 'restoreAgreement', 'b7')).gives('AgreementRestored')
    told.when(adds('Bram', 'a2', 't2')).gives('AgreementAdded')
  })

  test('a further session takes them over, as they stand', () => {
    const before = given(atTables, adds('Ans'), presents, adds('Eva', 'a2')).state
    const event = continueSession(before, { session: 'ses2', startsAt: null })
    expect(replay([{ seq: 1, at: 0, event }]).agreements).toEqual(before.agreements)
  })
})

describe('the states of an agreement', () => {
  test('every arrow there is, and no other', () => {
    const all = Object.keys(ARROWS).flatMap((event) =>
      AGREEMENT_STATES.flatMap((from) =>
        arrows(from, event as keyof typeof ARROWS).map((to) => `${from} -${event}-> ${to}`),
      ),
    )
    expect(all).toEqual([
      'draft -AgreementWithdrawn-> withdrawn',
      'withdrawn -AgreementRestored-> draft',
      'draft -AgreementPresented-> presented',
      'presented -AgreementRevised-> draft',
      'agreed -AgreementRevised-> draft',
      'agreedWithNote -AgreementRevised-> draft',
      'presented -ConsentVoided-> presented',
      'agreed -ConsentVoided-> presented',
      'agreedWithNote -ConsentVoided-> presented',
      'inSet -ConsentVoided-> presented',
      'presented -AgreementAgreed-> agreed',
      'presented -AgreementAgreed-> inSet',
      'presented -AgreementNoted-> agreedWithNote',
      'presented -AgreementNoted-> inSet',
      'agreed -AgreementTaken-> inSet',
      'agreedWithNote -AgreementTaken-> inSet',
      'inSet -AgreementLeftOut-> agreed',
      'inSet -AgreementLeftOut-> agreedWithNote',
      'presented -AgreementsMerged-> merged',
      'inSet -AgreementsMerged-> merged',
      'presented -AgreementsUnmerged-> withdrawn',
      'agreed -AgreementsUnmerged-> withdrawn',
      'agreedWithNote -AgreementsUnmerged-> withdrawn',
      'inSet -AgreementsUnmerged-> withdrawn',
      'merged -AgreementsUnmerged-> inSet',
      'merged -AgreementsUnmerged-> presented',
      'agreed -SetOffered-> offered',
      'agreedWithNote -SetOffered-> offered',
      'inSet -SetOffered-> offered',
      'offered -SetTakenBack-> inSet',
      'adopted -SetTakenBack-> inSet',
      'changed -SetTakenBack-> inSet',
      'declined -SetTakenBack-> inSet',
      ...['offered', 'adopted', 'changed', 'declined'].flatMap((from) =>
        ['adopted', 'changed', 'declined'].map((to) => `${from} -CouncilDecided-> ${to}`),
      ),
      ...['adopted', 'changed', 'done', 'evaluated'].flatMap((from) =>
        ['done', 'evaluated'].map((to) => `${from} -AgreementFollowed-> ${to}`),
      ),
    ])
  })

  test('presented: the stored words are frozen with their hash and who wrote them, and nobody writes in it', () => {
    const told = given(atTables, adds('Ans'), adds('Eva', 'a2'), reads('a1', 'Vroeg', 'Ans', 'Eva'), presents)
    expect(stateOf(told)).toMatchObject({
      state: 'presented',
      presented: { version: 1, words: frozen('Vroeg').words, hash: 'hash of Vroeg' },
      versions: [{ number: 1, authors: ['Ans', 'Eva'], keptFor: 'presented' }],
    })
    expect(openAt(told.state, 't1')).toEqual(['a2'])
  })

  test('[C3] revised: open again, nothing is before people any more, and the next version has another number', () => {
    const told = given(atTables, adds('Ans'), presents, revises)
    expect(stateOf(told)).toMatchObject({ state: 'draft', presented: null, versions: [{ number: 1 }] })
    expect(openAt(told.state, 't1')).toEqual(['a1'])
    expect(stateOf(told.when(reads('a1', 'Later'), presents))?.presented?.version).toBe(2)
  })

  test('nothing is presented that is not written, not stored, or presented already', () => {
    const nothing: Step = (told) => ({
      ...told,
      world: {
        ...told.world,
        frozen: { a1: { words: { title: ' ', text: [], why: [] }, hash: 'x', authors: [], seq: 0 } },
      },
    })
    given(atTables, adds('Ans'), nothing).when(presents).refuses('nothing_written')
    const away: Step = (told) => ({ ...told, world: { ...told.world, frozen: {} } })
    given(atTables, adds('Ans'), away).when(presents).refuses('not_saved')
    given(atTables, adds('Ans'), presents).when(presents).refuses('already')
    given(atTables, adds('Ans'), presents).when(about('Ans', 'withdrawAgreement')).refuses('locked')
  })
})

describe('versions', () => {
  const keeps = about('Femke', 'keepVersion')
  test('are kept when the facilitator says so, once for the same words', () => {
    const told = given(atTables, adds('Ans'), keeps, keeps, reads('a1', 'Anders', 'Eva'), keeps)
    expect(stateOf(told)?.versions.map(({ number, hash, keptFor }) => [number, hash, keptFor])).toEqual([
      [1, 'hash of Afspraak a1', 'kept'],
      [2, 'hash of Anders', 'kept'],
    ])
  })

  test('are kept by the server at a recall and at the end, also after the session', () => {
    const server = (keptFor: string) =>
      system('keepVersion', () => ({ table: 't1', agreement: 'a1', keptFor }))
    const told = given(atTables, adds('Ans'), recalled, server('recalled'), reads('a1', 'Laat'))
    told.when(organiser('endSession'), server('ended'))
    expect(stateOf(told)?.versions.map(({ keptFor }) => keptFor)).toEqual(['recalled', 'ended'])
  })
})

describe('[T3] [T6] who knows of them', () => {
  const knows = (told: ReturnType<typeof given>) =>
    PEOPLE.map(({ id }) => id).filter((id) => project(told.state, id).agreements['a1'])

  test('at the tables: the table, whoever leads it and the organiser; after the recall whoever may read', () => {
    const seated = given(atTables, adds('Ans'), presents)
    expect(knows(seated)).toEqual(expect.arrayContaining(['Olga', 'Femke', 'Ans', 'Eva']))
    for (const other of ['Bram', 'Frank', 'Henk', 'Toos']) expect(knows(seated)).not.toContain(other)
    const back = given(atTables, adds('Ans'), presents, recalled)
    expect(knows(back)).toEqual(PEOPLE.map(({ id }) => id).filter((id) => !['Henk', 'Griet'].includes(id)))
  })

  test('its words reach nobody else in an event either', () => {
    const told = given(atTables, adds('Ans'), presents)
    const line = told.world.log.find(({ event }) => event.type === 'AgreementPresented')
    if (!line) throw new Error('nothing was presented')
    const before = replay(told.world.log.filter(({ seq }) => seq < line.seq))
    const seen = (viewer: string) => redact(line, before, apply(before, line), viewer).event.type
    expect(seen('Ans')).toBe('AgreementPresented')
    for (const other of ['Bram', 'Frank', 'Henk', 'Toos']) expect(seen(other)).toBe('Blank')
  })
})

describe('a remark of whoever leads the table', () => {
  const remarks = about('Femke', 'remarkOnAgreement', 'a1', 't1', { text: 'Voor wie is dit?' })
  const resolves = (number: number) => about('Femke', 'resolveRemark', 'a1', 't1', { number })

  test('stands beside the words, with its number, until it is dealt with', () => {
    const told = given(atTables, adds('Ans'))
    told.when(remarks).gives('AgreementRemarked')
    expect(stateOf(told)?.remarks).toMatchObject([{ by: 'Femke', text: 'Voor wie is dit?', done: false }])
    told.when(remarks, resolves(1))
    expect(stateOf(told)?.remarks.map(({ done }) => done)).toEqual([true, false])
    told.when(resolves(1)).gives()
    told.when(resolves(3)).refuses('malformed')
    told.when(resolves(0)).refuses('malformed')
  })

  test('can be made on fixed words and changes nothing of them, nor of their consent', () => {
    const told = given(atTables, adds('Ans'), presents)
    const before = stateOf(told)
    told.when(remarks)
    expect({ ...stateOf(told), remarks: [] }).toEqual(before)
    told.when(revises)
    expect(stateOf(told)?.remarks).toHaveLength(1)
  })

  test('is not made on what is gone, nor without words, nor without end', () => {
    given(atTables, adds('Ans'), about('Ans', 'withdrawAgreement')).when(remarks).refuses('no_such_agreement')
    given(atTables).when(remarks).refuses('no_such_agreement')
    for (const text of ['', ' \n', '\u200b'])
      expect(
        COMMANDS.remarkOnAgreement.schema.safeParse({ table: 't1', agreement: 'a1', text }).success,
      ).toBe(false)
    const many = Array.from({ length: 50 }, () => remarks)
    given(atTables, adds('Ans'), many).when(remarks).refuses('too_many_remarks')
  })

  test('reaches who may read the text, and nobody else', () => {
    const told = given(atTables, adds('Ans'), remarks)
    const line = told.world.log.at(-1)
    if (line?.event.type !== 'AgreementRemarked') throw new Error('there is no remark')
    const before = replay(told.world.log.slice(0, -1))
    const seen = (viewer: string) => redact(line, before, apply(before, line), viewer).event.type
    for (const reader of ['Ans', 'Eva', 'Femke', 'Olga']) expect(seen(reader)).toBe('AgreementRemarked')
    for (const other of ['Bram', 'Frank', 'Henk', 'Toos']) expect(seen(other)).toBe('Blank')
  })

  test('a further session takes it over', () => {
    const before = given(atTables, adds('Ans'), remarks).state
    const event = continueSession(before, { session: 'ses2', startsAt: null })
    expect(replay([{ seq: 1, at: 0, event }]).agreements['a1']?.remarks).toHaveLength(1)
  })
})

describe('the words under their numbers', () => {
  test('as they are presented, or as they are being written; blank ones are left out, unread ones are named', () => {
    const { state } = given(
      atTables,
      adds('Ans'),
      presents,
      adds('Eva', 'a2'),
      adds('Eva', 'a3'),
      adds('Bram', 'a4', 't2'),
    )
    const written = { title: 'In wording', text: paragraphs('Nog niet af.'), why: [] }
    const tables = numbered(state, (table) => (table === 't1' ? { a1: written, a2: written } : null))
    expect(
      tables.flatMap(({ agreements }) =>
        agreements.map(({ agreement, words }) => [agreement.number, words?.title ?? null]),
      ),
    ).toEqual([
      [1, 'Afspraak a1'],
      [2, 'In wording'],
      [4, null],
    ])
  })
})
