import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { writeAgreement } from '../../shared/agreement/document.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import type { TestHouse } from './house.ts'
import { openLine, type Line } from './line.ts'
import { redeem } from './visitor.ts'

/** What must still be true of a kept database, whatever release opens it. */
export interface Remembered {
  organiser: PersonId
  resident: PersonId
  title: string
  name: string
  table: TableId
  agreement: string
  /** Milliseconds the resident spoke in the first of two sessions. */
  spokenMs: number
}

const NAME = 'Riet van Dam'
const AGREEMENT = 'Vroeg samen aan tafel'

async function ask(line: Line, type: string, payload: object): Promise<void> {
  const answer = await line.command(type, payload)
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`)
}

/** A dialogue with a bit of everything that is stored: a floor, a split, a text, speech, a second session. */
export async function liveThrough(house: TestHouse): Promise<Remembered> {
  const { links } = await seedDemo(house.open, { voices: false, past: false })
  const saskia = await redeem(links.organiser)
  const riet = await redeem(links.participant[0] ?? '')
  const [desk, seat] = [openLine(saskia), openLine(riet)]
  await Promise.all([desk.next('welcome'), seat.next('welcome')])
  await ask(seat, 'join', { name: NAME })
  await ask(desk, 'openPlenary', {})
  await ask(seat, 'raiseHand', { room: 'plenary' })
  await ask(desk, 'setMode', { room: 'plenary', mode: 'free' })
  const state = desk.state()
  await pause(1_500)
  speak(house, state.id, riet.person)
  await ask(desk, 'announceSplit', {})
  await ask(desk, 'startTables', { version: 1 })
  const table = desk.state().seating?.seats[riet.person] ?? ''
  await ask(seat, 'addAgreement', { table, agreement: 'agr_kept' })
  await write(house, table, state.dialogue.id, riet.person)
  await ask(desk, 'endSession', {})
  // measured time is stored within a second
  await pause(1_500)
  const when = { date: '2026-12-08', from: '19:30', to: '21:30' }
  if ((await saskia.send('POST', 'api/session', when)).status !== 201) throw new Error('no next session')
  await Promise.all([desk.close(), seat.close()])
  const known = { organiser: saskia.person, resident: riet.person, title: state.dialogue.title }
  return { ...known, name: NAME, table, agreement: AGREEMENT, spokenMs: 1_000 }
}

/** One second, muted, and a moment that was not measured. */
function speak(house: TestHouse, session: string, person: PersonId): void {
  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.measuring?.(session, 'plenary', true, now - 1_400)
    listener.spoke?.(session, 'plenary', person, now - 1_200, now - 200)
    listener.muted?.(session, 'plenary', person, now - 195)
    listener.measuring?.(session, 'plenary', false, now - 150)
    listener.measuring?.(session, 'plenary', true, now)
  }
}

async function write(house: TestHouse, table: TableId, dialogue: string, actor: PersonId): Promise<void> {
  const { documents } = house.store
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_kept', title: AGREEMENT })
  const update = Y.encodeStateAsUpdate(doc)
  await documents.load(table, dialogue)
  await documents.append(table, { epoch: 1, seq: 0, holds: 0 }, [{ update, actor, claimed: [doc.clientID] }])
  await documents.snapshot(table, 1, 1, update)
}
