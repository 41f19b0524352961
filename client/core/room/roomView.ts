import type { RoomId } from '../../../shared/dialogue/model.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import type { DialogueClient } from '../dialogueClient.ts'
import { presentIn } from '../session/present.ts'
import type { RoomView } from './view.ts'

/** The room as this person sees it, as a store: another value at every change and on every whole second. */
export interface RoomFollowed {
  /** Null until the state has come in. */
  getState(): RoomView | null
  subscribe(listener: () => void): () => void
}

type Sources = Pick<DialogueClient, 'session' | 'media' | 'beat'>

/** Follows one room while somebody listens; a view is made once for all who ask between two changes. */
export function followRoom({ session, media, beat }: Sources, room: RoomId): RoomFollowed {
  let made: { from: readonly unknown[]; view: RoomView | null } | null = null
  return {
    getState() {
      const from = [session.store.getState(), media.store.getState(), beat.getState()]
      if (!made || from.some((each, index) => each !== made?.from[index])) {
        made = { from, view: roomView({ session, media }, room) }
      }
      return made.view
    },
    subscribe(listener) {
      const ends = [session.store, media.store, beat].map((store) => store.subscribe(listener))
      return () => ends.forEach((end) => end())
    },
  }
}

const NOBODY: readonly string[] = []

function roomView({ session, media }: Pick<Sources, 'session' | 'media'>, room: RoomId): RoomView | null {
  const { state, me, connection, closed, backSince, presence, speaking, meter, mediaAvailable } =
    session.store.getState()
  if (!state) return null
  const { status, room: at, microphone } = media.store.getState()
  // on arrival nothing has been asked for yet: that is no news to whoever has a place where it will be
  const none = status === 'off' && placeOf(state, me) === null
  const off = !mediaAvailable || none || status === 'trouble'
  return {
    state,
    me,
    room,
    now: session.now(),
    present: presentIn(state, { me, presence }),
    speaking: speaking[room] ?? NOBODY,
    connection,
    closed,
    backSince,
    media: { state: off ? 'off' : status === 'on' ? 'on' : 'connecting', at },
    microphoneOn: microphone === 'on',
    measured: !(meter?.gaps.includes(room) ?? false),
  }
}
