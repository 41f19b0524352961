import { createStore } from 'zustand/vanilla'
import type { Audience, Connect, Connection, Sending } from '../../../client/core/media/connection.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { Session } from '../../../shared/channel/session.ts'
import { emptyStore, type SessionStore } from '../../../shared/channel/store.ts'

/** A session that is told what is known of it, with passes for the plenary. */
export function fakeSession(known: Partial<SessionStore>): Session {
  const store = createStore<SessionStore>()(() => ({ ...emptyStore, connection: 'live', ...known }))
  const nothing = () => undefined
  return {
    store,
    now: () => Date.now(),
    send: () => Promise.resolve({ ok: true }),
    joinRoom: () => Promise.resolve({ url: '', token: '', lease: '', room: 'plenary', version: 0 }),
    joinAside: () => Promise.resolve({ url: '', token: '', lease: '', room: 'aside:x', version: 0 }),
    sendJoined: nothing,
    sendDraft: nothing,
    sendCaption: nothing,
    sendCallBack: nothing,
    sendOwnDevice: nothing,
    sendTones: nothing,
    sendApart: () => '',
    sendStatus: nothing,
    sendScreen: () => 'room',
    sendTyping: nothing,
    takeOver: nothing,
    tryNow: nothing,
    close: nothing,
  }
}

/** The SFU played by hand: what was sent into the plenary last, and whom this device wants of it. */
export function fakeRoom() {
  let sending: Sending | null = null
  let audience: Audience | null = null
  let paused: PersonId[] = []
  let changed: () => void = () => undefined
  const connection: Connection = {
    place: 'plenary',
    version: 0,
    lease: '',
    receive: (wanted) => void (audience = wanted),
    send: (now) => Promise.resolve(void (sending = now)),
    microphoneOn: () => sending?.microphone?.muted === false,
    sounds: () => [],
    pictures: () => ({}),
    paused: () => paused,
    canPlay: () => true,
    startAudio: () => undefined,
    close: () => undefined,
  }
  const connect: Connect = (_pass, events) => {
    changed = events.changed
    return Promise.resolve(connection)
  }
  return {
    connect,
    sending: () => sending,
    audience: () => audience,
    /** The line of this device has no room for these pictures. */
    holdsBack(people: PersonId[]) {
      paused = people
      changed()
    },
  }
}
