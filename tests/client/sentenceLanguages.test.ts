import { describe, expect, it, test } from 'vitest'
import { inWords } from '../../client/parts/floor/inWords.ts'
import { addTexts } from '../../client/parts/ui/text.tsx'
import { sentence } from '../../client/parts/floor/sentence.ts'
import { CLOSE, LANGUAGES } from '../../shared/protocol.ts'
import type { Floor, Phase } from '../../shared/dialogue/model.ts'
import type { RoomView } from '../../client/core/room/view.ts'
import { state as arabic } from '../../shared/messages/ar/state.ts'
import { state } from '../../shared/messages/state.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, phoning, turn, view } from './support/hall.ts'

addTexts('ar', arabic)

const at = (part: Partial<Floor>, more: Partial<RoomView> = {}): RoomView =>
  view(hall({ floor: floor(part) }), more)
const during = (phase: Phase, more: Partial<RoomView> = {}): RoomView => view(hall({ phase }), more)
const others = hands('Joke', 'Willem', 'Mehmet')
const seats = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet'].map(idOf)
const round = { order: seats, done: seats.slice(0, 2), passed: [], spoke: [], second: false }
const lost = { connection: 'lost' as const }
const alone = { me: idOf('Noor'), room: 'plenary', media: { state: 'on' as const, at: 'plenary' } }

/** Every state of the screens' table, and some in between. */
const STATES: Record<string, RoomView> = {
  free: at({ mode: 'free' }, { speaking: [idOf('Anna')] }),
  'free, nobody': at({ mode: 'free' }),
  'free, several': at({ mode: 'free' }, { speaking: ['Anna', 'Joke', 'Willem'].map(idOf) }),
  'free, myself': at({ mode: 'free' }, { speaking: [idOf('Riet')] }),
  nobody: at({}),
  holder: at({ turn: turn('Anna') }),
  'holder, one waits': at({ turn: turn('Anna'), queue: hands('Joke') }),
  'holder, two wait': at({ turn: turn('Anna'), queue: hands('Joke', 'Willem') }),
  'holder, more wait': at({ turn: turn('Anna'), queue: others }),
  typed: at({ turn: turn('Anna', { typed: true }) }),
  telephone: view(phoning(hall({ floor: floor({ turn: turn('Anna') }) }), 'Anna')),
  offered: at({ turn: turn('Anna', { state: 'offered', deadline: NOW + 9_000 }) }),
  dropped: at({ turn: turn('Anna', { state: 'dropped', deadline: NOW + 21_000, runningSince: null }) }),
  round: at({ mode: 'round', round, turn: turn('Joke') }),
  'round, finished': at({
    mode: 'round',
    lastRound: { spoke: seats.slice(0, 5), passed: seats.slice(5), missed: [] },
  }),
  'quiet first': at({ mode: 'quietFirst', turn: turn('Anna'), queue: hands('Riet') }),
  silence: at({ silence: { until: NOW + 50_000 } }),
  process: at({ turn: turn('Pieter', { kind: 'process' }) }),
  'my question': at({ turn: turn('Anna'), queue: [hand('Riet', 'process')] }),
  steering: at({ steering: idOf('Els') }),
  'steering, held': at({ steering: idOf('Els'), turn: turn('Anna') }),
  'steering, myself': at({ steering: idOf('Els') }, { me: idOf('Els') }),
  'out of order': at({ turn: turn('Anna', { override: true }) }),
  'short reply': at({ turn: turn('Anna'), reply: idOf('Joke') }),
  'my short reply': at({ turn: turn('Anna'), reply: idOf('Riet') }),
  number: at({ turn: turn('Anna'), queue: hands('Joke', 'Mehmet', 'Riet') }),
  next: at({ turn: turn('Anna'), queue: hands('Riet', 'Joke', 'Willem', 'Mehmet') }),
  after: at({ mode: 'round', round, turn: turn('Joke') }),
  been: at({ mode: 'round', round: { ...round, done: seats }, turn: turn('Joke') }),
  'hand lowered': at({ lowered: [{ hand: hand('Riet'), behind: [], until: NOW + 5_000 }] }),
  'who leads': at({ turn: turn('Anna'), queue: others }, { me: idOf('Els'), measured: false }),
  lobby: view({ ...hall({ phase: { name: 'lobby' } }), startsAt: NOW + 6 * 60_000 }),
  'lobby, soon': during({ name: 'lobby' }),
  'my turn': at({ turn: turn('Riet', { state: 'offered' }) }),
  'my turn, typed': at({ turn: turn('Riet', { state: 'offered', typed: true }) }),
  speaking: at({ turn: turn('Riet'), queue: hands('Joke') }, { microphoneOn: true }),
  'speaking, not heard': at({ turn: turn('Riet') }),
  'speaking, no sound': at({ turn: turn('Riet') }, { media: { state: 'off', at: null } }),
  typing: at({ turn: turn('Riet', { typed: true }) }),
  'half a minute': at({ turn: turn('Riet', { runningSince: NOW - 95_000 }) }),
  over: at({ turn: turn('Riet', { runningSince: NOW - 125_000 }) }),
  kept: at({ turn: turn('Riet', { runningSince: null }), steering: idOf('Els') }),
  announced: during({ name: 'announced', version: 1, deadline: NOW + 20_000 }),
  'announced, no seat': during(
    { name: 'announced', version: 1, deadline: NOW + 20_000 },
    { me: idOf('Noor') },
  ),
  going: during({ name: 'announced', version: 1, deadline: NOW }),
  stuck: view(hall(), { media: { state: 'off', at: 'plenary' } }),
  'others at the tables': view(hall(), alone),
  recalled: during({ name: 'recalling', version: 1, deadline: NOW + 60_000 }),
  'recalled, there already': during({ name: 'recalling', version: 1, deadline: NOW + 60_000 }, alone),
  'going back': during({ name: 'plenary' }, { media: { state: 'connecting', at: NETWORKING } }),
  lost: at({ queue: hands('Joke', 'Riet') }, lost),
  'lost, next': at({ queue: hands('Riet') }, lost),
  'lost for good': at({}, { connection: 'closed', closed: CLOSE.unknown }),
  'another device': at({}, { connection: 'closed', closed: CLOSE.elsewhere }),
  back: at({ turn: turn('Anna') }, { backSince: NOW - 1_000 }),
  'no sound and picture': at({ turn: turn('Anna') }, { media: { state: 'off', at: null } }),
  ended: during({ name: 'ended' }),
}

const NAMES = /Anna|Mehmet|Joke|Pieter|Samira|Riet|Willem|Els|Noor|Begin/g
const wholeIn = (language: (typeof LANGUAGES)[number], shown: RoomView): string[] => {
  const { parts, sub } = sentence(shown)
  return [...parts, ...sub].map((part) => inWords(language, part))
}

describe.each(LANGUAGES)('the sentence of state in %s', (language) => {
  it.each(Object.keys(STATES))('is whole in the state: %s', (name) => {
    const shown = STATES[name]
    if (!shown) throw new Error(`no state ${name}`)
    const said = wholeIn(language, shown)
    expect(said.length).toBeGreaterThan(0)
    for (const part of said) {
      expect(part).toMatch(/[.?]$/)
      expect(part).not.toMatch(/[{}#]|undefined|…/)
    }
  })
})

test.each(Object.keys(STATES))('no language borrows the sentence of another: %s', (name) => {
  const shown = STATES[name]
  if (!shown) throw new Error(`no state ${name}`)
  const [nl, en, ar] = LANGUAGES.map((language) => wholeIn(language, shown))
  expect(en).not.toEqual(nl)
  for (const part of ar ?? []) expect(part.replace(NAMES, '')).not.toMatch(/[A-Za-z]/)
})

const texts = (messages: Record<string, Record<'nl' | 'en', string>>, language: 'nl' | 'en') =>
  Object.entries(messages).map(([key, message]): [string, string] => [key, message[language]])

test('every sentence of state is written in nl, en and ar', () => {
  const { nl, en } = { nl: texts(state, 'nl'), en: texts(state, 'en') }
  for (const written of [nl, en, Object.entries<string>(arabic)]) {
    expect(written.map(([key]) => key)).toEqual(Object.keys(state))
    expect(written.filter(([, text]) => text.trim() === '')).toEqual([])
  }
})

test('a name in an Arabic sentence keeps its own direction, and figures are those on the tiles', () => {
  expect(inWords('ar', { key: 'floor.holder', values: { name: 'Anna' } })).toBe(
    'الكلمة الآن لـ \u2068Anna\u2069.',
  )
  expect(inWords('ar', { key: 'mine.number', values: { position: 12 } })).toContain('12')
})

test('every form of an Arabic plural is whole', () => {
  for (const seconds of [0, 1, 2, 3, 11, 100]) {
    const said = inWords('ar', { key: 'floor.dropped', values: { name: 'Anna', seconds } })
    expect(said.replace(NAMES, '')).not.toMatch(/[A-Za-z{}#]/)
  }
  const done = (spoke: number, passed: number) =>
    inWords('ar', { key: 'floor.roundDone', values: { spoke, passed } })
  expect(done(0, 0)).toBe('انتهت الجولة. لم يتحدث أحد.')
  expect(done(5, 1)).toBe('انتهت الجولة. تحدث 5 أشخاص، وتخطى الدور شخص واحد.')
})
