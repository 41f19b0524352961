import type { Command } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { dueNudges } from '../../shared/dialogue/time/nudges.ts'
import type { Meter } from './meter.ts'
import type { PresenceBook } from './presence.ts'

export interface NudgingInput {
  state(): SessionState
  presence: Pick<PresenceBook, 'all'>
  meter: Pick<Meter, 'talk'>
  now(): number
  give(command: Command): void
}

/** S6: the questions that are due now, each to one person. */
export function createNudging({ state, presence, meter, now, give }: NudgingInput) {
  return (): void => {
    const hereSince = Object.fromEntries(
      presence.all().flatMap((each) => (each.state === 'here' ? [[each.person, each.since]] : [])),
    )
    for (const command of dueNudges(state(), { ...meter.talk(now()), hereSince }, now())) give(command)
  }
}
