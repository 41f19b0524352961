import { CLOSE } from '../../../shared/wire.ts'
import type { Table } from '../../../shared/dialogue/model.ts'
import { leads, ownTables, placeOf } from '../../../shared/dialogue/places.ts'
import { floorSentence } from './floorSentence.ts'
import { lineOf, nextOf, placeIn } from '../../core/room/line.ts'
import type { Part, Sentence, StateIcon, Tone } from './part.ts'
import { BACK_MS, floorOf, minutesUntil, secondsUntil, type RoomView } from '../../core/room/view.ts'

/** Always something, and always true: trouble first, then what is asked of the person, then a move, then that one is back, then the floor. */
export function sentence(view: RoomView): Sentence {
  return (
    gone(view) ??
    mine(view) ??
    moving(view) ??
    back(view) ??
    lobby(view) ??
    withNotes(floorSentence(view), view)
  )
}

const say = (tone: Tone, icon: StateIcon, parts: Part[], sub: Part[] = []): Sentence => ({
  tone,
  icon,
  lit: false,
  urgent: false,
  parts,
  sub,
})

function gone(view: RoomView): Sentence | null {
  const { connection, closed, state } = view
  if (state.phase.name === 'ended' || closed === CLOSE.ended)
    return say('calm', 'check', [{ key: 'whole.ended' }])
  if (closed === CLOSE.elsewhere) return say('trouble', 'offline', [{ key: 'room.elsewhere' }])
  if (connection === 'closed') return say('trouble', 'offline', [{ key: 'room.openAgain' }])
  if (connection !== 'live')
    return say('trouble', 'offline', [{ key: 'whole.reconnecting' }], keptPlace(view))
  return null
}

function keptPlace(view: RoomView): Part[] {
  if (nextOf(view)?.person === view.me) return [{ key: 'sub.nextAgain' }]
  const keeps = placeIn(lineOf(view), view.me) || floorOf(view).turn?.person === view.me
  return keeps ? [{ key: 'mine.kept' }] : []
}

/** What I may do right now outranks a move: it is still my turn while the room is being called away. */
function mine(view: RoomView): Sentence | null {
  if (view.state.phase.name === 'announced' && secondsUntil(view.state.phase.deadline, view.now) === 0)
    return null
  const spoken = floorSentence(view)
  if (spoken.tone !== 'mine') return null
  const move = moving(view)
  return move ? { ...spoken, sub: move.parts } : withNotes(spoken, view)
}

function back({ backSince, now }: RoomView): Sentence | null {
  if (backSince === null || now - backSince > BACK_MS) return null
  return say('calm', 'check', [{ key: 'whole.back' }])
}

function lobby({ state, now }: RoomView): Sentence | null {
  if (state.phase.name !== 'lobby') return null
  const minutes = state.startsAt === null ? 0 : minutesUntil(state.startsAt, now)
  return say('calm', 'check', [
    minutes > 0 ? { key: 'whole.lobby', values: { minutes } } : { key: 'room.lobbySoon' },
  ])
}

/** The table somebody is going to or sits at: their seat, or the table a facilitator attends. */
export function tableOf({
  state,
  me,
}: Pick<RoomView, 'state' | 'me'>): Pick<Table, 'number' | 'role' | 'id'> | null {
  const own = ownTables(state, me)
  const id = state.seating?.seats[me] ?? own.find((table) => table === state.attending[me]) ?? own[0]
  const table = id === undefined ? undefined : state.tables[id]
  return table ? { id: table.id, number: table.number, role: table.role } : null
}

function moving(view: RoomView): Sentence | null {
  const { phase } = view.state
  if (phase.name === 'announced') return announced(view, secondsUntil(phase.deadline, view.now))
  if (phase.name === 'recalling') return recalled(view, secondsUntil(phase.deadline, view.now))
  return phase.name === 'tables' || phase.name === 'plenary' ? onTheWay(view) : null
}

function announced(view: RoomView, seconds: number): Sentence {
  const table = tableOf(view)
  if (!table) return say('move', 'next', [{ key: 'room.staysHere', values: { seconds } }])
  if (seconds === 0) return say('move', 'next', [{ key: 'whole.moving', values: { table: table.number } }])
  const role: Part = { key: `role.${table.role}` }
  const values = { seconds, table: table.number, role }
  return say('move', 'next', [{ key: 'whole.announced', values }], [{ key: 'sub.nothingToDo' }])
}

function recalled({ room }: RoomView, seconds: number): Sentence {
  if (room === 'plenary') return say('move', 'next', [{ key: 'room.comingBack', values: { seconds } }])
  if (seconds === 0) return say('move', 'next', [{ key: 'room.movingBack' }])
  return say('move', 'next', [{ key: 'whole.recalled', values: { seconds } }], [{ key: 'sub.talkOn' }])
}

/** Seated elsewhere, while sound and picture still come from the room one leaves. A second desk only looks on. */
function onTheWay({ media, room, state, me }: RoomView): Sentence | null {
  if (media.at === null || media.at === room || placeOf(state, me) !== room) return null
  const table = state.tables[room]
  if (!table) return say('move', 'next', [{ key: 'room.movingBack' }])
  const values = { table: table.number }
  return media.at === 'plenary' && media.state === 'off'
    ? say('move', 'next', [{ key: 'whole.stay', values }], [{ key: 'sub.stay' }])
    : say('move', 'next', [{ key: 'whole.moving', values }])
}

/** Things that are off are said under the sentence; the talk itself goes on. */
function withNotes(spoken: Sentence, view: RoomView): Sentence {
  const notes: Part[] = []
  if (view.media.state === 'off') notes.push({ key: 'whole.mediaOff' })
  if (!view.measured && leads(view.state, view.me, view.room)) notes.push({ key: 'whole.meterOff' })
  if (notes.length === 0) return spoken
  return { ...spoken, sub: spoken.sub.length + notes.length > 2 ? notes : [...spoken.sub, ...notes] }
}
