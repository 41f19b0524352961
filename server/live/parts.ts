import type { Command } from '../../shared/dialogue/commands.ts'
import { movedIn } from '../../shared/dialogue/decisive.ts'
import type { Counts } from '../kit/counts.ts'
import { errorText } from '../kit/errorText.ts'
import type { Documents } from '../documents/documents.ts'
import type { Media } from '../media/media.ts'
import type { DialogueId } from '../../shared/dialogue/model.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import type { Cluster } from '../nodes/cluster.ts'
import type { Lead } from '../nodes/leads.ts'
import { APPENDED } from '../nodes/topics.ts'
import { createAlarm } from './alarm.ts'
import { createFollow } from './follow.ts'
import { createHistory } from './history.ts'
import { createHolding } from './holding.ts'
import { versionsToKeep } from './keeping.ts'
import { createMeter } from './meter.ts'
import { createMeterFeed } from './meterFeed.ts'
import { createNudging } from './nudging.ts'
import { createPresence } from './presence.ts'
import { createPresenceFeed } from './presenceFeed.ts'
import { createRelay } from './relay.ts'
import { sharePresence } from './sharedPresence.ts'
import { createRunner } from './runner.ts'
import type { Scope } from './scope.ts'
import { broadcast, sendAway, type Step, type Viewer } from './viewers.ts'

export interface LiveDeps {
  store: Store
  media: Media
  documents: Documents
  /** Names nobody: pseudonymous ids only. */
  log: { warn(fields: object, text: string): void }
  now(): number
  counts: Counts
  /** The other nodes; null: there are none. */
  cluster: Cluster | null
  /** Everybody out of this dialogue's session here, and back into it as it is stored now. */
  renew(dialogue: DialogueId): void
}

/** How this session says that something did not go well. */
export const complaint =
  ({ log }: LiveDeps, { session }: DialogueRow, text: string) =>
  (error: unknown): void =>
    log.warn({ session, error: errorText(error) }, text)

export type Parts = ReturnType<typeof createParts>

/** The parts of one session, wired. What ticks or waits is in the scope, so that ending that ends the session. */
export function createParts(row: DialogueRow, deps: LiveDeps, scope: Scope, lead: Lead) {
  const { store, media, documents, now, counts, cluster } = deps
  const failed = complaint(deps, row, 'the database did not answer')
  const viewers = new Set<Viewer>()
  const history = createHistory()
  const { state } = history

  const meter = createMeter(row.session, store.speech, failed, lead)
  scope.add(meter.close)
  const presence = createPresence(
    now,
    (person) => {
      presenceFeed.tell(person)
      alarm.set()
    },
    () => sharedPresence?.changed(),
  )
  scope.add(presence.close)
  const sharedPresence = cluster && sharePresence(cluster, row.session, presence, now)
  if (sharedPresence) scope.add(sharedPresence.close)
  const presenceFeed = createPresenceFeed({ viewers, state, presence })
  scope.add(presenceFeed.close)
  const timerPresence = () => ({
    present: presence.present(),
    leaderLastSeen: presence.leaderLastSeen(state()),
  })

  const follow = createFollow({
    state,
    // whoever leads brings the SFU in line
    media: { follow: (next) => lead.holds() && media.follow(next, lead.holds) },
    documents,
    failed: complaint(deps, row, 'sound, picture or texts did not follow'),
  })
  const runner = createRunner({
    log: store.events,
    history,
    context: () => ({ now: now(), ...timerPresence(), spokenMs: meter.times(state(), now()).counted }),
    hold: createHolding({
      state,
      documents,
      failed: complaint(deps, row, 'the words of an agreement cannot be read'),
    }),
    async settle(steps) {
      counts.events(steps.length)
      for (const step of steps) meter.observe(step)
      await follow(steps)
    },
    stored: (seq) => cluster?.bus.publish(APPENDED, { session: row.session, seq }),
    rewritten: () => deps.renew(row.id),
    tell,
    failed,
  })
  scope.add(runner.idle)
  const give = (command: Command) =>
    runner.run({ actor: 'system', command, commandId: null, fence: lead.fence() })
  const alarm = createAlarm({
    state,
    leads: lead.holds,
    presence: timerPresence,
    now,
    async give(command) {
      const before = state().seq
      await give(command)
      return state().seq > before
    },
  })
  scope.add(alarm.close)
  const nudge = createNudging({ state, presence, meter, now, give })
  const meterFeed = createMeterFeed({
    viewers,
    state,
    meter,
    now,
    meanwhile: () => lead.holds() && nudge(),
  })
  scope.add(meterFeed.close)

  function tell(steps: readonly Step[]) {
    sendAway(viewers, steps)
    broadcast(viewers, steps)
    if (steps.some(movedIn)) {
      presenceFeed.moved()
      relay.moved()
    }
    alarm.set()
    if (lead.holds()) for (const command of versionsToKeep(steps, state())) void give(command)
  }

  const relay = createRelay({
    viewers,
    state,
    now,
    elsewhere: (person) => cluster !== null && presence.of(person)?.state === 'here',
  })
  return {
    viewers,
    history,
    meter,
    presence,
    sharedPresence,
    presenceFeed,
    runner,
    give,
    alarm,
    meterFeed,
    relay,
    lead,
  }
}
