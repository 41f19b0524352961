import type { Command } from '../../shared/dialogue/commands.ts'
import type { KeptFor } from '../../shared/dialogue/agreements/agreement.ts'
import { isOpen } from '../../shared/dialogue/agreements/agreements.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Step } from './viewers.ts'

/** A version is kept by itself when the tables come back and when the session ends. */
const MOMENTS: Readonly<Record<string, Exclude<KeptFor, 'presented'>>> = {
  RecallFinished: 'recalled',
  SessionEnded: 'ended',
}

export const versionsToKeep = (steps: readonly Step[], { agreements }: SessionState): Command[] => {
  const keptFor = steps.flatMap(({ recorded }) => MOMENTS[recorded.event.type] ?? [])[0]
  if (!keptFor) return []
  return Object.values(agreements)
    .filter(isOpen)
    .map(({ id, table }) => ({ type: 'keepVersion', payload: { table, agreement: id, keptFor } }))
}
