import { useState } from 'react'
import type { CommandType } from '../../../shared/dialogue/commands.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { showToast } from './Toast.tsx'

/**
 * Sends a command from a control. `busy` names the one under way, also while the line is lost: the socket sends it again.
 * A refusal is told in the server's words; `run` answers whether it was accepted.
 */
export function useCommand(): {
  busy: CommandType | null
  run: (type: CommandType, payload: Record<string, unknown>) => Promise<boolean>
} {
  const { session } = useDialogue()
  const [busy, setBusy] = useState<CommandType | null>(null)
  const run = async (type: CommandType, payload: Record<string, unknown>): Promise<boolean> => {
    setBusy(type)
    const answer = await session.send(type, payload)
    setBusy(null)
    if (!answer.ok) showToast(answer.text)
    return answer.ok
  }
  return { busy, run }
}
