import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../server/kit/newId.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import { GOVERNMENT_ROLES } from '../../shared/dialogue/model.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { until } from '../support/until.ts'
import { redeem, type Visitor } from '../support/visitor.ts'
import { bring, type Person } from './person.ts'
import type { World } from './world.ts'

/** Between two words, and between two presses of the hand, of one person. */
const WORD_MS = 1_500
const HAND_MS = 2_000
const PATIENCE_MS = 60_000

/** A session with everybody at their table, each table with an agreement that its people write in. */
export interface Crowd {
  organiser: Person
  people: Person[]
  /** By table. */
  agreements: ReadonlyMap<string, string>
  everybody(): Person[]
  /** Words, hands and announcements until what this returns is called; that resolves when all is answered. */
  load(): () => Promise<void>
  close(): void
}

export interface CrowdInput {
  people: number
  tables: number
  /** Which of them come by a road of their own. */
  ownRoad?(at: number): boolean
  /** Leave everybody in the plenary. */
  together?: boolean
}

export async function gatherAt(world: World, input: CrowdInput): Promise<Crowd> {
  const came = await redeem(world.organiserLink)
  const rows = await invite(came, input.people)
  const own = rows.find(({ role }) => role === 'organiser')
  if (!own) throw new Error('no organiser')
  const organiser = await bring(own, null, came)
  const people: Person[] = []
  for (const [at, row] of rows.filter(({ role }) => role === 'participant').entries())
    people.push(await bring(row, input.ownRoad?.(at) ? await world.ownRoad() : null))
  const everybody = () => [organiser, ...people]
  await until('everybody is there', () => everybody().every((one) => one.live()), PATIENCE_MS)
  for (let table = organiser.state().tableOrder.length; table < input.tables; table++)
    await must(organiser, 'addTable', { role: GOVERNMENT_ROLES[table % GOVERNMENT_ROLES.length] })
  await must(organiser, 'openPlenary', {})
  const agreements = input.together ? new Map<string, string>() : await toTables(organiser, people)
  return {
    organiser,
    people,
    agreements,
    everybody,
    load: () => load(everybody(), organiser),
    close: () => everybody().forEach((one) => one.leave()),
  }
}

async function invite(organiser: Visitor, count: number): Promise<LinkRow[]> {
  const lines = Array.from({ length: count }, (_, at) => `Deelnemer${at};inwoner;deelnemer`)
  await organiser.send('POST', 'api/people', { text: lines.join('\n'), check: false })
  return organiser.get<LinkRow[]>('api/links')
}

export async function must(
  person: Person,
  type: CommandType,
  payload: Record<string, unknown>,
): Promise<void> {
  const answer = await person.send(type, payload)
  if (!answer.ok) throw new Error(`${type} of ${person.row.name}: ${answer.code}`)
}

async function toTables(organiser: Person, people: readonly Person[]): Promise<Map<string, string>> {
  for (const type of ['spreadEvenly', 'announceSplit'] as const) await must(organiser, type, {})
  await must(organiser, 'startTables', { version: 1 })
  const placed = (one: Person) => placeOf(one.state(), one.visitor.person)
  await until(
    'everybody is seated',
    () => people.every((one) => (placed(one) ?? 'plenary') !== 'plenary'),
    PATIENCE_MS,
  )
  const agreements = new Map<string, string>()
  for (const one of people) {
    const table = placed(one) ?? ''
    if (!agreements.has(table)) {
      const agreement = newId('agr')
      await must(one, 'addAgreement', { table, agreement })
      agreements.set(table, agreement)
    }
    await one.write(table, agreements.get(table) ?? '')
  }
  return agreements
}

function load(everybody: readonly Person[], organiser: Person): () => Promise<void> {
  let going = true
  const again = async (firstMs: number, everyMs: number, work: () => unknown) => {
    for (await pause(firstMs); going; await pause(everyMs)) await work()
  }
  let said = 0
  const working = everybody.flatMap((one, at) => {
    const share = at / everybody.length
    let up = false
    return [
      again(share * WORD_MS, WORD_MS, () => one.writer?.type()),
      again(share * HAND_MS, HAND_MS, async () => {
        const room = placeOf(one.state(), one.visitor.person)
        if (!room || one === organiser) return
        const answer = await one.send(up ? 'lowerHand' : 'raiseHand', { room })
        if (answer.ok) up = !up
      }),
    ]
  })
  working.push(again(0, 1_000, () => organiser.send('announce', { text: `Mededeling ${++said}` })))
  return async () => {
    going = false
    await Promise.all(working)
    const all = () => everybody.every(({ writer }) => !writer || writer.acknowledged >= writer.typed)
    await until('all words are answered', all, PATIENCE_MS)
  }
}
