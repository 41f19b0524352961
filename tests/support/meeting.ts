import { setTimeout as pause } from 'node:timers/promises'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { PersonId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import type { LinkRow, ServerFrame } from '../../shared/protocol.ts'
import { createVoice } from '../../server/voices/voice.ts'
import type { Voice } from '../../server/voices/voice.ts'
import { direct, stateOf } from './leading.ts'
import type { Product } from './product.ts'
import { until } from './until.ts'

/** A session with everybody in it: organiser, facilitators and participants as voices; seats left free are for browsers. */
export interface Meeting {
  product: Product
  organiser: Voice
  facilitators: Voice[]
  voices: Voice[]
  /** Links of participants who are nobody's voice: for browsers. */
  seatsLeft: LinkRow[]
  /** Every frame that reached a person, by person. */
  frames: Map<PersonId, ServerFrame[]>
  state(): SessionState
  /** Sends and expects yes. */
  direct(who: Voice, type: CommandType, payload: unknown): Promise<void>
  close(): Promise<void>
}

export interface Cast {
  /** How many participants at each of the first tables sit behind a browser. */
  browsersAtTable: number[]
  hear?: boolean
}

export async function gather(product: Product, cast: Cast): Promise<Meeting> {
  const rows = await product.everybody()
  const frames = new Map<PersonId, ServerFrame[]>()
  const voiceOf = (row: LinkRow, hear = false) => {
    const seen: ServerFrame[] = []
    frames.set(row.person, seen)
    return createVoice({ link: row.url, name: row.name, hear, onFrame: (frame) => seen.push(frame) })
  }
  const withRole = (role: string) => rows.filter((row) => row.role === role)
  const organiserRow = withRole('organiser')[0]
  if (!organiserRow) throw new Error('the demonstration has no organiser')
  const organiser = await voiceOf(organiserRow)
  const state = () => stateOf(organiser)
  await until('the organiser sees the session', () => organiser.state(), 20_000)
  const facilitators = await Promise.all(withRole('facilitator').map((row) => voiceOf(row)))
  const seatsLeft = cast.browsersAtTable.flatMap((count, index) =>
    withRole('participant')
      .filter((row) => state().plan?.seats[row.person] === state().tableOrder[index])
      .slice(0, count),
  )
  const others = withRole('participant').filter((row) => !seatsLeft.includes(row))
  const voices = await Promise.all(others.map((row) => voiceOf(row, cast.hear)))
  return {
    product,
    organiser,
    facilitators,
    voices,
    seatsLeft,
    frames,
    state,
    direct,
    close: async () => {
      // a voice on its way somewhere may not listen; the product ends it then
      const leaving = Promise.allSettled(
        [organiser, ...facilitators, ...voices].map((voice) => voice.close()),
      )
      await Promise.race([leaving, pause(15_000)])
    },
  }
}

/** Announce with a second's notice and wait until everybody who is a voice has the table's sound. */
export async function split(meeting: Meeting): Promise<void> {
  await meeting.direct(meeting.organiser, 'announceSplit', { ms: 1_000 })
  await until('everybody is at the tables', () => meeting.state().phase.name === 'tables', 20_000)
  await inPlace(meeting)
}

/** Until every voice has the sound of the room it belongs in; the error says who has not. */
async function inPlace(meeting: Meeting): Promise<void> {
  const moving = () =>
    [...meeting.voices, ...meeting.facilitators].filter(
      (voice) => voice.room() === null || voice.room() !== placeOf(meeting.state(), voice.person),
    )
  await until('every voice has the sound of its table', () => moving().length === 0, 60_000).catch(
    (error: unknown) => {
      const who = moving().map((voice) => `${voice.name} has ${voice.room()}, ${voice.state()?.phase.name}`)
      throw new Error(who.join('; '), { cause: error })
    },
  )
}

export async function recall(meeting: Meeting): Promise<void> {
  await meeting.direct(meeting.organiser, 'announceRecall', { ms: 1_000 })
  await until('everybody is back in the plenary', () => meeting.state().phase.name === 'plenary', 20_000)
  await inPlace(meeting)
}

export const voicesAt = (meeting: Meeting, table: TableId): Voice[] =>
  meeting.voices.filter((voice) => meeting.state().seating?.seats[voice.person] === table)
