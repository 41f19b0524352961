import { expect, test } from 'vitest'
import { objectionsIn, versionsIn } from '../../shared/dialogue/agreements/versions.ts'
import type { DialogueEvent, RecordedEvent } from '../../shared/dialogue/events.ts'
import { frozen } from './support/world.ts'

const log = (...events: DialogueEvent[]): RecordedEvent[] =>
  events.map((event, index) => ({ seq: index + 1, at: (index + 1) * 1_000, event }))

const about = (agreement = 'a1') => ({ table: 't1', agreement })
const kept = (version: number, title: string, agreement = 'a1'): DialogueEvent => ({
  type: 'VersionKept',
  ...about(agreement),
  ...frozen(title, 'Ans'),
  version,
  keptFor: 'recalled',
})
const presented = (version: number, title: string): DialogueEvent => ({
  type: 'AgreementPresented',
  ...about(),
  ...frozen(title, 'Ans', 'Eva'),
  version,
})
const begun = (room: string, version: number, agreement = 'a1'): DialogueEvent => ({
  type: 'ConsentBegun',
  room,
  agreement,
  version,
  hash: '',
  round: 1,
})
const opened = (room: string, ...reasons: string[]): DialogueEvent => ({
  type: 'ConsentOpened',
  room,
  answers: [
    { person: 'Kees', answer: 'aside', reason: 'Ik ken dit niet.', by: null },
    ...reasons.map((reason) => ({ person: 'Eva', answer: 'objects' as const, reason, by: null })),
  ],
})

test('[H1] every version of this agreement and of no other, with its session and why it was kept', () => {
  const logs = [log(kept(1, 'Eerst'), kept(1, 'Anders', 'a2')), log(), log(presented(2, 'Toen'))]
  expect(
    versionsIn(logs, 'a1').map(({ number, session, at, keptFor, words, authors }) => [
      number,
      session,
      at,
      keptFor,
      words.title,
      authors,
    ]),
  ).toEqual([
    [1, 1, 1_000, 'recalled', 'Eerst', ['Ans']],
    [2, 3, 1_000, 'presented', 'Toen', ['Ans', 'Eva']],
  ])
})

const merged = (agreement: string, title: string): DialogueEvent => {
  const { words, hash, authors } = frozen(title, 'Ans', 'Kees')
  return {
    type: 'AgreementsMerged',
    merge: 'm1',
    ...about(agreement),
    number: 4,
    place: 1,
    from: ['a1', 'a2'],
    words,
    hash,
    lost: 'niets',
    authors,
    yes: [],
    deadlocks: 0,
  }
}

test('[H1] what was merged begins with the words it was made with', () => {
  const logs = [log(kept(1, 'Eerst')), log(merged('a4', 'Samen'), merged('a5', 'Anders'))]
  expect(versionsIn(logs, 'a4')).toEqual([
    {
      number: 1,
      session: 2,
      at: 1_000,
      keptFor: 'presented',
      authors: ['Ans', 'Kees'],
      hash: 'hash of Samen',
      words: frozen('Samen').words,
    },
  ])
})

test('[H1] objections belong to the words that were asked about in that room, and only once they are open', () => {
  const logs = [
    log(
      begun('t1', 1),
      begun('t2', 1, 'a2'),
      opened('t2', 'Over iets anders.'),
      opened('t1', 'Te vaag.', 'Te laat.'),
    ),
    log(begun('t1', 2), opened('t1')),
    log(begun('plenary', 3), opened('plenary', 'Nog te vaag.'), begun('t1', 4)),
  ]
  expect(objectionsIn(logs, 'a1')).toEqual([
    { version: 1, reasons: ['Te vaag.', 'Te laat.'] },
    { version: 3, reasons: ['Nog te vaag.'] },
  ])
})
