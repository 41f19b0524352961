import type { LineTest } from '../../../shared/dialogue/help/line.ts'
import type { HelpCall, Person, PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import type { DeviceStatus, Presence } from '../../../shared/protocol.ts'

/** One call as the digital helper sees it: who, where, since when, how the device does; never what is said at the table. */
export interface CallView {
  person: PersonId
  name: string
  note: string
  at: number
  /** Whole minutes waited. */
  minutes: number
  takenBy: PersonId | null
  /** A table's number, the plenary, or not in yet. */
  place: number | 'plenary' | 'notIn'
  away: boolean
  status: DeviceStatus | null
  /** Their last test of the line. */
  line: LineTest | null
  aside: HelpCall['aside']
}

/** Who waits longest is on top, whether taken or not: nobody's place in this list changes when a helper comes. */
export function callsOf(state: SessionState, presence: Record<PersonId, Presence>, now: number): CallView[] {
  return state.help
    .toSorted((a, b) => a.at - b.at)
    .map((call) => view(state, presence[call.person], call, now))
}

/**
 * Nobody took it, or the line of whoever did is gone: anybody can take it. `me` took it: whoever reads this is there, whatever is known of
 * their line.
 */
export const isAlone = (
  { takenBy }: Pick<HelpCall, 'takenBy'>,
  presence: Record<PersonId, Presence>,
  me: PersonId,
): boolean => takenBy === null || (takenBy !== me && presence[takenBy]?.state !== 'here')

/** This helper is there, and takes no calls for a while. */
export const hasPause = (presence: Record<PersonId, Presence>, helper: PersonId): boolean =>
  presence[helper]?.state === 'here' && presence[helper].status?.screen === 'pause'

/** The helpers who are there beside oneself: `ready`, who can go on with a call, and `paused`. */
export function otherHelpers(
  state: SessionState,
  presence: Record<PersonId, Presence>,
  me: PersonId,
): { ready: Person[]; paused: Person[] } {
  const others = Object.values(state.people).filter(
    ({ id, role }) => role === 'helper' && id !== me && presence[id]?.state === 'here',
  )
  return {
    ready: others.filter(({ id }) => !hasPause(presence, id)),
    paused: others.filter(({ id }) => hasPause(presence, id)),
  }
}

function view(state: SessionState, at: Presence | undefined, call: HelpCall, now: number): CallView {
  const person = state.people[call.person]
  const room = placeOf(state, call.person)
  const status = at?.status ?? null
  const inRoom = status !== null && isIn(status)
  return {
    person: call.person,
    name: person?.name ?? '',
    note: call.note,
    at: call.at,
    minutes: Math.max(0, Math.floor((now - call.at) / 60_000)),
    takenBy: call.takenBy,
    place: inRoom || status === null ? (state.tables[room ?? '']?.number ?? 'plenary') : 'notIn',
    away: at?.state !== 'here',
    status,
    line: state.lines[call.person] ?? null,
    aside: call.aside,
  }
}

/** Who asks for help before the browser's question for the devices has nothing but the screen of help to tell of. */
const isIn = ({ screen, media, room }: DeviceStatus): boolean =>
  screen === 'help' ? media !== 'off' || room !== null : screen !== 'join' && screen !== 'lobby'

export type Tip = 'away' | 'blocked' | 'none' | 'trouble' | 'fine'

/** What the helper can say first: the most likely cause, one at a time. */
export function tipFor({ away, status }: Pick<CallView, 'away' | 'status'>): Tip {
  if (away) return 'away'
  if (!status) return 'fine'
  const devices = [status.microphone, status.camera]
  if (devices.includes('blocked')) return 'blocked'
  if (devices.includes('none')) return 'none'
  return status.media === 'trouble' ? 'trouble' : 'fine'
}
