import type { SessionStore } from '../../../client/session/store.ts'
import type { MediaStore } from '../../../client/media/store.ts'
import type { Floor, Phase } from '../../../shared/dialogue/model.ts'
import type { MeterView, Presence } from '../../../shared/protocol.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, turn } from '../support/hall.ts'

/** One made-up moment: what the two stores hold. */
export interface Moment {
  session: Partial<SessionStore>
  media: Partial<MediaStore>
}

const names = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet', 'Willem', 'Els', 'Noor', 'Olga']

const here = (name: string, microphone: 'on' | 'off' = 'off'): Presence => ({
  person: idOf(name),
  state: 'here',
  since: NOW - 60_000,
  status: { room: NETWORKING, microphone, camera: 'on', media: 'on', screen: 'room' },
})

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
      presence: presence(),
      meter,
      ...more.session,
    },
    media: { status: 'on', room: 'plenary', wantsCamera: true, camera: 'off', ...more.media },
  }
}

const mine = (part = {}): Partial<Floor> => ({ turn: turn('Riet', part), queue: hands('Joke', 'Willem') })
const waiting: Partial<Floor> = { turn: turn('Anna'), queue: hands('Riet', 'Joke', 'Willem') }
const seats = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet', 'Willem'].map(idOf)

/** Every state a participant meets, by the name of its drawing. */
export const MOMENTS: Record<string, Moment> = {
  '04-plenary': plenary({ turn: turn('Willem'), queue: hands('Mehmet', 'Joke', 'Riet') }),
  '04-empty': plenary({}),
  '05-next': table(waiting),
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
  '17-not-measured': table(waiting, { session: { meter: { ...meter, gaps: [NETWORKING] } } }),
  '18-no-media': table(waiting, { session: { mediaAvailable: false } }),
  'needs-press': table({ mode: 'free' }, { media: { needsPress: true } }),
  message: table(waiting, {
    session: {
      state: {
        ...hall({ floor: floor(waiting) }),
        announcement: { at: NOW, text: 'Over tien minuten is er koffie in de hal.' },
      },
    },
  }),
  observer: plenary({ turn: turn('Anna') }, { session: { me: idOf('Tom') } }),
  'no-seat': plenary({}, { session: { me: idOf('Noor') } }, { name: 'tables', version: 1 }),
  interpreter: plenary({ turn: turn('Willem') }, { session: { me: idOf('Noor') } }),
  ended: plenary({}, {}, { name: 'ended' }),
}
