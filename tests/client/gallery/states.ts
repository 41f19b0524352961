import type { SessionStore } from '../../../shared/channel/store.ts'
import type { Choices } from '../../../client/core/media/choices.ts'
import type { MediaStore } from '../../../client/core/media/store.ts'
import type { Aside, Floor, Nudge, Phase, SessionState } from '../../../shared/dialogue/model.ts'
import type { MeterView } from '../../../shared/dialogue/time/balance.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { PROGRAMME } from '../organiseStates.ts'
import { CONSENT_STATES } from './consentStates.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, phoning, turn } from '../support/hall.ts'

/** One made-up moment: what the two stores hold, and what was chosen on this device. */
export interface Moment {
  chosen?: Record<string, string>
  session: Partial<SessionStore>
  media: Partial<MediaStore>
  choices?: Partial<Choices>
}

const PLUGGED = {
  microphone: [
    { id: 'm1', label: 'Ingebouwde microfoon' },
    { id: 'm2', label: 'Jabra Evolve 20 SE (0b0e:0301)' },
  ],
  camera: [
    { id: 'c1', label: 'camera2 1, facing front' },
    { id: 'c2', label: 'camera2 0, facing back' },
  ],
  speaker: [
    { id: 's1', label: 'Luidsprekers' },
    { id: 's2', label: 'Jabra Evolve 20 SE (0b0e:0301)' },
  ],
}

const names = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet', 'Willem', 'Els', 'Noor', 'Olga']

const here = (name: string, microphone: 'on' | 'off' = 'off'): Presence => ({
  person: idOf(name),
  state: 'here',
  since: NOW - 60_000,
  status: { room: NETWORKING, microphone, camera: 'on', media: 'on', screen: 'room' },
})

/** Everybody in the hall who has no part in what is shown. */
const guests = Object.fromEntries(
  Array.from({ length: 52 }, (_, index) => `Gast ${index + 1}`).map((name) => [idOf(name), here(name)]),
)

const presence = (change: Record<string, Presence> = {}): Record<string, Presence> => ({
  ...Object.fromEntries(names.map((name) => [idOf(name), here(name)])),
  ...change,
})

const meter: MeterView = {
  own: { spokenMs: 90_000, share: 0.68, words: 'less' },
  rooms: [],
  gaps: [],
  incomplete: [],
}

function table(part: Partial<Floor>, more: Partial<Moment> = {}, phase?: Phase): Moment {
  return {
    session: {
      me: idOf('Riet'),
      connection: 'live',
      state: hall({ floor: floor(part), phase }),
      presence: presence(),
      meter,
      ...more.session,
    },
    media: { status: 'on', room: NETWORKING, wantsCamera: true, camera: 'off', ...more.media },
    chosen: more.chosen,
  }
}

function plenary(
  part: Partial<Floor>,
  more: Partial<Moment> = {},
  phase: Phase = { name: 'plenary' },
): Moment {
  return {
    session: {
      me: idOf('Riet'),
      connection: 'live',
      state: hall({ plenary: floor(part), phase, extra: 52 }),
      presence: presence(guests),
      meter,
      ...more.session,
    },
    media: { status: 'on', room: 'plenary', wantsCamera: true, camera: 'off', ...more.media },
  }
}

/** A table whose state has something more than a floor. */
const changed = (
  part: Partial<Floor>,
  change: (state: SessionState) => SessionState,
  more: Partial<Moment> = {},
): Moment => table(part, { ...more, session: { state: change(hall({ floor: floor(part) })) } })

const asked = (part: Partial<Floor>, nudge: Partial<Nudge>): Moment => {
  const quiet = { silent: null, long: null }
  const whole: Nudge = { why: 'silent', at: NOW - 5_000, turn: null, answer: null, quiet, ...nudge }
  return changed(part, (state) => ({ ...state, nudges: { [idOf('Riet')]: whole } }))
}

const said = [
  { turn: 'trn_0', person: idOf('Samira'), at: NOW - 90_000, text: 'Ik mis de mensen van de Dorpsstraat.' },
  {
    turn: 'trn_1',
    person: idOf('Anna'),
    at: NOW - 20_000,
    text: 'Wij willen graag eerder horen wat er komt, en niet pas als het besluit er al is. Zie de kaart: https://voorbeeld.nl/kaart',
  },
]

/** People as their municipality knows them; two of them have the same first name. */
const FULL: Record<string, string> = {
  Anna: 'Anna de Vries-Hoogendoorn',
  Mehmet: 'Mehmet Yıldırım',
  Joke: 'Joke van der Meer',
  Pieter: 'Pieter-Jan Oosterhout',
  Samira: 'Samira El Amrani',
  Riet: 'Riet Bakker',
  Willem: 'Willem Bakker',
  Els: 'Willem Vos',
}
const fullNames = (state: SessionState): SessionState => ({
  ...state,
  people: Object.fromEntries(
    Object.entries(state.people).map(([id, one]) => [id, { ...one, name: FULL[one.name] ?? one.name }]),
  ),
})

/** Noor interprets at the table of Riet. */
const withInterpreter = (state: SessionState): SessionState => ({
  ...state,
  seating: state.seating && {
    ...state.seating,
    seats: { ...state.seating.seats, [idOf('Noor')]: NETWORKING },
  },
})

const mine = (part = {}): Partial<Floor> => ({ turn: turn('Riet', part), queue: hands('Joke', 'Willem') })
const waiting: Partial<Floor> = { turn: turn('Anna'), queue: hands('Riet', 'Joke', 'Willem') }
const seats = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet', 'Willem'].map(idOf)

const longPromise = (state: SessionState): SessionState => ({
  ...state,
  dialogue: {
    ...state.dialogue,
    promise:
      'Wij nemen de afspraken over zoals ze zijn opgeschreven, en wij voeren ze uit. Wijken wij af, dan leggen wij uit waarom. '.repeat(
        4,
      ),
  },
})

const helped =
  (aside: Aside | null) =>
  (state: SessionState): SessionState => ({
    ...state,
    help: [{ person: idOf('Riet'), at: NOW - 60_000, note: '', takenBy: idOf('Hans'), aside }],
  })

/** Every state a participant meets, by the name of its drawing. */
export const MOMENTS: Record<string, Moment> = {
  '04-plenary': plenary({ turn: turn('Willem'), queue: hands('Mehmet', 'Joke', 'Riet') }),
  '04-empty': plenary({}),
  '04-long-promise': plenary(
    {},
    { session: { state: longPromise(hall({ plenary: floor(), phase: { name: 'plenary' }, extra: 52 })) } },
  ),
  '04-full-names': plenary(
    {},
    {
      session: {
        state: fullNames(
          hall({
            plenary: floor({ turn: turn('Willem'), queue: hands('Joke') }),
            phase: { name: 'plenary' },
            extra: 52,
          }),
        ),
      },
    },
  ),
  '05-next': table(waiting),
  '05-full-names': changed(waiting, fullNames),
  '05-interpreter': changed(waiting, withInterpreter),
  '05-long-names': changed(waiting, (state) => ({
    ...state,
    people: Object.fromEntries(
      Object.entries(state.people).map(([id, one]) => [
        id,
        { ...one, name: `${one.name}-Wilhelmina van der Meulen` },
      ]),
    ),
  })),
  '07-apart': changed(waiting, helped({ version: 1, speaks: false, screen: false })),
  '07-told': table(waiting, {
    session: { state: helped(null)(hall({ floor: floor(waiting) })), tones: { by: idOf('Hans') } },
  }),
  '18-live': table(
    { turn: turn('Anna', { typed: true }) },
    {
      chosen: { captions: 'yes' },
      session: {
        drafts: { [NETWORKING]: { turn: 'trn_1', person: idOf('Anna'), text: 'Daarom wil ik dat we' } },
        captions: {
          [NETWORKING]: [
            { line: 1, by: idOf('Noor'), text: 'Els: Anna, wilt u beginnen?' },
            { line: 2, by: idOf('Noor'), text: 'Mehmet: Bij ons in de wijk ging het net' },
          ],
        },
      },
    },
  ),
  '18-writes': table({ turn: turn('Anna') }, { chosen: { writes: 'yes' }, session: { me: idOf('Noor') } }),
  '05-beside': changed({ turn: turn('Anna'), queue: hands('Mehmet') }, (state) => ({
    ...state,
    beside: { [idOf('Mehmet')]: idOf('Riet'), [idOf('Joke')]: idOf('Riet') },
  })),
  '05b-idle': table({ turn: turn('Anna'), queue: hands('Joke', 'Willem') }),
  '05c-round': table({
    mode: 'round',
    turn: turn('Joke'),
    round: { order: seats, done: seats.slice(0, 2), passed: [], spoke: [], second: false },
  }),
  '05d-silence': table({ silence: { until: NOW + 55_000 } }),
  '05e-free': table(
    { mode: 'free' },
    {
      session: {
        speaking: { [NETWORKING]: [idOf('Anna')] },
        typing: { [NETWORKING]: [idOf('Pieter')] },
        presence: presence({ [idOf('Joke')]: here('Joke', 'on') }),
      },
      media: { microphone: 'on', wantsMicrophone: true },
    },
  ),
  '05f-lowered': table({
    turn: turn('Anna'),
    queue: hands('Joke', 'Willem'),
    lowered: [{ hand: hand('Riet'), behind: [], until: NOW + 8_000 }],
  }),
  '05-question': table({ turn: turn('Anna'), queue: [hand('Riet', 'process'), hand('Samira', 'reply')] }),
  '08-my-turn': table(mine({ state: 'offered', deadline: NOW + 14_000, runningSince: null })),
  '09-speaking': table(mine(), { media: { microphone: 'on', wantsMicrophone: true } }),
  '09-over': table(mine({ runningSince: NOW - 140_000 }), {
    media: { microphone: 'on', wantsMicrophone: true },
  }),
  'typed-by-another': table({
    turn: turn('Anna', { typed: true }),
    queue: [hand('Joke'), { ...hand('Riet'), typed: true }],
    typed: said,
  }),
  'typed-nothing-yet': table({ turn: turn('Anna', { typed: true }) }),
  'typed-my-turn': table(mine({ typed: true, state: 'offered', deadline: NOW + 14_000, runningSince: null })),
  'typed-typing': table({ ...mine({ typed: true }), typed: said.slice(0, 1) }),
  'typed-plenary': plenary({ turn: turn('Willem', { typed: true }), typed: said }),
  'half-a-minute': table(mine({ runningSince: NOW - 95_000 }), {
    media: { microphone: 'on', wantsMicrophone: true },
  }),
  telephone: changed({ turn: turn('Joke'), queue: hands('Pieter') }, (state) =>
    phoning(phoning(state, 'Joke'), 'Pieter'),
  ),
  'round-finished': table({
    mode: 'round',
    lastRound: { spoke: seats.slice(0, 6), passed: seats.slice(6), missed: [] },
  }),
  'nudge-silent': asked({ mode: 'free' }, {}),
  'nudge-long': asked(mine({ runningSince: NOW - 190_000 }), { why: 'long', turn: 'trn_1' }),
  'question-of-the-part': changed({ turn: turn('Anna') }, (state) => ({
    ...state,
    programme: PROGRAMME,
    agenda: [{ title: 'De eerste vraag', where: 'tables', startedAt: NOW, endedAt: null, part: 'prt_2' }],
  })),
  'item-and-arabic': changed(
    waiting,
    (state) => ({
      ...state,
      agenda: [{ title: 'Afspraken maken', where: 'tables', startedAt: NOW, endedAt: null }],
    }),
    { chosen: { secondSentence: 'ar' } },
  ),
  '10b-steering': table({
    turn: turn('Anna', { runningSince: null }),
    steering: idOf('Els'),
    queue: hands('Joke'),
  }),
  '15-announced': plenary({}, {}, { name: 'announced', version: 1, deadline: NOW + 14_000 }),
  '15-moving': table({}, { media: { status: 'connecting', room: 'plenary' } }),
  '15-stay': table({}, { media: { status: 'trouble', room: 'plenary' } }),
  '15-recalled': table(waiting, {}, { name: 'recalling', version: 1, deadline: NOW + 48_000 }),
  '16-lost': table(waiting, { session: { connection: 'lost' } }),
  '16-away': table({
    turn: turn('Anna', { state: 'dropped', deadline: NOW + 22_000, runningSince: null }),
    queue: hands('Joke'),
  }),
  '16-never': table(waiting, {
    session: { presence: { [idOf('Riet')]: here('Riet') } },
  }),
  '17-not-measured': table(waiting, { session: { meter: { ...meter, gaps: [NETWORKING] } } }),
  '18-no-media': table(waiting, { session: { mediaAvailable: false } }),
  'device-offered': {
    ...table(waiting),
    choices: { lists: PLUGGED, offered: { what: 'headset', parts: { microphone: PLUGGED.microphone[1] } } },
  },
  'sound-only': table(waiting, { media: { soundOnly: true, wantsCamera: false } }),
  'pictures-paused': table(waiting, { media: { paused: [idOf('Joke')] } }),
  'needs-press': table({ mode: 'free' }, { media: { needsPress: true } }),
  message: table(waiting, {
    session: {
      state: {
        ...hall({ floor: floor(waiting) }),
        announcement: { at: NOW, text: 'Over tien minuten is er koffie in de hal.' },
      },
    },
  }),
  'name-asked': plenary(
    {},
    { session: { state: { ...hall({ phase: { name: 'plenary' } }), namesAsked: NOW } } },
  ),
  observer: plenary({ turn: turn('Anna') }, { session: { me: idOf('Tom') } }),
  'no-seat': plenary({}, { session: { me: idOf('Noor') } }, { name: 'tables', version: 1 }),
  interpreter: plenary({ turn: turn('Willem') }, { session: { me: idOf('Noor') } }),
  ended: plenary({}, {}, { name: 'ended' }),
  ...Object.fromEntries(
    Object.entries(CONSENT_STATES).map(([name, state]) => [name, table({}, { session: { state } })]),
  ),
  '32-my-answer-council': table(
    {},
    { session: { state: CONSENT_STATES['32-others-answer'], me: idOf('Anna') } },
  ),
}
