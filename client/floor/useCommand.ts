import { useState } from 'react'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import { send } from '../session/socket.ts'
import { showToast } from '../ui/Toast.tsx'

/**
 * Sends a command from a control. `busy` names the one under way, also while the line is lost: the socket sends it again.
 * A refusal is told in the server's words; `run` answers whether it was accepted.
 */
export function useCommand(): {
  busy: CommandType | null
  run: (type: CommandType, payload: Record<string, unknown>) => Promise<boolean>
} {
  const [busy, setBusy] = useState<CommandType | null>(null)
  const run = async (type: CommandType, payload: Record<string, unknown>): Promise<boolean> => {
    setBusy(type)
    const answer = await send(type, payload)
    setBusy(null)
    if (!answer.ok) showToast(answer.text)
    return answer.ok
  }
  return { busy, run }
}
