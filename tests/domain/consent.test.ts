import { describe, expect, test } from 'vitest'
import { apply, replay } from '../../shared/dialogue/apply.ts'
import { NEXT_STEPS, STEPS } from '../../shared/dialogue/consent/round.ts'
import { mayBeHeard } from '../../shared/dialogue/floor/mayBeHeard.ts'
import { project, redact } from '../../shared/dialogue/project.ts'
import {
  T1,
  presents,
  revises,
  begins,
  steps,
  asks,
  again,
  opens,
  closes,
  answers,
  aloud,
  added,
  presented,
  walked,
  asked,
  objected,
  rewritten,
  consentOf,
  agreementOf,
  got,
  phoned,
} from './support/consent.ts'
import { atTables, does, given, grants, mode, organiser, starts } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

describe('[C1] clear, reactions, read aloud, and then each in turn', () => {
  test('the step table: back and forth before anybody is asked, and none is left out', () => {
    const table = STEPS.flatMap((from) => NEXT_STEPS[from].map((to) => `${from} -> ${to}`))
    expect(table).toEqual([
      'clear -> react',
      'react -> clear',
      'react -> read',
      'read -> clear',
      'read -> react',
      'read -> ask',
      'ask -> open',
    ])
    given(presented, begins()).when(steps('read')).refuses('wrong_step')
    given(presented, begins()).when(asks()).refuses('wrong_step')
    given(presented, begins(), steps('react'), steps('read')).when(steps('clear')).gives('ConsentStepped')
    given(presented, begins(), steps('react'), steps('read')).when(opens()).refuses('wrong_step')
    given(asked).when(steps('read')).refuses('wrong_step')
    given(asked).when(asks()).gives()
    given(objected, opens()).when(steps('clear')).refuses('wrong_step')
    given(objected, opens()).when(asks()).refuses('wrong_step')
    given(objected, opens()).when(again).refuses('wrong_step')
  })

  test('begins on words that are presented, at their own table, one round at a time', () => {
    given(atTables, added('Ans', 'a1', 't1'))
      .when(begins())
      .refuses('not_presented')
    given(presented).when(begins('t3', 'a1')).refuses('no_such_agreement')
    given(presented).when(begins('t1', 'a9')).refuses('no_such_agreement')
    given(presented, begins()).when(begins()).gives()
    given(presented, begins()).when(begins('plenary')).refuses('round_running')
    const two = given(
      presented,
      added('Eva', 'a2', 't1'),
      does('Femke', 'presentAgreement', () => ({
        table: 't1',
        agreement: 'a2',
      })),
    )
    two.when(begins(), begins('t1', 'a2')).refuses('round_running')
  })

  test('the organiser leads one in the plenary, on the words of any table', () => {
    const back = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
    const told = given(presented, back, begins('plenary'))
    expect(consentOf(told, 'plenary')).toMatchObject({
      agreement: 'a1',
      version: 1,
      step: 'clear',
      order: [],
    })
    // a facilitator leads nothing here, and is one among the others
    const order = consentOf(told.when(walked('plenary').slice(1)), 'plenary')?.order
    expect(order).toEqual([
      'Kees',
      'Joop',
      'Gijs',
      'Eva',
      'Dina',
      'Cees',
      'Bram',
      'Ans',
      'Frank',
      'Femke',
      'Loes',
      'Ilse',
    ])
    told.when(does('Frank', 'beginConsent', () => ({ room: 'plenary', agreement: 'a1' })))
    told.refuses('not_your_room')
  })

  test('chance gives the order, officials come last, and whoever leads is not asked', () => {
    expect(consentOf(given(asked))?.order).toEqual(T1)
    const told = given(atTables, added('Cees', 'a3', 't3'), presents('t3'), walked('t3'))
    expect(consentOf(told, 't3')?.order).toEqual(['Cees', 'Ilse'])
  })

  test('[F6] [F9] the order is the order of a round, and an answer brings the floor to the next', () => {
    const told = given(asked)
    told.turnIs('Kees', 'offered', 't1')
    expect(told.state.floors['t1']?.round?.order).toEqual(T1)
    expect(mayBeHeard(told.state, 't1', 'Ans')).toBe(false)
    told
      .when(starts('Kees'), answers('Kees'))
      .gives('TurnStarted Kees', 'ConsentAnswered Kees', 'TurnEnded Kees done', 'FloorGranted Eva')
    told.when(answers('Eva'), answers('Ans')).turnIs(null, undefined, 't1')
    expect(told.state.floors['t1']).toMatchObject({ mode: 'firstCome', lastRound: { spoke: T1, missed: [] } })
  })

  test('who was still speaking when everybody is asked is asked like all others', () => {
    const speaking = [mode('firstCome', 't1'), grants('Ans', 't1'), starts('Ans')]
    given(presented, walked().slice(0, 3), speaking)
      .when(asks())
      .gives('TurnEnded Ans stopped', 'ConsentAsked', 'FloorGranted Kees')
  })
})

describe('[C2] sealed until the round ends', () => {
  const one = given(asked, answers('Kees', 'objects', 'Te laat voor de raad.'))
  const others = PEOPLE.map(({ id }) => id).filter((id) => id !== 'Kees')

  test.each(PEOPLE.map(({ id, role }) => [id, role]))('to %s, %s', (viewer) => {
    const follows = ['Olga', 'Femke', ...T1].includes(viewer)
    const mine = viewer === 'Kees'
    const event = got(one, 'ConsentAnswered', viewer)
    if (!follows) expect(event).toEqual({ type: 'Blank' })
    else {
      const words = mine
        ? { answer: 'objects', reason: 'Te laat voor de raad.' }
        : { answer: null, reason: '' }
      const whole = { type: 'ConsentAnswered', room: 't1', person: 'Kees', by: null, ...words }
      expect(event).toEqual(whole)
    }
    const seen = project(one.state, viewer).floors['t1']?.consent
    expect(seen?.answered).toEqual(follows ? ['Kees'] : undefined)
    expect(seen?.answers.map(({ answer }) => answer)).toEqual(follows ? (mine ? ['objects'] : []) : undefined)
  })

  test('neither in what is sent nor in a snapshot is a word of it, for whoever leads and organises too', () => {
    const told = given(phoned, aloud('Eva', 'objects', 'Te laat voor de raad.'))
    for (const { state, world } of [one, told]) {
      for (const viewer of others.filter((id) => id !== 'Eva')) {
        const sent = world.log.map((line) => {
          const before = replay(world.log.filter(({ seq }) => seq < line.seq))
          return redact(line, before, apply(before, line), viewer)
        })
        expect(JSON.stringify([sent, project(state, viewer)])).not.toContain('Te laat')
      }
    }
  })

  test('may be changed until then, by the person alone; the latest stands', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.'), answers('Kees'), answers('Eva'))
    expect(consentOf(told)).toMatchObject({
      answered: ['Kees', 'Eva'],
      answers: [
        { person: 'Kees', answer: 'canLive', reason: '' },
        { person: 'Eva', answer: 'canLive' },
      ],
    })
    told.when(aloud('Kees', 'aside')).refuses('not_your_turn')
    told.turnIs('Ans', 'offered', 't1')
  })

  test('opens for everybody in the room at once, with all reasons', () => {
    const told = given(objected, opens())
    const all = [
      { person: 'Kees', answer: 'canLive', reason: '', by: null },
      { person: 'Eva', answer: 'objects', reason: 'Niet zonder brief.', by: null },
      { person: 'Ans', answer: 'canLive', reason: '', by: null },
    ]
    for (const viewer of ['Olga', 'Femke', ...T1]) {
      expect(got(told, 'ConsentOpened', viewer)).toMatchObject({ answers: all })
      expect(project(told.state, viewer).floors['t1']?.consent).toMatchObject({ step: 'open', answers: all })
    }
    for (const viewer of ['Bram', 'Henk', 'Toos'])
      expect(got(told, 'ConsentOpened', viewer).type).toBe('Blank')
    told.when(opens()).gives()
  })

  test('is refused in words: out of turn, too late, too early, without a seat, without a reason', () => {
    given(presented).when(answers('Ans')).refuses('no_round')
    given(presented, begins()).when(answers('Ans')).refuses('wrong_step')
    given(asked).when(answers('Ans')).refuses('not_your_turn')
    given(asked).when(answers('Femke')).refuses('not_your_turn')
    given(asked)
      .when(answers('Kees', 'objects', ' - '))
      .refuses('reason_needed')
    given(objected, opens()).when(answers('Ans', 'aside')).refuses('round_open')
    given(objected, opens()).when(aloud('Ans', 'aside')).refuses('round_open')
    for (const who of ['Olga', 'Toos', 'Henk', 'Tariq'])
      given(asked).when(answers(who)).refuses('not_your_role')
    given(asked).when(answers('Bram')).refuses('not_your_room')
    given(asked)
      .when(does('Kees', 'answerFor', () => ({ room: 't1', person: 'Eva', answer: 'canLive', reason: '' })))
      .refuses('not_your_role')
    given(asked).when(aloud('Eva')).refuses('not_your_turn')
    given(asked).when(aloud('Bram')).refuses('no_such_person')
  })
})

describe('[C3] other words void what was said to the first', () => {
  test('the round is over, nobody is asked any more, and nothing counts', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.')).when(revises())
    told.gives('TurnEnded Eva stopped', 'RoundEnded', 'ConsentClosed', 'AgreementRevised')
    expect(told.state.floors['t1']).toMatchObject({ consent: null, turn: null, queue: [], mode: 'firstCome' })
    expect(agreementOf(told)).toMatchObject({ state: 'draft', consent: null, deadlocks: 0 })
  })

  test('the sealed words go back to their writer and to nobody else, until they answer anew', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.'), revises())
    for (const { id } of PEOPLE) {
      const kept = project(told.state, id).floors['t1']?.lastConsent?.unopened ?? []
      expect(kept.map(({ reason }) => reason)).toEqual(id === 'Kees' ? ['Te laat.'] : [])
      if (id !== 'Kees') expect(JSON.stringify(project(told.state, id))).not.toContain('Te laat')
    }
    told.when(presents(), begins(), revises())
    expect(told.state.floors['t1']?.lastConsent).toMatchObject({
      how: 'voided',
      unopened: [{ person: 'Kees' }],
    })
    told.when(presents(), walked(), answers('Kees'), answers('Eva'), answers('Ans'), opens(), closes())
    expect(told.state.floors['t1']?.lastConsent).toMatchObject({ how: 'agreed', unopened: [] })
  })

  test('what is left of a round is past when one on another agreement begins', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.'), revises())
    const second = { table: 't1', agreement: 'a2' }
    told.when(
      does('Ans', 'addAgreement', () => second),
      does('Femke', 'presentAgreement', () => second),
    )
    expect(told.state.floors['t1']?.lastConsent).toMatchObject({ agreement: 'a1' })
    told.when(begins('t1', 'a2'))
    expect(told.state.floors['t1']?.lastConsent).toBeNull()
  })

  test('[T3] and when people go to the tables anew', () => {
    const back = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
    const told = given(presented, back, begins('plenary'), closes('plenary'))
    expect(told.state.floors.plenary?.lastConsent).toMatchObject({ how: 'stopped' })
    told.when(organiser('spreadEvenly'), organiser('announceSplit'))
    expect(told.state.floors.plenary?.lastConsent).toMatchObject({ how: 'stopped' })
    told.when(organiser('startTables', { version: 2 }))
    expect(told.state.floors.plenary?.lastConsent).toBeNull()
  })

  test('in whatever room it is held', () => {
    const back = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
    const told = given(presented, back, walked('plenary')).when(revises())
    expect(consentOf(told, 'plenary')).toBeNull()
    given(presented, walked(), added('Cees', 'a3', 't3'), presents('t3'))
      .when(revises('t3'))
      .gives('AgreementRevised')
  })

  test('an answer to an old version is not given to other words', () => {
    const told = given(asked, revises(), presents(), walked())
    told.when(answers('Kees', 'canLive', '', { version: 1 })).refuses('text_changed')
    told.when(answers('Kees', 'canLive', '', { version: 2 })).turnIs('Eva', 'offered', 't1')
  })

  test('what was agreed begins its rounds anew when it is written anew', () => {
    const yes = [answers('Kees'), answers('Eva'), answers('Ans'), opens(), closes()]
    const told = given(objected, opens(), closes(), rewritten, yes)
    expect(agreementOf(told)).toMatchObject({ state: 'agreed', deadlocks: 1 })
    told.when(rewritten)
    expect(agreementOf(told)).toMatchObject({ consent: null, deadlocks: 0 })
    expect(consentOf(told)?.round).toBe(1)
  })
})
