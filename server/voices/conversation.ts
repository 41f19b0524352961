import { setTimeout as pause } from 'node:timers/promises'
import { documentRight } from '../../shared/dialogue/places.ts'
import type { Floor, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { Sentence } from './sound.ts'
import type { Voice } from './voice.ts'

const TICK_MS = 300
/** Never more than this many voices at once, also when people interrupt each other. */
const AT_ONCE = 2
const INTERRUPTS = 0.01
const HANDS = 2
/** Pauses between voices in free talk: at a table people get room to speak, the plenary is never quiet for long. */
const PAUSE_MS = { plenary: [300, 900], table: [1_500, 5_000] } as const
const WRITE_MS = [20_000, 45_000] as const
const PARAGRAPHS = 3
/** One in so many answers is a grave objection. */
const OBJECTS = 1 / 12
const REASONS = [
  'Ik weet niet wie dit gaat doen.',
  'Dit is te vaag. Zet er een datum bij.',
  'Zo kan niet iedereen meedoen.',
]

interface RoomTalk {
  quietUntil: number
  writeAt: number
  written: number
}

/** Lets the voices hold a conversation until `stop`: they raise hands, take their turn, talk in free talk, write now and then. */
export function converse(voices: () => Voice[], sentences: readonly Sentence[]): { stop: () => void } {
  const busy = new Set<Voice>()
  const rooms = new Map<string, RoomTalk>()
  const lastSpoke = new Map<Voice, number>()
  let next = 0

  const sentence = () => sentences[next++ % sentences.length]

  /** One thing at a time per voice; what fails (the floor moved on, a server restarts) is simply over. */
  function occupy(voice: Voice, work: () => Promise<unknown>) {
    busy.add(voice)
    void work()
      .catch(() => undefined)
      .finally(() => busy.delete(voice))
  }

  async function speak(voice: Voice) {
    const chosen = sentence()
    if (chosen) await voice.say(chosen.samples, 4_000)
    lastSpoke.set(voice, Date.now())
  }

  async function takeTurn(voice: Voice, room: RoomId, turn: string) {
    await pause(between([400, 1_200]))
    const answer = await voice.send('startTurn', { room, turn })
    if (!answer.ok) return
    const count = 1 + Math.floor(Math.random() * 2)
    for (let spoken = 0; spoken < count; spoken++) await speak(voice)
    await voice.send('endTurn', { room, turn })
  }

  async function reply(voice: Voice, room: RoomId) {
    await speak(voice)
    await voice.send('endReply', { room })
  }

  function inFreeTalk(room: RoomId, here: Voice[], talk: RoomTalk) {
    const talking = here.filter((voice) => busy.has(voice)).length
    const interrupts = talking > 0 && talking < AT_ONCE && Math.random() < INTERRUPTS
    if (talking > 0 ? !interrupts : Date.now() < talk.quietUntil) return
    const idle = here.filter((voice) => !busy.has(voice) && voice.audible())
    const voice = leastHeard(idle, lastSpoke)
    if (!voice) return
    occupy(voice, async () => {
      await speak(voice)
      talk.quietUntil = Date.now() + between(room === 'plenary' ? PAUSE_MS.plenary : PAUSE_MS.table)
    })
  }

  function inTurns(room: RoomId, here: Voice[], floor: Floor) {
    for (const voice of here) {
      if (busy.has(voice)) continue
      const { turn } = floor
      if (turn?.person === voice.person && turn.state !== 'dropped') {
        if (floor.consent?.step === 'ask') occupy(voice, () => answerConsent(voice, room))
        else if (turn.state === 'offered') occupy(voice, () => takeTurn(voice, room, turn.id))
        // left over from an earlier run: finish it
        else occupy(voice, () => speak(voice).then(() => voice.send('endTurn', { room, turn: turn.id })))
      } else if (floor.reply === voice.person) occupy(voice, () => reply(voice, room))
    }
    if (floor.mode === 'round' || floor.queue.length >= HANDS) return
    const waiting = new Set(floor.queue.map((hand) => hand.person))
    const free = here.filter(
      (voice) => !busy.has(voice) && !waiting.has(voice.person) && floor.turn?.person !== voice.person,
    )
    const voice = leastHeard(free, lastSpoke)
    if (voice) occupy(voice, () => voice.send('raiseHand', { room, kind: 'turn' }))
  }

  function write(room: RoomId, here: Voice[], state: SessionState, talk: RoomTalk) {
    if (room === 'plenary' || talk.written >= PARAGRAPHS || Date.now() < talk.writeAt) return
    const voice = here.find((one) => !busy.has(one) && documentRight(state, one.person, room) === 'write')
    const chosen = sentence()
    if (!voice || !chosen) return
    talk.written++
    talk.writeAt = Date.now() + between(WRITE_MS)
    occupy(voice, () => voice.type(chosen.text))
  }

  function tick() {
    for (const [room, here] of byRoom(voices())) {
      const state = here[0]?.state()
      const floor = room && state?.floors[room]
      if (!floor || !state || state.phase.name === 'lobby' || floor.silence) continue
      const key = `${state.id} ${room}`
      const talk = rooms.get(key) ?? {
        quietUntil: 0,
        writeAt: Date.now() + between(WRITE_MS) / 2,
        written: 0,
      }
      rooms.set(key, talk)
      if (floor.mode === 'free') inFreeTalk(room, here, talk)
      else inTurns(room, here, floor)
      write(room, here, state, talk)
    }
  }

  const timer = setInterval(tick, TICK_MS)
  return { stop: () => clearInterval(timer) }
}

/** In a consent round one is asked: most can live with it, somebody objects now and then. */
async function answerConsent(voice: Voice, room: RoomId) {
  await pause(between([1_500, 4_000]))
  const objects = Math.random() < OBJECTS
  const reason = objects ? REASONS[Math.floor(Math.random() * REASONS.length)] : ''
  await voice.send('answerConsent', { room, answer: objects ? 'objects' : 'canLive', reason })
}

function byRoom(voices: Voice[]): Map<RoomId | null, Voice[]> {
  const rooms = new Map<RoomId | null, Voice[]>()
  for (const voice of voices) {
    const room = voice.room()
    rooms.set(room, [...(rooms.get(room) ?? []), voice])
  }
  return rooms
}

function leastHeard(voices: Voice[], lastSpoke: Map<Voice, number>): Voice | undefined {
  return voices.toSorted((a, b) => (lastSpoke.get(a) ?? 0) - (lastSpoke.get(b) ?? 0))[0]
}

const between = ([min, max]: readonly [number, number]) => min + Math.random() * (max - min)
