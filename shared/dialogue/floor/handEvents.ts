import type { EventDeclarations } from '../event.ts'
import { plain } from '../give.ts'
import * as shown from '../shown.ts'
import { floorEvent } from './event.ts'
import type { handSchemas } from './eventSchemas.ts'
import { forget, lowerHand } from './floorChanges.ts'
import { insertHand, isHand } from './roomFloor.ts'

/** Hands that go up and down (F1, F2, F4). */
export const handEvents: EventDeclarations<typeof handSchemas> = {
  HandRaised: floorEvent({
    shown: { room: plain, person: plain, kind: plain, typed: plain },
    change: (floor, { person, kind: asked, typed }, at) =>
      insertHand(floor, { person, kind: asked, raisedAt: at, typed }, floor.queue.length),
  }),

  HandTyped: floorEvent({
    shown: { room: plain, person: plain, kind: plain, typed: plain },
    change: (floor, { person, kind: asked, typed }) => {
      const meant = isHand(person, asked)
      return { ...floor, queue: floor.queue.map((one) => (meant(one) ? { ...one, typed } : one)) }
    },
  }),

  HandLowered: floorEvent({
    shown: { room: plain, person: plain, kind: plain, until: plain },
    change: lowerHand,
  }),

  HandRestored: floorEvent({
    shown: { room: plain, person: plain, hand: shown.hand, index: plain },
    change: (floor, event) => insertHand(floor, event.hand, event.index),
  }),

  HandDropped: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, { person }) => forget(floor, person),
  }),
}
