import { balanceReport } from '../../shared/dialogue/time/report.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { CLOSE, type DeviceStatus } from '../../shared/protocol.ts'
import { PROTOCOL } from '../../shared/wire.ts'
import type { DialogueRow } from '../store/store.ts'
import { keepUpWith, leadOf, load } from './leading.ts'
import { createMoments, type Moment, type Momentary } from './moments.ts'
import { readEarlier } from './earlier.ts'
import { complaint, createParts, type LiveDeps, type Parts } from './parts.ts'
import type { Relay } from './relay.ts'
import { createRetrospect } from './retrospect.ts'
import type { Runner } from './runner.ts'
import { createScope, type Scope } from './scope.ts'
import type { SharedPresence } from './sharedPresence.ts'
import type { Viewer } from './viewers.ts'

/** "Come back at once": not one of ours, so that nobody takes it for the end. */
export const COME_BACK = 1012

interface Ending {
  lastly(): Promise<void>
  rests: boolean
}

/** One session as it runs on this node. */
export interface LiveSession extends Momentary, Pick<Relay, 'mediaAvailable'>, Pick<Runner, 'run' | 'reach'> {
  dialogue: Pick<DialogueRow, 'id' | 'session'>
  state(): SessionState
  /** Somebody comes in: the session is in use until they go, which is told by calling what this returns, once. */
  enter(): () => void
  /** From now on this device hears what its person may know; it starts with a welcome. Returns how to stop. */
  watch(viewer: Viewer, lastSeq: number): () => void
  status(person: PersonId, status: DeviceStatus): void
  /** Balance looked back on, as this person may see it. Rejects when earlier sessions cannot be read. */
  balance(person: PersonId): Promise<BalanceReport>
  /** Does this node lead it? */
  leads(): boolean
  /** What was told of the moment at another node. False: something before it was missed. */
  hear(moment: Moment): boolean
  /** Another node does not know what is of the moment. */
  tellAgain(): void
  /** Of that what was typed in calls for help, which any node may know alone. */
  tellLinesAgain(): void
  /** What was measured at the node that leads, as it is stored. Rejects when the database does not answer. */
  readMeasured(): Promise<void>
  /** Who is there at the other nodes; null: there are none. */
  presence: SharedPresence | null
  /** Somebody is there, a timer waits, or something is not stored yet. */
  inUse(): boolean
  /**
   * Everything it began ends. With a code every device is told, also one that had only just come in. `lastly` is done when nothing of it
   * goes on, and before another node can lead it. `rests`: nobody needs it, so that no node has to open it by itself.
   */
  close(code: number | null, ending?: Ending): Promise<void>
}

/** Load the log, fold it, and keep the session going. Rejects when the database does not answer; then nothing of it goes on. */
export async function openSession(row: DialogueRow, deps: LiveDeps): Promise<LiveSession> {
  const failed = complaint(deps, row, 'a part of the session did not end well')
  const scope = createScope(failed)
  const lead = await leadOf(row, deps)
  /** After all the others: what was measured is stored under the lead, and rooms are deleted under it. */
  const leave = (rests: boolean) => lead.leave(rests).catch(failed)
  try {
    const parts = createParts(row, deps, scope, lead)
    const measures = await load(row, deps, parts)
    keepUpWith(lead, row, deps, parts, measures)
    return surface(row, deps, parts, { scope, leave })
  } catch (error) {
    await scope.end()
    await leave(false)
    throw error
  }
}

/** What the rest of the server sees of a session. */
function surface(
  row: DialogueRow,
  deps: LiveDeps,
  parts: Parts,
  { scope, leave }: { scope: Scope; leave(rests: boolean): Promise<void> },
): LiveSession {
  const { viewers, history, meter, presence, sharedPresence, runner, alarm, relay, lead } = parts
  const { state } = history
  const lookedBack = createRetrospect({
    state,
    meter,
    readEarlier: () => readEarlier(deps.store, row),
    now: deps.now,
  })
  const own: Momentary = {
    ...relay,
    spoke: meter.spoke,
    muted: meter.muted,
    measuring: meter.measuring,
  }
  const known = { seq: () => state().seq, reach: runner.reach }
  const moments = deps.cluster && createMoments(own, deps.cluster.bus, row.session, known)
  /** Whoever leads keeps it open for the people of all nodes, the others for their own. */
  const isAttended = () =>
    lead.holds() ? presence.present().size > 0 : presence.own().some((each) => each.state === 'here')
  let inside = 0
  let closedWith: number | null = null

  return {
    ...(moments?.shared ?? own),
    mediaAvailable: relay.mediaAvailable,
    dialogue: row,
    state,
    run: runner.run,
    reach: runner.reach,
    leads: lead.holds,
    hear: (moment) => moments?.hear(moment) ?? true,
    tellAgain() {
      if (!moments) return
      relay.tellAgain(moments.elsewhere)
      if (!lead.holds()) return
      for (const [room, since] of meter.running()) moments.elsewhere.measuring(room, false, since)
    },
    tellLinesAgain() {
      if (moments) relay.tellLinesAgain(moments.elsewhere)
    },
    readMeasured: meter.load,
    presence: sharedPresence,
    status: presence.status,
    enter() {
      inside += 1
      return () => void (inside -= 1)
    },
    watch(viewer, lastSeq) {
      // they may have been taken out while they came in
      const gone = state().takenOut.includes(viewer.person) ? CLOSE.takenOut : null
      const code = closedWith ?? gone
      if (code === null) return welcome(viewer, lastSeq, parts, deps)
      viewer.close(code)
      return () => undefined
    },
    balance: async (person) => balanceReport(state(), person, await lookedBack()),
    inUse: () => inside > 0 || isAttended() || alarm.waiting() || runner.busy() || meter.hasUnwritten(),
    async close(code, ending) {
      closedWith = code ?? COME_BACK
      // with no code the whole node goes, and whoever is here is about to come back at another one
      if (code !== null) sharedPresence?.leave()
      if (code !== null) for (const viewer of viewers) viewer.close(code)
      viewers.clear()
      await scope.end()
      try {
        await ending?.lastly()
      } finally {
        await leave(ending?.rests ?? false)
      }
    },
  }
}

function welcome(viewer: Viewer, lastSeq: number, parts: Parts, { media, now }: LiveDeps): () => void {
  const { viewers, history, presence, presenceFeed, meterFeed, relay } = parts
  const { snapshot, tail } = history.resume(viewer.person, lastSeq)
  viewer.seq = history.state().seq
  viewer.send({ kind: 'welcome', protocol: PROTOCOL, now: now(), me: viewer.person, snapshot, tail })
  viewers.add(viewer)
  presence.arrived(viewer.person)
  presenceFeed.sendAll(viewer)
  meterFeed.send(viewer)
  viewer.send({ kind: 'media', available: media.available() })
  relay.greet(viewer)
  return () => {
    if (viewers.delete(viewer)) presence.gone(viewer.person)
  }
}
