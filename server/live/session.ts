import { balanceReport } from '../../shared/dialogue/time/report.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { CLOSE, type DeviceStatus } from '../../shared/protocol.ts'
import { PROTOCOL } from '../../shared/wire.ts'
import type { DialogueRow } from '../store/store.ts'
import { readEarlier } from './earlier.ts'
import type { Meter } from './meter.ts'
import { complaint, createParts, type LiveDeps, type Parts } from './parts.ts'
import type { Relay } from './relay.ts'
import { createRetrospect } from './retrospect.ts'
import type { Runner } from './runner.ts'
import { createScope, type Scope } from './scope.ts'
import { takeUpCommands } from './takeUp.ts'
import type { Viewer } from './viewers.ts'

/** "Come back at once": not one of ours, so that nobody takes it for the end. */
export const COME_BACK = 1012

/** One session as it runs on this node. */
export interface LiveSession
  extends Relay, Pick<Runner, 'run'>, Pick<Meter, 'spoke' | 'muted' | 'measuring'> {
  dialogue: Pick<DialogueRow, 'id' | 'session'>
  state(): SessionState
  /** Somebody comes in: the session is in use until they go, which is told by calling what this returns, once. */
  enter(): () => void
  /** From now on this device hears what its person may know; it starts with a welcome. Returns how to stop. */
  watch(viewer: Viewer, lastSeq: number): () => void
  status(person: PersonId, status: DeviceStatus): void
  /** Balance looked back on, as this person may see it. Rejects when earlier sessions cannot be read. */
  balance(person: PersonId): Promise<BalanceReport>
  /** Somebody is there, a timer waits, or something is not stored yet. */
  inUse(): boolean
  /** Everything it began ends. With a code every device is told, also one that had only just come in. */
  close(code: number | null): Promise<void>
}

/** Load the log, fold it, and keep the session going. Rejects when the database does not answer; then nothing of it goes on. */
export async function openSession(row: DialogueRow, deps: LiveDeps): Promise<LiveSession> {
  const scope = createScope(complaint(deps, row, 'a part of the session did not end well'))
  try {
    const parts = createParts(row, deps, scope)
    await load(row, deps, parts)
    return surface(row, deps, parts, scope)
  } catch (error) {
    await scope.end()
    throw error
  }
}

async function load(row: DialogueRow, { store, media }: LiveDeps, parts: Parts): Promise<void> {
  const { history, meter, give, alarm } = parts
  for (const step of history.add(await store.events.read(row.session))) meter.observe(step)
  await meter.load(history.state())
  const people = await store.people.people(row.id)
  for (const command of takeUpCommands(history.state(), row, people)) await give(command)
  // a dialogue whose making was cut short has no log and no rooms
  if (history.state().seq > 0) media.follow(history.state())
  alarm.set()
}

/** What the rest of the server sees of a session. */
function surface(row: DialogueRow, deps: LiveDeps, parts: Parts, scope: Scope): LiveSession {
  const { viewers, history, meter, presence, runner, alarm, relay } = parts
  const { state } = history
  const lookedBack = createRetrospect({
    state,
    meter,
    readEarlier: () => readEarlier(deps.store, row),
    now: deps.now,
  })
  let inside = 0
  let closedWith: number | null = null

  return {
    ...relay,
    dialogue: row,
    state,
    run: runner.run,
    spoke: meter.spoke,
    muted: meter.muted,
    measuring: meter.measuring,
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
    inUse: () =>
      inside > 0 || presence.present().size > 0 || alarm.waiting() || runner.busy() || meter.hasUnwritten(),
    async close(code) {
      closedWith = code ?? COME_BACK
      if (code !== null) for (const viewer of viewers) viewer.close(code)
      viewers.clear()
      await scope.end()
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
