import { setTimeout as pause } from 'node:timers/promises'
import { ALONE, LEASE_MS, type JoinedLead } from '../nodes/leads.ts'
import { OPENED } from '../nodes/topics.ts'
import type { DialogueRow } from '../store/store.ts'
import { versionsOwed } from './keeping.ts'
import { complaint, type LiveDeps, type Parts } from './parts.ts'
import { takeUpCommands } from './takeUp.ts'

/** Whoever has taken the lead asks the database again after so long. */
const AGAIN_MS = 1_000

/** With one node there is nothing to ask for. */
export async function leadOf({ session }: DialogueRow, { cluster }: LiveDeps): Promise<JoinedLead> {
  if (cluster) return cluster.leads.join(session)
  return { ...ALONE, onChange: () => undefined, leave: () => Promise.resolve() }
}

/** What the session is from its log, and what is owed where this node leads it. True: this node measures already. */
export async function load(row: DialogueRow, deps: LiveDeps, parts: Parts): Promise<boolean> {
  const { store, cluster } = deps
  const { history, meter, give, lead, sharedPresence } = parts
  for (const step of history.add(await store.events.read(row.session))) meter.observe(step)
  await meter.load()
  if (cluster) await sharedPresence?.look(await cluster.store.presenceMarks(cluster.bus.node, [row.session]))
  if (!lead.holds()) return false
  // what is taken up now is written now, and says nothing of when the server was last there
  beginMeter(parts, deps)
  const people = await store.people.people(row.id)
  for (const command of takeUpCommands(history.state(), row, people)) await give(command)
  await keepOwed(row, deps, parts)
  return true
}

/** Versions that nobody kept when it was time. */
async function keepOwed({ session }: DialogueRow, { store }: LiveDeps, { history, give }: Parts) {
  const owed = await versionsOwed((types) => store.events.readOnly(session, types), history.state())
  for (const command of owed) await give(command)
}

/** While nobody led the session another node may have written its log, but nothing was measured. */
function beginMeter({ meter, history }: Parts, { cluster, now }: LiveDeps): void {
  meter.begin(history.state(), cluster ? now() - LEASE_MS : undefined)
}

/** Whoever leads the session does what it does by itself; the others follow. */
export function keepUpWith(
  lead: JoinedLead,
  row: DialogueRow,
  deps: LiveDeps,
  parts: Parts,
  measures: boolean,
): void {
  const { meter, history, alarm } = parts
  const failed = complaint(deps, row, 'what was measured at another node could not be read')
  const notKept = complaint(deps, row, 'what was to be kept while nobody led could not be read')

  function begin(isMeasuring = false) {
    if (!isMeasuring) {
      beginMeter(parts, deps)
      keepOwed(row, deps, parts).catch(notKept)
    }
    // a dialogue whose making was cut short has no log and no rooms
    if (history.state().seq > 0) deps.media.follow(history.state(), lead.holds)
    alarm.set()
  }
  let changes = 0
  /** What was not measured follows from what was: it is read until the database answers, for nobody watches over the rooms meanwhile. */
  async function takeLead() {
    const mine = (changes += 1)
    const isOurs = () => lead.holds() && mine === changes
    while (isOurs()) {
      const isRead = await meter.load().then(() => true, failed)
      if (isRead) return isOurs() ? begin() : undefined
      await pause(AGAIN_MS)
    }
  }
  lead.onChange((holds) => {
    if (holds) return void takeLead().catch(failed)
    changes += 1
    meter.end()
    deps.media.release(row.session)
    alarm.set()
  })
  if (lead.holds()) begin(measures)
  // what it had when it led before is the other one's now
  else deps.media.release(row.session)
  deps.cluster?.bus.publish(OPENED, { session: row.session })
}
