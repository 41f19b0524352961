import type { Floor, Person, PersonId } from '../../../shared/dialogue/model.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { leads, onPhone, peopleIn } from '../../../shared/dialogue/places.ts'
import { isNumbered, lineOf, placeIn } from '../../core/room/line.ts'
import { isAsked } from '../floor/consentSentence.ts'
import type { Part } from '../floor/part.ts'
import { standingOf } from '../../core/room/standing.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'
import type { MessageKey } from '../ui/catalogues.ts'
import { shortName } from './shortName.ts'

/** What one tile says. A state is always a shape and a word; the size never depends on it. */
export interface TileView {
  person: PersonId
  name: string
  /** Where the tile is too small for the whole name. */
  short: string
  me: boolean
  look: 'rest' | 'speaking' | 'ready' | 'away'
  word: Part | null
  icon: TileIcon | null
  hand: { kind: 'turn' | 'reply' | 'process'; position: number | null } | null
  /** Function and group, for the detail; null when there is nothing to tell. */
  detail: string | null
  group: Person['group']
}

export type TileIcon =
  | 'speak'
  | 'clock'
  | 'microphone'
  | 'microphoneOff'
  | 'cameraOff'
  | 'offline'
  | 'check'
  | 'keyboard'
  | 'hands'
  | 'phone'

/** Facts about devices that are not in the log. */
export interface Around {
  presence: Record<PersonId, Presence>
  typing: readonly PersonId[]
  /** People whose picture is coming in. */
  pictures: readonly PersonId[]
}

/** One tile, from the state and what is around it. */
export function tileOf(id: PersonId, view: RoomView, around: Around): TileView {
  const person = view.state.people[id]
  const floor = floorOf(view)
  const me = id === view.me
  const shown = shownState(id, view, floor, around)
  return {
    person: id,
    name: person?.name ?? '…',
    short: person ? shortName(person, view.state.people) : '…',
    me,
    look: shown.look,
    word: shown.word ? { key: shown.word } : null,
    icon: shown.icon,
    hand: handOn(id, view, floor),
    detail: person?.detail ?? null,
    group: person?.group ?? null,
  }
}

interface Shown {
  look: TileView['look']
  word: MessageKey | null
  icon: TileIcon | null
}

const rest = (word: MessageKey | null, icon: TileIcon | null = null): Shown => ({ look: 'rest', word, icon })
const lit = (word: MessageKey): Shown => ({ look: 'speaking', word, icon: 'speak' })

function shownState(id: PersonId, view: RoomView, floor: Floor, around: Around): Shown {
  const me = id === view.me
  if (view.connection !== 'live') return me ? rest(null) : { look: 'away', word: null, icon: null }
  const away = whyAway(id, view, floor)
  if (away) return { look: 'away', word: away, icon: 'offline' }
  if (floor.steering === id) return lit('tile.steering')
  if (floor.turn?.person === id) {
    if (floor.turn.state === 'offered') return { look: 'ready', word: 'tile.beginsSoon', icon: 'clock' }
    if (floor.steering) return lit('tile.holds')
    // typed or said aloud is the same answer
    if (isAsked(view)) return lit(me ? 'tile.youAnswer' : 'tile.answers')
    if (floor.turn.typed) return { ...lit(me ? 'tile.youType' : 'tile.types'), icon: 'keyboard' }
    if (onPhone(view.state, id)) return { ...lit('tile.speaks'), icon: 'phone' }
    return lit(me ? 'tile.youSpeak' : 'tile.speaks')
  }
  if (floor.reply === id) return lit('tile.replies')
  if (isFree(floor) && view.speaking.includes(id)) return lit(me ? 'tile.youTalk' : 'tile.talks')
  return quietState(id, view, floor, around)
}

const isFree = (floor: Floor): boolean => floor.mode === 'free' && !floor.silence

function whyAway(id: PersonId, view: RoomView, floor: Floor): MessageKey | null {
  if (id === view.me || onPhone(view.state, id)) return null
  const standing = standingOf(view.state, view.present, id)
  if (standing !== 'here') return `standing.${standing}`
  return floor.turn?.person === id && floor.turn.state === 'dropped' ? 'standing.away' : null
}

/** One word at most: what others need most to know about somebody who listens. */
function quietState(id: PersonId, view: RoomView, floor: Floor, around: Around): Shown {
  if (onPhone(view.state, id)) return rest('tile.phone', 'phone')
  const status = around.presence[id]?.status
  if (around.typing.includes(id)) return rest('tile.types', 'keyboard')
  if (status?.media === 'trouble') return rest('tile.weak', 'offline')
  const part = partOf(id, view)
  if (part) return rest(part, part === 'tile.interprets' ? 'hands' : null)
  if (floor.round?.done.includes(id)) return rest('tile.been', 'check')
  if (id === view.me) return ownMicrophone(view)
  if (isFree(floor) && status) {
    return status.microphone === 'on'
      ? rest('tile.micOn', 'microphone')
      : rest('tile.micOff', 'microphoneOff')
  }
  return status && status.camera !== 'on' && !around.pictures.includes(id)
    ? rest('tile.cameraOff', 'cameraOff')
    : rest(null)
}

const ownMicrophone = ({ microphoneOn }: RoomView): Shown =>
  microphoneOn ? rest('tile.micOn', 'microphone') : rest('tile.micOff', 'microphoneOff')

function partOf(id: PersonId, { state, room }: RoomView): MessageKey | null {
  const role = state.people[id]?.role
  if (role === 'interpreter') return 'tile.interprets'
  if (role === 'organiser') return 'tile.organises'
  if (role === 'helper') return 'tile.helps'
  if (role === 'observer') return 'tile.observes'
  return role === 'facilitator' && leads(state, id, room) ? 'tile.guides' : null
}

function handOn(id: PersonId, view: RoomView, floor: Floor): TileView['hand'] {
  const kinds = floor.queue.filter((hand) => hand.person === id).map((hand) => hand.kind)
  if (kinds.includes('turn')) {
    return {
      kind: 'turn',
      position: isNumbered(floor) && !floor.round ? (placeIn(lineOf(view), id)?.number ?? null) : null,
    }
  }
  if (kinds.includes('process')) return { kind: 'process', position: null }
  return kinds.includes('reply') ? { kind: 'reply', position: null } : null
}

/** The pages of tiles, in the fixed order; people never move to another page by speaking. */
export function pagesOf(people: readonly PersonId[], size: number): PersonId[][] {
  const pages: PersonId[][] = []
  for (let start = 0; start < people.length; start += size) pages.push(people.slice(start, start + size))
  return pages.length === 0 ? [[]] : pages
}

/** People on one page of the plenary: four rows of six. */
export const PAGE = 24

/**
 * Who stands at the lectern: whoever guides, else the holder of the floor, else in free talk whoever talks.
 * `before` keeps the last talker there, so that a pause changes nothing.
 */
export function atLectern(view: RoomView, before: PersonId | null): PersonId | null {
  const floor = floorOf(view)
  if (floor.steering) return floor.steering
  if (floor.turn) return floor.turn.person
  if (floor.mode !== 'free') return null
  if (before !== null && view.speaking.includes(before)) return before
  return view.speaking[0] ?? before
}

/**
 * Everybody who has a tile in this room, in the fixed order: who is really expected there. Whoever never came to the plenary is left out
 * of its pages.
 */
export function peopleShown({ state, room }: RoomView): PersonId[] {
  return peopleIn(state, room).filter((id) => {
    const person = state.people[id]
    if (!person) return false
    if (person.role === 'observer' || person.role === 'helper') return false
    return room === 'plenary' ? person.joined && !person.left : true
  })
}
