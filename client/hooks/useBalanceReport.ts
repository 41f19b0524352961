import { useEffect, useState } from 'react'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** The report, fetched now and every `againMs` as long as it is looked at. What was read stays while the server is away. */
export function useBalanceReport(againMs: number): { report: BalanceReport | null; failed: boolean } {
  const { rest } = useDialogue()
  const [report, setReport] = useState<BalanceReport | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let open = true
    const read = () =>
      void rest.balance().then(
        (found) => open && (setReport(found), setFailed(false)),
        () => open && setFailed(true),
      )
    read()
    const timer = setInterval(read, againMs)
    return () => {
      open = false
      clearInterval(timer)
    }
  }, [rest, againMs])
  return { report, failed }
}
