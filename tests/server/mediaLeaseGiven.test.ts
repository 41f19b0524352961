import { expect, test } from 'vitest'
import { createInCommon, toGiven, type InCommon } from '../../server/media/inCommon.ts'
import { newLease } from '../../server/media/leases.ts'
import { createReconciler } from '../../server/media/reconciler.ts'
import { createRoomBook } from '../../server/media/rooms.ts'
import { seated } from '../../server/media/seating.ts'
import type { Sfu } from '../../server/media/sfu.ts'
import type { SharedLeases } from '../../server/media/sharedLeases.ts'
import type { GivenLease } from '../../server/store/nodeStore.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { atTables, grants, inPlenary, organiser, raise } from '../domain/support/sentence.ts'
import { roomsInMemory, stateAfter } from '../support/media.ts'
import { until } from '../support/until.ts'

/** Of several nodes the one that leads gives a pass: what happens while the lease is being stored. */

const attempt = (work: () => Promise<unknown>) => void work()
const nothing = (): void => undefined

/** Each storing of a lease waits until it is let through. */
function hall() {
  const granted: unknown[] = []
  const waiting: (() => void)[] = []
  const sfu = {
    createRoom: async () => undefined,
    deleteRoom: async () => undefined,
    remove: async () => undefined,
    setPermission: async (_room: string, _identity: string, sending: unknown) => {
      granted.push(sending)
      return true
    },
    mint: async (_identity: string, grant: { canPublishSources?: unknown }) => {
      granted.push(grant.canPublishSources)
      return 'token'
    },
  } as Partial<Sfu> as Sfu
  const common: InCommon = {
    give: () => new Promise((resolve) => waiting.push(resolve)),
    end: nothing,
    claim: nothing,
    isGiven: async () => false,
    read: async () => [],
  }
  const rooms = createRoomBook({
    session: 'ses',
    owns: seated.owns,
    sfu,
    store: roomsInMemory(),
    overlapMs: 0,
    attempt,
    onChange: nothing,
  })
  const people = createReconciler({
    session: 'ses',
    sfu,
    rooms,
    seating: seated,
    common,
    attempt,
    onStray: nothing,
    onCopied: nothing,
    onRenewed: nothing,
  })
  /** Everything that waits, and what is stored because of it. */
  async function stored(asked: Promise<MediaPass | null>): Promise<MediaPass | null> {
    let pass: MediaPass | null | undefined
    void asked.then((given) => (pass = given))
    await until('the pass is given', () => {
      for (const goOn of waiting.splice(0)) goOn()
      return pass !== undefined
    })
    return pass ?? null
  }
  return { people, granted, waiting, stored }
}

test('[F9] whose turn begins meanwhile may send sound with it', async () => {
  const { people, granted, waiting, stored } = hall()
  const asked = people.pass(stateAfter([inPlenary]), 'Ans', 'ws://sfu')
  await until('it is being stored', () => waiting.length > 0)
  people.follow(stateAfter([inPlenary, raise('Ans'), grants('Ans')]))
  await stored(asked)
  expect(JSON.stringify(granted.at(-1))).toContain('2')
  people.close()
})

test('[T3] whoever is moved meanwhile gets a pass for where they sit now', async () => {
  const { people, waiting, stored } = hall()
  const announced = [inPlenary, organiser('spreadEvenly'), organiser('announceSplit')]
  const asked = people.pass(stateAfter(announced), 'Ans', 'ws://sfu')
  await until('it is being stored', () => waiting.length > 0)
  people.follow(stateAfter([atTables]))
  expect(await stored(asked)).toMatchObject({ room: 't1', version: 1 })
  people.close()
})

test('a lease that is being stored is not taken for one of another node', async () => {
  const rows: GivenLease[] = []
  let goOn = nothing
  const shared = {
    give: (_session: string, lease: GivenLease) =>
      new Promise<void>((resolve) => {
        rows.push(lease)
        goOn = resolve
      }),
    all: async () => [...rows],
  } as Partial<SharedLeases> as SharedLeases
  const common = createInCommon({ session: 'ses', apart: false, shared, attempt })
  const place = { person: 'Ans', room: 'plenary', version: 0, sfuRoom: 'room' }
  const lease = newLease(place, { microphone: false, camera: false })
  const given = common.give(lease, 1, undefined)
  expect(await common.read()).toBeNull()
  goOn()
  await given
  expect(await common.read()).toEqual([toGiven(lease, false, 1, undefined)])
})
