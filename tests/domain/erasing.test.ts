import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, replay } from '../../shared/dialogue/apply.ts'
import type { DialogueEvent, RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import {
  isSought,
  namesIn,
  withoutNamesIn,
  withoutPeople,
  withoutPeopleInLog,
} from '../../shared/dialogue/people/erasing.ts'
import { scopeChanged } from '../../shared/dialogue/project.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { anySteps, run } from './support/random.ts'
import { command, give, lobby, PEOPLE, record } from './support/world.ts'

const PERSON = { person: 'Ans', word: 'een inwoner', out: true }
const ERASED = [{ ...PERSON, names: ['Ans', 'Ans Veld'], others: [] }]
const said: DialogueEvent = { type: 'PeopleErased', people: [PERSON], lines: 1, before: 'aa' }

/** The log as it stands after the erasing, without the line that says so. */
const rewritten = (log: readonly RecordedEvent[]): RecordedEvent[] => {
  const change = withoutPeopleInLog(ERASED)
  return log.map((line) => ({ ...line, event: fromStored(change(toStored(line.event))) }))
}

describe('a name in what people wrote', () => {
  const erase = (text: string) => withoutNamesIn(text, ERASED)
  test.each([
    ['Dank aan Ans.', 'Dank aan een inwoner.'],
    ['Ans Veld en Ans', 'een inwoner en een inwoner'],
    ['Ansje en Hans', 'Ansje en Hans'],
    ['(Ans)', '(een inwoner)'],
  ])('%s', (text, less) => {
    expect(erase(text)).toBe(less)
  })
  test('signs in a name are signs, and a word with a dollar stays that word', () => {
    const odd = [{ person: 'x', word: 'een $& inwoner', names: ['A.+(b)'], others: [] }]
    expect(withoutNamesIn('A.+(b) en Aab', odd)).toBe('een $& inwoner en Aab')
  })
  test.each(['Anne-Marie', 'Jean/Paul', "O'Neill", 'A & B', 'a-b^c]{2}|$', '张伟'])(
    '%s is a name as any other',
    (name) => {
      const odd = [{ person: 'x', word: 'een inwoner', names: [name], others: [] }]
      expect(withoutNamesIn(`Dank aan ${name}.`, odd)).toBe('Dank aan een inwoner.')
    },
  )
  test('what is put in the place of a name is not taken for a name', () => {
    const again = [{ person: 'x', word: 'Ans', names: ['Ans'], others: [] }]
    expect(withoutNamesIn('Ans', again)).toBe('Ans')
  })
})

describe('a first or a last name by itself', () => {
  const anne = (names: string[], others: string[] = []) => [
    { person: 'x', word: 'een inwoner', names, others },
  ]
  test.each([
    ['Anne de Vries', 'Volgens Anne kan het.', 'Volgens een inwoner kan het.'],
    [
      'Anne de Vries',
      'ANNE zei het, anne ook, en Änné.',
      'een inwoner zei het, een inwoner ook, en een inwoner.',
    ],
    ['Anne de Vries', 'Vraag het De Vries of ANNE  DE VRIES.', 'Vraag het een inwoner of een inwoner.'],
    ['Anne de Vries', 'mevrouw de vries, en Vries', 'mevrouw een inwoner, en een inwoner'],
    ['Anne de Vries', 'De raad van de stad, bij vries-weer', 'De raad van de stad, bij vries-weer'],
    ['Zoë Çelik', 'zoe en celik en Celik', 'een inwoner en celik en een inwoner'],
    ['Anne-Marie Bos', 'anne marie, Anne-Marie', 'een inwoner, een inwoner'],
    ['Jan de Groot', 'Groot nieuws: een groot park.', 'Groot nieuws: een groot park.'],
    ['Jan de Groot', 'De heer Groot wil een groot park.', 'De heer een inwoner wil een groot park.'],
    ['Jan de Groot', 'de groot opgezette plannen van De Groot', 'de groot opgezette plannen van een inwoner'],
    ['Riet', 'Riet wil riet op het dak.', 'een inwoner wil riet op het dak.'],
    ['Annemiek', 'Anne en Annemieke', 'Anne en Annemieke'],
    [
      'Karin Smit',
      'Karins voorstel en dat van Smits buurman',
      'een inwoner voorstel en dat van een inwoner buurman',
    ],
    ['Karin Smit', 'KARIN SMITS plan, karins en smits', 'een inwoner plan, karins en smits'],
    ['Bo Hans', 'Bos en Hans', 'Bos en een inwoner'],
    ['J. Pieters', 'Punt J. is voor Pieters.', 'Punt J. is voor een inwoner.'],
  ])('%s: %s', (name, text, less) => {
    expect(withoutNamesIn(text, anne([name]))).toBe(less)
  })
  test('is not taken from somebody else who has it too and stays', () => {
    const erased = anne(['Anne de Vries'], ['Anne Bakker'])
    expect(withoutNamesIn('Anne vroeg Anne de Vries.', erased)).toBe('Anne vroeg een inwoner.')
    expect(withoutNamesIn('Dirks plan', anne(['Dirk'], ['Els Dirks']))).toBe('Dirks plan')
  })
  test('leaves no whole name behind, however it is written, and touches no other word', () => {
    const word = fc.constantFrom('de', 'van', 'raad', 'groot', 'Vriesland', 'bankjes', 'Een', 'annemiek')
    const written = fc.constantFrom('Anne de Vries', 'anne', 'ANNE', 'Ánne', 'de Vries', 'DE VRIES', 'Vries')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, written), { maxLength: 12 }), (sentence) => {
        const less = withoutNamesIn(sentence.join(' , '), anne(['Anne de Vries']))
        const isName = (one: string) =>
          /^(ánne|anne|de vries|vries)/iu.test(one) && one !== 'annemiek' && one !== 'Vriesland'
        expect(less).toBe(sentence.map((one) => (isName(one) ? 'een inwoner' : one)).join(' , '))
      }),
    )
  })
})

test('a word, a letter or a sign that somebody called themselves is not looked for in sentences', () => {
  for (const name of ['Fatima', 'Bo', 'van Dijk', 'Wil de Jong', '张伟', 'محمد'])
    expect([name, isSought(name)]).toEqual([name, true])
  for (const name of ['de', 'raad', 'A', '1', '.', 'een inwoner'])
    expect([name, isSought(name)]).toEqual([name, false])
})

test('every name somebody had is found, whatever form the line has', () => {
  const people = new Set(['Ans'])
  expect(
    namesIn(
      {
        people: [
          { id: 'Ans', name: 'Ans' },
          { id: 'Bram', name: 'Bram' },
        ],
        x: { person: 'Ans', name: 'A.' },
      },
      people,
    ),
  ).toEqual([
    ['Ans', 'Ans'],
    ['Ans', 'A.'],
  ])
})

test('the words of an agreement and the title of the dialogue stand, without who wrote them', () => {
  const words = { title: 'Ans houdt de lijst bij', text: [], why: [] }
  expect(
    withoutPeople(
      {
        words,
        authors: ['Ans', 'Bram'],
        dialogue: { title: 'Met Ans' },
        note: 'Ans blijft ertegen',
        lost: 'wat Ans zei',
      },
      ERASED,
    ),
  ).toEqual({
    words,
    authors: ['Bram'],
    dialogue: { title: 'Met Ans' },
    note: 'een inwoner blijft ertegen',
    lost: 'wat een inwoner zei',
  })
})

test('what the organiser wrote goes without the name wherever it stands: in a part, a promise, of the council', () => {
  const questions = { lawful: 'Wat zei Ans?', networking: '', performing: '', participating: 'En Ans' }
  const less = {
    lawful: 'Wat zei een inwoner?',
    networking: '',
    performing: '',
    participating: 'En een inwoner',
  }
  const dialogue = { id: 'dlg', title: 'Met Ans', promise: 'Ans neemt het over' }
  const judged = { by: 'Amendement van Ans', reason: 'Ans wilde het' }
  const remarks = [{ by: 'Ans', text: 'Goed zo' }]
  const parts = [{ id: 'prt', title: 'Ans vertelt', questions }]
  expect(withoutPeople({ parts, dialogue, judged, remarks }, ERASED)).toEqual({
    parts: [{ id: 'prt', title: 'een inwoner vertelt', questions: less }],
    dialogue: { ...dialogue, promise: 'een inwoner neemt het over' },
    judged: { by: 'Amendement van een inwoner', reason: 'een inwoner wilde het' },
    // an id, not a name
    remarks,
  })
})

describe('what somebody said themselves beside the agreements goes', () => {
  const change = withoutPeopleInLog(ERASED)
  test('what they typed in their turn, and not what others typed', () => {
    const turn = (id: string, person: string) => ({
      type: 'FloorGranted',
      room: 'plenary',
      turn: { id, person },
    })
    const typed = (id: string) => ({ type: 'TurnTyped', room: 'plenary', turn: id, text: 'Ik woon hier' })
    change(turn('trn1', 'Ans'))
    change(turn('trn2', 'Bram'))
    expect(change(typed('trn1'))).toMatchObject({ text: '' })
    expect(change(typed('trn2'))).toMatchObject({ text: 'Ik woon hier' })
  })
  test('their call for help, and a reason that was never opened', () => {
    expect(change({ type: 'HelpAsked', person: 'Ans', note: 'geen geluid' })).toMatchObject({ note: '' })
    const answered = {
      type: 'ConsentAnswered',
      person: 'Ans',
      answer: 'objects',
      reason: 'Te duur',
      by: null,
    }
    expect(change(answered)).toMatchObject({ answer: 'objects', reason: '' })
  })
  test('an opened reason is what changed a text: it stays, with nobody to it', () => {
    const opened = {
      type: 'ConsentOpened',
      answers: [{ person: 'Ans', answer: 'objects', reason: 'Te duur, zegt Ans', by: null }],
    }
    expect(change(opened)).toMatchObject({ answers: [{ reason: 'Te duur, zegt een inwoner' }] })
  })
})

test('a rewritten log comes to the state without those people, and everybody gets that as a snapshot', () => {
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      const { after } = run(steps).at(-1) ?? { after: lobby() }
      const line = { seq: after.state.seq + 1, at: after.now, event: said }
      const now = replay(rewritten(after.log))
      expect(opened(now)).toEqual(opened(withoutPeople(after.state, ERASED) as SessionState))
      for (const { id } of PEOPLE) expect(scopeChanged(now, apply(now, line), id)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

/** Without the answers that wait: of those the log loses the reasons. */
const opened = (state: SessionState): SessionState => ({
  ...state,
  floors: Object.fromEntries(
    Object.entries(state.floors).map(([room, floor]) => [
      room,
      { ...floor, lastConsent: null, consent: floor.consent?.step === 'open' ? floor.consent : null },
    ]),
  ),
})

function afterErasing(event: DialogueEvent) {
  const before = lobby()
  const log = rewritten(before.log)
  return record({ ...before, log, state: replay(log) }, [event])
}

test('whoever was erased is out, in this session and in the next, and cannot come in under a name', () => {
  const world = afterErasing(said)
  expect(world.state.people['Ans']).toMatchObject({ name: 'een inwoner', detail: null, left: true })
  expect(give(world, 'Ans', command('join', { name: 'Ans' })).decision).toEqual({
    ok: false,
    code: 'no_such_person',
  })
  const line = { seq: 1, at: 1, event: continueSession(world.state, { session: 'ses2', startsAt: null }) }
  const next = replay([{ ...line, event: fromStored(JSON.parse(JSON.stringify(toStored(line.event)))) }])
  expect(next.people['Ans']).toMatchObject({ name: 'een inwoner', left: true })
  expect(next.people['Bram']).toMatchObject({ name: 'Bram', left: false })
  expect(next.erased).toEqual(['Ans'])
})

test('whoever only loses the name stays in', () => {
  const { state } = record(lobby(), [
    { ...said, people: [{ person: 'Olga', word: 'de organisator', out: false }] },
  ])
  expect(state.people['Olga']?.left).toBe(false)
  expect(state.erased).toEqual([])
})
