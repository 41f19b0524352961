import type { Bus } from '../../server/bus/bus.ts'
import { createHub, type Hub } from '../../server/bus/hub.ts'
import type { Store } from '../../server/store/store.ts'
import type { Present } from './three.ts'
import { startHouse, type TestHouse, type TestHouseInput } from './house.ts'
import { openLine, type LineInput } from './line.ts'
import type { Visitor } from './visitor.ts'

/** A bus on which no hint ever arrives. */
export const deaf = (bus: Bus): Bus => ({
  ...bus,
  publish: () => undefined,
  available: () => false,
})

/** A store through which the database hears nothing of this node while `silent` says so. */
export const unheard =
  (silent: () => boolean) =>
  (store: Store): Store => ({
    ...store,
    nodes: {
      ...store.nodes,
      beat: (...told) => (silent() ? Promise.reject(new Error('away')) : store.nodes.beat(...told)),
      lead: (...told) => (silent() ? Promise.reject(new Error('away')) : store.nodes.lead(...told)),
    },
  })

export interface Nodes {
  hub: Hub
  a: TestHouse
  b: TestHouse
  stop(): Promise<void>
}

/** Two nodes of one instance in this process. `through`: what each of them gets in place of its bus. */
export async function startNodes(
  input: TestHouseInput,
  through: (bus: Bus) => Bus = (bus) => bus,
): Promise<Nodes> {
  const hub = createHub()
  const open = () => startHouse({ ...input, bus: through(hub.join()) })
  const a = await open()
  const b = await open()
  return {
    hub,
    a,
    b,
    async stop() {
      await a.stop()
      await b.stop()
    },
  }
}

/** The same person with the same cookie, at that node. */
export const at = (house: TestHouse, { person, cookie, home, ...rest }: Visitor): Visitor => {
  const there = new URL(home)
  there.port = new URL(house.origin).port
  return { ...rest, person, cookie, home: there.href }
}

/** Somebody's line goes from where it is to that node. */
export async function goesTo(house: TestHouse, who: Present, input: LineInput = {}): Promise<void> {
  const { line } = who
  await line.close()
  who.line = openLine(at(house, who.visitor), input)
  await who.line.next('welcome')
}
