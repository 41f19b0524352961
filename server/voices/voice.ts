import { setTimeout as pause } from 'node:timers/promises'
import { mayBeHeard } from '../../shared/dialogue/floor/mayBeHeard.ts'
import { openAt } from '../../shared/dialogue/agreements/agreements.ts'
import { placeOf, roomVersion } from '../../shared/dialogue/places.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { HandKind, PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { Answer, ServerFrame } from '../../shared/protocol.ts'
import { joinVoiceRoom } from '../media/voice.ts'
import type { VoiceRoom } from '../media/voice.ts'
import { enter } from './entrance.ts'
import { sessionOf } from './session.ts'
import { readSamples } from './sound.ts'
import { addAgreement, writeSentence } from './writing.ts'

export interface VoiceOptions {
  link: string
  name: string
  /** Receive the others' sound, to count it; costs processor time. */
  hear?: boolean
  /** Every frame of the control channel, for tests that look at the wire. */
  onFrame?: (frame: ServerFrame) => void
}

/** A simulated participant: sits where it is seated, speaks when it may, and does nothing by itself beyond that. */
export interface Voice {
  readonly person: PersonId
  readonly name: string
  state(): SessionState | null
  /** The room whose sound this voice has now. */
  room(): RoomId | null
  /** The floor lets others hear it now. */
  audible(): boolean
  speaking(): boolean
  /**
   * Speaks a WAV file (16 kHz mono) or samples in real time, as soon as the floor lets it be heard.
   * Resolves with when it began and ended on this machine's clock; cut short when the floor goes to somebody else.
   * Rejects when it may not be heard within `patienceMs` (10 s).
   */
  say(sound: string | Int16Array, patienceMs?: number): Promise<{ startMs: number; endMs: number }>
  send(type: CommandType, payload: unknown): Promise<Answer>
  raise(kind?: HandKind): Promise<Answer>
  /** Types a paragraph into the text of the table it sits at, letter by letter; resolves once it is stored. */
  type(text: string): Promise<void>
  /** Milliseconds of sound received per person; only with `hear`. */
  heardMs(): ReadonlyMap<PersonId, number>
  close(): Promise<void>
}

/** The permission reaches the SFU just after the event reaches us, and a request that comes too early is never answered. */
const PERMISSION_MS = 400
const RETRY_MS = 1_000
const QUIET_MS = 1_500
const NOBODY: ReadonlyMap<PersonId, number> = new Map()

/** Redeems the link and takes the seat. Rejects when the link is not known or the server does not answer. */
export async function createVoice({ link, name, hear, onFrame }: VoiceOptions): Promise<Voice> {
  const entrance = await enter(link, name)
  const me = entrance.person
  let media: { key: string; room: RoomId; sound: VoiceRoom } | null = null
  let audible = false
  let closed = false
  let working: Promise<void> | null = null
  let changedMeanwhile = false
  let cut: AbortController | null = null
  let displaced: string | undefined
  let renewed = false
  /** The channel was away: the SFU may have taken the track and given the permission back, and nobody told. */
  let doubtful = false
  const session = sessionOf(entrance, {
    onFrame(frame) {
      if (frame.kind === 'welcome') doubtful = true
      onFrame?.(frame)
    },
  })
  const stateNow = () => session.store.getState().state
  session.store.subscribe(({ state, connection, renewals }, before) => {
    if (renewals > before.renewals) renewed = true
    if (state !== before.state || connection === 'closed' || renewals > before.renewals) void settle()
  })

  /** One change at a time; what comes in meanwhile is seen by the next round. */
  async function settle() {
    changedMeanwhile = true
    working ??= (async () => {
      try {
        while (changedMeanwhile && !closed) {
          changedMeanwhile = false
          await follow().catch(() => retryLater())
        }
      } finally {
        // in the same breath as the last look, so that no change falls between
        working = null
      }
    })()
    await working
  }

  function retryLater() {
    setTimeout(() => void settle(), RETRY_MS).unref()
  }

  async function follow() {
    const state = stateNow()
    if (!state) return
    const place = placeOf(state, me)
    const key = place && `${place} ${roomVersion(state, place)}`
    if (media && (media.key !== key || !media.sound.connected())) await leaveRoom()
    if (media?.sound.worn() && !audible) await leaveRoom()
    // a sentence under way ends here, and the next one is said in the room that took the place of this one
    if (media && renewed) await leaveRoom()
    if (place && key && !media) await joinRoom(place, key)
    if (media) await followFloor(media.sound, mayBeHeard(stateNow() ?? state, media.room, me))
  }

  async function joinRoom(place: RoomId, key: string) {
    renewed = false
    // seated nowhere, or the SFU is away
    const pass = await session.joinRoom(displaced).catch(() => null)
    if (pass?.room !== place) return retryLater()
    displaced = undefined
    const { lease } = pass
    const sound = await joinVoiceRoom(pass, {
      hear,
      onMarked: (connection) => session.sendJoined(lease, connection),
      onLost: (byAnother) => {
        if (byAnother) displaced = lease
        void settle()
      },
    })
    media = { key, room: place, sound }
    session.sendStatus({ room: place, microphone: 'on', camera: 'none', media: 'on', screen: 'room' })
  }

  async function leaveRoom() {
    cut?.abort()
    audible = false
    const last = media
    media = null
    await last?.sound.leave()
  }

  async function followFloor(sound: VoiceRoom, may: boolean) {
    if (may === audible) return
    if (may) await pause(PERMISSION_MS)
    else cut?.abort()
    audible = may
    if (may) return
    await sound.closeMicrophone()
    // once more, now that nobody hears this voice
    if (sound.worn()) changedMeanwhile = true
  }

  async function say(sound: string | Int16Array, patienceMs = 10_000) {
    const samples = typeof sound === 'string' ? readSamples(sound) : sound
    const late = Date.now() + patienceMs
    for (;;) {
      while (!(audible && media)) {
        if (closed || Date.now() > late) throw new Error(`${name} may not be heard`)
        await pause(25)
      }
      const { sound: room } = media
      const said = await sayIn(room, samples)
      if (said) return said
      // asked before the SFU had the permission: with the next connection it has it from the beginning
      if (media?.sound === room) await leaveRoom()
      void settle()
    }
  }

  /** Null when the SFU did not let the microphone in. */
  async function sayIn(room: VoiceRoom, samples: Int16Array) {
    const mine = new AbortController()
    cut = mine
    try {
      if (doubtful) {
        doubtful = false
        await room.closeMicrophone()
      }
      const open = await room.openMicrophone().then(
        () => true,
        () => false,
      )
      return open ? await room.say(samples, mine.signal) : null
    } finally {
      if (cut === mine) {
        cut = null
        setTimeout(() => void restWhenQuiet(room), QUIET_MS).unref()
      }
    }
  }

  /** A microphone that says nothing costs everybody in the room. */
  async function restWhenQuiet(room: VoiceRoom) {
    if (cut !== null || media?.sound !== room) return
    if (audible) room.muteMicrophone()
    // it opened while the floor went to somebody else
    else await room.closeMicrophone()
  }

  return {
    person: me,
    name,
    state: stateNow,
    room: () => media?.room ?? null,
    audible: () => audible,
    speaking: () => cut !== null,
    say,
    send: session.send,
    async raise(kind = 'turn') {
      const state = stateNow()
      return session.send('raiseHand', { room: (state && placeOf(state, me)) ?? 'plenary', kind })
    },
    async type(text) {
      const state = stateNow()
      const table = state && placeOf(state, me)
      if (!table || table === 'plenary') throw new Error(`${name} sits at no table`)
      session.sendTyping(table, true)
      try {
        const { epochs } = await entrance.me()
        await writeSentence({
          entrance,
          table,
          epoch: epochs[table] ?? 1,
          text,
          openNow: () => openAt(stateNow() ?? state, table),
          add: () => addAgreement(session, table),
        })
      } finally {
        session.sendTyping(table, false)
      }
    },
    heardMs: () => media?.sound.heardMs ?? NOBODY,
    async close() {
      closed = true
      session.close()
      await working
      await leaveRoom()
    },
  }
}
