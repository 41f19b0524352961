import { setTimeout as pause } from 'node:timers/promises'
import { CLOSE } from '../../shared/protocol.ts'
import type { Cluster } from '../nodes/cluster.ts'
import { ASKED, CLAIMED, STAYS } from '../nodes/topics.ts'
import type { DeviceClaim, DeviceClaimStore } from '../store/nodeStore.ts'
import type { Device } from './device.ts'
import { COME_BACK } from './session.ts'

/** How long an earlier device gets to show that it is still there. */
export const PROBE_MS = 1_000
/** A page that is loaded anew may still have the socket of the one before for so long. */
export const LEAVING_MS = 1_000
const LOOK_MS = 150

/** One device per person among all nodes: the one whose claim is stored. */
export interface DevicePlaces {
  /**
   * Takes the person's place. False when a device at another node has it, still answers, and may not be put out by this one
   * (`putsOut`). Rejects when the database does not answer.
   */
  take(device: Device, putsOut: (other: Pick<Device, 'login'>) => boolean): Promise<boolean>
  /** This device has gone. */
  drop(device: Device): void
  close(): void
}

export interface DevicePlacesInput {
  cluster: Cluster
  claims: DeviceClaimStore
  /** The devices at this node. */
  devices(): Device[]
}

function leave(device: Device, code: number) {
  device.active = false
  device.close(code)
}

export function createDevicePlaces({ cluster, claims, devices }: DevicePlacesInput): DevicePlaces {
  const { bus, rounds } = cluster
  /** When each of our devices took its place, on the monotonic clock. */
  const takenAt = new WeakMap<Device, number>()
  const stops: (() => void)[] = []
  const claimOf = ({ person, login, claim }: Device): DeviceClaim => ({
    person,
    login,
    claim,
    node: bus.node,
  })
  const inside = () => devices().filter((device) => device.active && device.open())

  async function givesWay(mine: DeviceClaim, other: DeviceClaim): Promise<boolean> {
    const late = performance.now() + PROBE_MS + LEAVING_MS
    const asks = bus.available()
    let stays = false
    const stop = bus.subscribe(STAYS, ({ claim }) => void (stays ||= claim === other.claim))
    bus.publish(ASKED, { claim: other.claim })
    try {
      while (performance.now() < late) {
        if (await claims.take(mine, false)) return true
        // of the same browser it may be the page that is being left
        if (stays && other.login !== mine.login) return false
        await pause(LOOK_MS)
      }
      // asked and not answered while hints arrive: nobody holds it, though its node is there
      if (stays || !asks || !bus.available()) return false
      const [now] = await claims.held([mine.person])
      return now?.claim === other.claim && claims.take(mine, true)
    } finally {
      stop()
    }
  }

  /** This node was taken for gone, and what it held with it; or the person is no more. */
  async function takeAgain(device: Device): Promise<void> {
    const again = await claims.take(claimOf(device), false).catch(() => false)
    if (!again) leave(device, COME_BACK)
  }

  /** What is stored decides, also where nobody told us, or too late. */
  async function look(isAsked: (device: Device) => boolean = () => true): Promise<void> {
    const asked = performance.now()
    const own = inside().filter((device) => isAsked(device) && (takenAt.get(device) ?? asked) < asked)
    const held = await claims.held([...new Set(own.map(({ person }) => person))])
    for (const device of own) {
      const found = held.find(({ person }) => person === device.person)
      if (!found) await takeAgain(device)
      else if (found.claim !== device.claim && device.active) leave(device, CLOSE.elsewhere)
    }
  }

  stops.push(
    rounds.each(() => look()),
    bus.subscribe(ASKED, ({ claim }) => {
      const device = devices().find((one) => one.claim === claim)
      if (device) void device.answers(PROBE_MS).then((stays) => stays && bus.publish(STAYS, { claim }))
    }),
    bus.subscribe(
      CLAIMED,
      ({ person, claim }) =>
        void look((device) => device.person === person && device.claim !== claim).catch(() => undefined),
    ),
  )

  return {
    async take(device, putsOut) {
      const { person, claim } = device
      const mine = claimOf(device)
      const [other] = await claims.held([person])
      const taken =
        (await claims.take(mine, other !== undefined && putsOut(other))) ||
        (other !== undefined && (await givesWay(mine, other)))
      if (!taken) return false
      takenAt.set(device, performance.now())
      bus.publish(CLAIMED, { person, claim })
      return true
    },
    drop: ({ claim }) => void claims.drop(claim).catch(() => undefined),
    close() {
      for (const stop of stops) stop()
    },
  }
}
