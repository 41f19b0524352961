import { apply } from '../dialogue/apply.ts'
import type { RecordedEvent } from '../dialogue/events.ts'
import type { PersonId, SessionState } from '../dialogue/model.ts'
import type { CaptionLine, Presence, ServerFrame } from '../protocol.ts'
import type { SessionStore } from './store.ts'

/** Nothing may be skipped: whoever sees a gap asks again from the last number that was sure. */
export type Received = Partial<SessionStore> | 'gap'

/** What a frame changes on the screens. Pure; frames about commands are not for here and change nothing. */
export function receive(store: SessionStore, frame: ServerFrame): Received {
  switch (frame.kind) {
    case 'welcome':
      return welcome(store, frame)
    case 'changed':
      return store.state ? { state: { ...store.state, ...frame.parts } } : 'gap'
    case 'event':
      return withoutOver(store, fold(store.state, [frame.recorded]), frame.recorded)
    case 'meter':
      return { meter: frame.meter }
    case 'speaking':
      return { speaking: { ...store.speaking, [frame.room]: frame.people } }
    case 'presence':
      return { presence: presence(frame.full ? {} : store.presence, frame.people) }
    case 'typing': {
      const others = (store.typing[frame.table] ?? []).filter((person) => person !== frame.person)
      const people = frame.typing ? [...others, frame.person] : others
      return { typing: { ...store.typing, [frame.table]: people } }
    }
    case 'draft': {
      const { kind: _kind, room, ...draft } = frame
      return { drafts: { ...store.drafts, [room]: draft } }
    }
    case 'caption': {
      const { kind: _kind, room, ...line } = frame
      return { captions: { ...store.captions, [room]: withLine(store.captions[room] ?? [], line) } }
    }
    case 'callBack':
      return { numbers: { ...store.numbers, [frame.person]: frame.number } }
    case 'ownDevice':
      return { ownDevices: { ...store.ownDevices, [frame.person]: frame.device } }
    case 'tones':
      return { tones: { by: frame.by } }
    case 'apart': {
      const { line } = frame
      const lines = (store.apart[line.person] ?? []).filter(({ id }) => id !== line.id)
      return { apart: { ...store.apart, [line.person]: [...lines, line] } }
    }
    case 'media':
      return { mediaAvailable: frame.available }
    case 'renewed':
      return { renewals: store.renewals + 1 }
    case 'putOut':
      return { putOut: { person: frame.person } }
    case 'throughAir':
      return { throughAir: { people: frame.people } }
    case 'answer':
    case 'ping':
    case 'bye':
      return {}
    default:
      // of a later release than this page is
      frame satisfies never
      return {}
  }
}

const TOLD_ANEW = {
  speaking: {},
  typing: {},
  numbers: {},
  ownDevices: {},
  apart: {},
  drafts: {},
  captions: {},
} satisfies Partial<SessionStore>

/** The whole, or the tail behind what we have; who talks and types is told anew by the server. */
function welcome(store: SessionStore, frame: Extract<ServerFrame, { kind: 'welcome' }>): Received {
  const folded = fold(frame.snapshot ?? store.state, frame.tail)
  if (folded === 'gap') return 'gap'
  const asks = folded.state?.help.some(({ person }) => person === frame.me) ?? false
  return { ...folded, ...TOLD_ANEW, me: frame.me, tones: asks ? store.tones : null }
}

function fold(state: SessionState | null, lines: readonly RecordedEvent[]): Received {
  let folded = state
  for (const line of lines) {
    if (!folded) return 'gap'
    if (line.seq <= folded.seq) continue
    if (line.seq !== folded.seq + 1) return 'gap'
    folded = apply(folded, line)
  }
  return folded ? { state: folded } : 'gap'
}

const presence = (
  known: SessionStore['presence'],
  people: readonly Presence[],
): SessionStore['presence'] => ({
  ...known,
  ...Object.fromEntries(people.map((each) => [each.person, each])),
})

/** So many lines are shown of what an interpreter wrote. */
const LINES = 30

const withLine = (lines: readonly CaptionLine[], line: CaptionLine): CaptionLine[] =>
  [...lines.filter((one) => one.line !== line.line), line].toSorted((a, b) => a.line - b.line).slice(-LINES)

/** What is of the moment, and is over with this event. */
function withoutOver(store: SessionStore, received: Received, { event }: RecordedEvent): Received {
  if (received === 'gap') return received
  if (event.type === 'HelpClosed') return { ...received, ...withoutCall(store, event.person) }
  if (event.type !== 'TurnTyped') return received
  // what was sent stands among what was typed: it is not on its way any more
  const { [event.room]: draft, ...others } = store.drafts
  return draft?.turn === event.turn ? { ...received, drafts: others } : received
}

/** What was told in a call for help goes with it. */
function withoutCall(store: SessionStore, person: PersonId): Partial<SessionStore> {
  const { [person]: _number, ...numbers } = store.numbers
  const { [person]: _device, ...ownDevices } = store.ownDevices
  const { [person]: _lines, ...apart } = store.apart
  return { numbers, ownDevices, apart, tones: store.me === person ? null : store.tones }
}
