import { describe, expect, test } from 'vitest'
import { project } from '../../shared/dialogue/project.ts'
import {
  T1,
  of,
  revises,
  begins,
  again,
  opens,
  closes,
  answers,
  aloud,
  notes,
  walked,
  asked,
  objected,
  rewritten,
  secondRound,
  consentOf,
  agreementOf,
  got,
  phoned,
} from './support/consent.ts'
import {
  comesBack,
  ends,
  given,
  goesAway,
  joins,
  leaves,
  mode,
  next,
  organiser,
  passes,
  starts,
  wait,
} from './support/sentence.ts'

describe('[C4] silence or a lost line is not consent', () => {
  test('who passes, ends their turn without an answer or is asked to later is asked again at the end', () => {
    given(asked, passes('Kees')).when(answers('Eva'), answers('Ans')).turnIs('Kees', 'offered', 't1')
    given(asked, starts('Kees'), ends('Kees'))
      .when(answers('Eva'), answers('Ans'))
      .turnIs('Kees', 'offered', 't1')
    given(asked, starts('Kees'), next('t1'))
      .when(answers('Eva'), answers('Ans'))
      .turnIs('Kees', 'offered', 't1')
  })

  test('[F4] [F5] who was late or lost the line keeps their place', () => {
    given(asked, wait(20_000)).when(answers('Eva')).turnIs('Kees', 'offered', 't1')
    given(asked, starts('Kees'), goesAway('Kees'), wait(30_000))
      .when(comesBack('Kees'), answers('Eva'))
      .turnIs('Kees', 'offered', 't1')
  })

  test('who passed twice is asked again when whoever leads says so, in the order of the round', () => {
    const told = given(asked, passes('Kees'), passes('Eva'), answers('Ans'), passes('Kees'), passes('Eva'))
    told.turnIs(null, undefined, 't1')
    told.when(opens()).refuses('not_all_answered')
    told.when(again).gives('ModeSet round', 'FloorGranted Kees')
    told.when(answers('Kees'), answers('Eva')).turnIs(null, undefined, 't1')
    told.when(again).refuses('nobody_waiting')
  })

  test('a round of turns anew asks only who has not been heard', () => {
    const told = given(asked, answers('Kees')).when(of('t1', 'restartRound'))
    expect(told.state.floors['t1']?.round?.order).toEqual(['Eva', 'Ans'])
    told.when(mode('free', 't1'), again).turnIs('Eva', 'offered', 't1')
  })

  test('who is away is listed, and is no consent', () => {
    const told = given(asked, goesAway('Ans'), answers('Kees'), answers('Eva', 'aside'), opens(), closes())
    expect(agreementOf(told)).toMatchObject({
      state: 'agreed',
      consent: { objects: [], aside: ['Eva'], absent: ['Ans'] },
    })
  })

  test('without anybody who said yes nothing is agreed', () => {
    given(asked, goesAway(...T1))
      .when(opens())
      .refuses('not_all_answered')
    const aside = T1.map((who) => answers(who, 'aside'))
    const told = given(asked, aside, opens()).when(closes()).gives('ConsentClosed')
    expect(agreementOf(told)).toMatchObject({ state: 'presented', consent: null, deadlocks: 0 })
  })

  test('[F6] who comes late is asked at the end', () => {
    const told = given(asked, answers('Kees'), organiser('movePerson', { person: 'Bram', table: 't1' }))
    expect(consentOf(told)?.order).toEqual([...T1, 'Bram'])
    told.when(answers('Eva'), answers('Ans')).turnIs('Bram', 'offered', 't1')
    told.when(opens()).refuses('not_all_answered')
    const after = given(
      asked,
      T1.map((who) => answers(who)),
      organiser('movePerson', { person: 'Bram', table: 't1' }),
    )
    after.when(again).turnIs('Bram', 'offered', 't1')
  })
})

describe('[C5] answers by telephone and typed ones count alike', () => {
  test('whoever leads enters what a guest on the telephone says, in their turn or apart, and may change it', () => {
    const apart = given(phoned).when(aloud('Eva', 'aside')).gives('ConsentAnswered Eva')
    expect(consentOf(apart)?.answers).toEqual([{ person: 'Eva', answer: 'aside', reason: '', by: 'Femke' }])
    apart.when(aloud('Eva'), answers('Kees')).turnIs('Ans', 'offered', 't1')
    expect(apart.state.floors['t1']?.round?.done).toEqual(['Eva', 'Kees'])
    const turn = given(phoned, answers('Kees')).when(aloud('Eva'))
    turn.gives('ConsentAnswered Eva', 'TurnEnded Eva done', 'FloorGranted Ans')
  })

  test('it is marked so for everybody, and sealed like any other', () => {
    const told = given(phoned, aloud('Eva', 'objects', 'Mijn buurman leest niet.'))
    for (const viewer of ['Femke', 'Olga', 'Ans'])
      expect(got(told, 'ConsentAnswered', viewer)).toMatchObject({ by: 'Femke', answer: null, reason: '' })
    expect(got(told, 'ConsentAnswered', 'Eva')).toMatchObject({ reason: 'Mijn buurman leest niet.' })
    expect(project(told.state, 'Femke').floors['t1']?.consent).toMatchObject({
      answered: ['Eva'],
      answers: [],
    })
  })

  test('what somebody says aloud in their turn is entered too, and they may change it on their own screen', () => {
    const told = given(asked).when(aloud('Kees', 'aside'), answers('Kees'))
    expect(consentOf(told)?.answers).toEqual([{ person: 'Kees', answer: 'canLive', reason: '', by: null }])
  })
})

describe('[C6] objections, a second round, and a deadlock', () => {
  test('objections send the words back: they wait to be written anew, and everybody is asked again', () => {
    const told = given(objected, opens()).when(closes()).gives('AgreementReturned', 'ConsentClosed')
    expect(agreementOf(told)).toMatchObject({
      state: 'presented',
      deadlocks: 1,
      consent: { objects: ['Eva'], aside: [], absent: [] },
    })
    expect(told.state.floors['t1']?.lastConsent).toMatchObject({ how: 'returned', unopened: [] })
    told.when(begins()).refuses('same_words')
    told.when(rewritten)
    expect(consentOf(told)).toMatchObject({ round: 2, version: 2, order: T1, answered: [], answers: [] })
  })

  test('objections that were open count when the words are written anew at once', () => {
    const told = given(objected, opens()).when(revises())
    told.gives('AgreementReturned', 'ConsentClosed', 'AgreementRevised')
    expect(agreementOf(told)).toMatchObject({ state: 'draft', deadlocks: 1 })
  })

  test('after the second round the words go on with a note by whoever objects, or whoever leads', () => {
    given(objected, opens()).when(notes('Eva')).refuses('wrong_step')
    const told = given(secondRound)
    told.when(closes()).refuses('note_needed')
    told.when(notes('Ans')).refuses('not_your_role')
    told.when(notes('Femke', 'Een brief.'), notes('Eva')).gives('ConsentNoted', 'ConsentNoted')
    told.when(notes('Eva')).gives()
    told.when(closes()).gives('AgreementNoted', 'ConsentClosed')
    expect(agreementOf(told)).toMatchObject({
      state: 'agreedWithNote',
      note: 'Een brief is niet genoeg.',
      consent: { objects: ['Eva'], aside: ['Kees'], absent: [] },
    })
  })

  test('it is a second round that ends well too', () => {
    const yes = T1.map((who) => answers(who))
    const told = given(objected, opens(), closes(), rewritten, yes, opens(), closes())
    expect(agreementOf(told)).toMatchObject({ state: 'agreed', note: null })
  })
})

describe('[C7] never by counting', () => {
  test('nobody objects: agreed, on these words; who stood aside is a list', () => {
    const told = given(asked, answers('Kees', 'aside'), answers('Eva'), answers('Ans'), opens())
    told.when(closes()).gives('AgreementAgreed', 'ConsentClosed')
    expect(told.world.log.at(-2)?.event).toEqual({
      type: 'AgreementAgreed',
      table: 't1',
      agreement: 'a1',
      version: 1,
      hash: 'hash of Afspraak a1',
      aside: ['Kees'],
      absent: [],
    })
    expect(agreementOf(told)?.consent).toEqual({ objects: [], aside: ['Kees'], absent: [] })
  })

  test('one objection among many sends the words back', () => {
    expect(agreementOf(given(objected, opens(), closes()))?.state).toBe('presented')
  })
})

describe('a round that stops', () => {
  const untouched = (told: ReturnType<typeof given>) =>
    expect(agreementOf(told)).toMatchObject({ state: 'presented', deadlocks: 0, consent: null })

  test('before the opening nothing counts', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.')).when(closes())
    told.gives('TurnEnded Eva stopped', 'RoundEnded', 'ConsentClosed')
    untouched(told)
    told.when(closes()).refuses('no_round')
  })

  test('a recall, a split and the end stop it; the words stay before people', () => {
    const recall = given(asked).when(organiser('announceRecall'), organiser('finishRecall', { version: 1 }))
    recall.gives('RecallAnnounced', 'TurnEnded Kees stopped', 'RoundEnded', 'ConsentClosed', 'RecallFinished')
    untouched(recall)
    recall.when(walked('plenary'), organiser('announceSplit'), organiser('startTables', { version: 2 }))
    expect(consentOf(recall, 'plenary')).toBeNull()
    untouched(recall)
    const ended = given(asked).when(organiser('endSession'))
    ended.gives('TurnEnded Kees stopped', 'RoundEnded', 'ConsentClosed', 'SessionEnded')
    untouched(ended)
  })

  test('[F2] who leaves or sits elsewhere is no longer asked; what they have answered stands', () => {
    const told = given(asked, answers('Kees', 'objects', 'Te laat.')).when(leaves('Kees'), leaves('Eva'))
    expect(consentOf(told)).toMatchObject({ order: ['Kees', 'Ans'], answered: ['Kees'] })
    told
      .when(answers('Ans'), opens(), closes())
      .gives(
        'ConsentAnswered Ans',
        'TurnEnded Ans done',
        'RoundEnded',
        'ConsentOpened',
        'AgreementReturned',
        'ConsentClosed',
      )
    const moved = given(asked).when(organiser('movePerson', { person: 'Kees', table: 't2' }))
    moved.turnIs('Eva', 'offered', 't1')
    expect(consentOf(moved)?.order).toEqual(['Eva', 'Ans'])
    const over = given(asked, passes('Kees'), answers('Eva'), answers('Ans'), passes('Kees')).when(
      leaves('Kees'),
    )
    expect(consentOf(over)?.order).toEqual(['Eva', 'Ans'])
    expect(consentOf(given(asked, leaves('Eva'), joins('Eva')))?.order).toEqual(['Kees', 'Ans', 'Eva'])
  })
})
