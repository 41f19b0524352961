import { atTables, isHere, leads, onPhone, peopleIn } from '../../../shared/dialogue/places.ts'
import { mayBeHeard } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import type { Floor, PersonId, Turn } from '../../../shared/dialogue/model.ts'
import { comesBefore, isNumbered, lineOf, nextOf, placeIn, type Place } from '../../core/room/line.ts'
import { withConsent } from './consentSentence.ts'
import { signalOf } from './signals.ts'
import type { Part, Sentence, StateIcon } from './part.ts'
import { floorOf, minutesUntil, nameOf, secondsUntil, type RoomView } from '../../core/room/view.ts'

/** Who has the floor, and what that means for the viewer; and where a consent round stands. */
export const floorSentence = (view: RoomView): Sentence => withConsent(view, talkSentence(view))

function talkSentence(view: RoomView): Sentence {
  const floor = floorOf(view)
  if (floor.steering === view.me) return mineNow('compass', [{ key: 'room.steeringMine' }], heard(view))
  if (floor.silence) return silence(view, floor, floor.silence.until)
  if (floor.turn?.person === view.me) return myTurn(view, floor, floor.turn)
  if (floor.reply === view.me) return mineNow('speak', [{ key: 'room.replyMine' }], heard(view))
  if (isLeftBehind(view, floor)) return { ...quietly, parts: [{ key: 'room.othersAtTables' }] }
  if (floor.mode === 'free' && !floor.turn && !floor.steering) return freeTalk(view, floor)
  const said = spoken(view, floor)
  const own = ownParts(view, floor)
  return {
    tone: own.next ? 'next' : 'calm',
    icon: said.icon,
    lit: said.lit,
    urgent: false,
    parts: own.main ? [said.part, own.main] : [said.part],
    sub: [...own.sub, ...notices(view, floor)].slice(0, 2),
  }
}

const quietly: Sentence = { tone: 'calm', icon: 'talk', lit: false, urgent: false, parts: [], sub: [] }

/** In the main room while the tables talk, and nothing is said here. */
const isLeftBehind = ({ state, room }: RoomView, floor: Floor): boolean =>
  room === 'plenary' && atTables(state.phase) && floor.turn === null && floor.steering === null

const mineNow = (icon: StateIcon, parts: Part[], sub: Part[]): Sentence => ({
  tone: 'mine',
  icon,
  lit: true,
  urgent: true,
  parts,
  sub,
})

const heard = (view: RoomView): Part[] => {
  if (view.media.state === 'off') return [{ key: 'sub.typeOnly' }]
  if (!mayBeHeard(view.state, view.room, view.me)) return []
  if (!view.microphoneOn) return [{ key: 'sub.micOff' }]
  return [{ key: isAlone(view) ? 'sub.heardByNobody' : 'sub.heard' }]
}

const isAlone = ({ state, room, me, present }: RoomView): boolean =>
  !peopleIn(state, room).some((person) => person !== me && isHere(state, person, present))

function myTurn(view: RoomView, floor: Floor, turn: Turn): Sentence {
  if (turn.state === 'offered') {
    return mineNow(
      'hand',
      [{ key: 'whole.offeredMe', values: { name: nameOf(view, view.me) } }],
      [{ key: turn.typed ? 'sub.beginTyped' : 'sub.begin' }],
    )
  }
  const key = turn.typed ? 'whole.typingMe' : 'whole.speakingMe'
  const guide = guideOf(view, floor)
  if (guide !== null && guide !== view.me) {
    const values = { name: nameOf(view, guide) }
    return mineNow(
      turn.typed ? 'keyboard' : 'speak',
      [{ key }],
      [{ key: 'floor.steering', values }, { key: 'mine.kept' }],
    )
  }
  const over = signalOf(view)?.signal === 'target'
  return mineNow(
    turn.typed ? 'keyboard' : 'speak',
    [{ key: over ? 'whole.overTime' : key }],
    underMyTurn(view, turn),
  )
}

/** Whether others get what I say, and then what is near: the end of the time meant for it, or who comes after me. */
function underMyTurn(view: RoomView, turn: Turn): Part[] {
  const sub: Part[] = turn.typed ? [{ key: 'sub.readByAll' }] : heard(view)
  if (signalOf(view)?.signal === 'half') return [...sub, { key: 'sub.halfMinute' }]
  const after = nextOf(view)
  if (!after || after.person === view.me) return sub
  return [...sub, { key: 'sub.afterYou', values: { name: nameOf(view, after.person) } }]
}

function silence(view: RoomView, floor: Floor, until: number): Sentence {
  const minutes = Math.max(1, minutesUntil(until, view.now))
  const parts: Part[] = [{ key: 'floor.silence', values: { minutes } }]
  const own = ownParts(view, floor)
  const place = own.main ? [own.main] : own.sub.filter((part) => part.key.startsWith('mine.'))
  const sub: Part[] = floor.turn?.person === view.me ? [{ key: 'mine.kept' }] : place
  return { tone: 'calm', icon: 'pause', lit: false, urgent: false, parts, sub }
}

function freeTalk(view: RoomView, floor: Floor): Sentence {
  const talkers = view.speaking
  const [first] = talkers
  let part: Part = { key: 'floor.freeNobody' }
  if (talkers.length > 1) part = { key: 'floor.freeSeveral', values: { count: talkers.length } }
  else if (first === view.me) part = { key: 'room.freeMine' }
  else if (first !== undefined) part = { key: 'floor.free', values: { name: nameOf(view, first) } }
  const own = ownParts(view, floor)
  const sub = own.main ? [own.main] : own.sub
  const joins = mayTalk(view) && first !== view.me && sub.length === 0 && view.media.state === 'on'
  return {
    tone: 'calm',
    icon: 'talk',
    lit: talkers.length > 0,
    urgent: false,
    parts: [part],
    sub: joins ? [{ key: 'sub.join' }] : sub,
  }
}

const mayTalk = ({ state, me }: RoomView): boolean => {
  const role = state.people[me]?.role
  return role === 'participant' || role === 'facilitator' || role === 'organiser'
}

/** Who guides and is there: of a leader whose line is away it is not said, until it has ended. */
const guideOf = ({ state, present }: RoomView, { steering }: Floor): PersonId | null =>
  steering !== null && isHere(state, steering, present) ? steering : null

function spoken(view: RoomView, floor: Floor): { part: Part; icon: StateIcon; lit: boolean } {
  const { turn } = floor
  const name = turn ? nameOf(view, turn.person) : ''
  const guide = guideOf(view, floor)
  if (guide !== null) {
    const leader = nameOf(view, guide)
    const part: Part = turn
      ? { key: 'floor.steeringHeld', values: { leader, name } }
      : { key: 'floor.steering', values: { name: leader } }
    return { part, icon: 'compass', lit: true }
  }
  if (!turn) return { ...betweenTurns(floor), lit: false }
  if (turn.state === 'offered')
    return { part: { key: 'floor.offered', values: { name } }, icon: 'hand', lit: true }
  if (turn.state === 'dropped') {
    const seconds = turn.deadline === null ? 0 : secondsUntil(turn.deadline, view.now)
    return { part: { key: 'floor.dropped', values: { name, seconds } }, icon: 'offline', lit: false }
  }
  if (turn.kind === 'process')
    return { part: { key: 'floor.process', values: { name } }, icon: 'compass', lit: true }
  if (turn.typed) return { part: { key: 'floor.typed', values: { name } }, icon: 'keyboard', lit: true }
  if (onPhone(view.state, turn.person))
    return { part: { key: 'floor.phone', values: { name } }, icon: 'phone', lit: true }
  const key =
    floor.mode === 'round' ? 'floor.round' : floor.mode === 'quietFirst' ? 'floor.quietFirst' : 'floor.holder'
  return { part: { key, values: { name } }, icon: floor.mode === 'round' ? 'round' : 'speak', lit: true }
}

/** Nobody has the floor. After a round everybody hears what it came to, in numbers of people and never of minutes (S3). */
function betweenTurns({ lastRound, mode }: Floor): { part: Part; icon: StateIcon } {
  if (!lastRound) return { part: { key: 'floor.nobody' }, icon: mode === 'round' ? 'round' : 'talk' }
  const values = { spoke: lastRound.spoke.length, passed: lastRound.passed.length }
  return { part: { key: 'floor.roundDone', values }, icon: 'check' }
}

interface Own {
  /** Stands beside the floor's part: only "you are next" weighs that much. */
  main: Part | null
  next: boolean
  sub: Part[]
}

function ownParts(view: RoomView, floor: Floor): Own {
  const line = lineOf(view)
  const own = placeIn(line, view.me)
  const next = nextOf(view)?.person ?? null
  const others = waitingIn(line, view.me)
  if (next === view.me) return { main: { key: 'mine.next' }, next: true, sub: names(view, 'then', others) }
  if (leads(view.state, view.me, view.room) && !own?.number) return leaderParts(view, others, next)
  if (floor.lowered.some(({ hand, until }) => hand.person === view.me && until >= view.now))
    return under([{ key: 'sub.handDown' }])
  if (!own) return waitingParts(view, floor, others)
  if (own.number === null) return under([{ key: 'sub.questionAsked' }])
  if (!isNumbered(floor)) return under([{ key: 'sub.handUp' }])
  return under(
    floor.round?.order.includes(view.me)
      ? afterParts(view, comesBefore(line, own))
      : [{ key: 'mine.number', values: { position: own.number } }],
  )
}

/** Who else waits in the line and can be called now. */
const waitingIn = (line: readonly Place[], me: PersonId): PersonId[] =>
  line
    .filter(
      ({ person, number, kept, passedOver }) => number !== null && !kept && !passedOver && person !== me,
    )
    .map(({ person }) => person)

const under = (sub: Part[]): Own => ({ main: null, next: false, sub })

function leaderParts(view: RoomView, others: readonly PersonId[], next: PersonId | null): Own {
  if (next === null) return under(names(view, 'wait', others))
  const main: Part = { key: 'room.isNext', values: { name: nameOf(view, next) } }
  const rest = others.filter((person) => person !== next)
  return { main, next: false, sub: names(view, 'then', rest) }
}

function waitingParts(view: RoomView, floor: Floor, others: readonly PersonId[]): Own {
  if (floor.round?.done.includes(view.me)) return under([{ key: 'mine.been' }])
  if (floor.round) return under([{ key: 'sub.once' }])
  return under(names(view, 'wait', others))
}

function afterParts(view: RoomView, before: Place | undefined): Part[] {
  if (!before) return [{ key: 'sub.once' }]
  return [{ key: 'mine.after', values: { name: nameOf(view, before.person) } }, { key: 'sub.once' }]
}

/** "Joke en Willem wachten." / "Daarna komen Joke en Willem." */
function names(view: RoomView, verb: 'then' | 'wait', people: readonly PersonId[]): Part[] {
  const [first, second] = people
  if (first === undefined) return []
  const name = nameOf(view, first)
  if (second === undefined) return [{ key: `sub.${verb}One`, values: { name } }]
  if (people.length === 2) return [{ key: `sub.${verb}Two`, values: { name, second: nameOf(view, second) } }]
  return [{ key: `sub.${verb}More`, values: { name, count: people.length - 1 } }]
}

/** What everybody must be able to see: a turn out of order (F6) and an invited reply (F3) of somebody who is there to give it. */
function notices(view: RoomView, { turn, reply }: Floor): Part[] {
  const parts: Part[] = []
  if (turn?.override) parts.push({ key: 'sub.override', values: { name: nameOf(view, turn.person) } })
  if (reply !== null && isHere(view.state, reply, view.present))
    parts.push({ key: 'sub.reply', values: { name: nameOf(view, reply) } })
  return parts
}
