import { useEffect, useState } from 'react'
import type { BalanceReport } from '../../shared/protocol.ts'
import { fetchBalance } from '../session/rest.ts'

const AGAIN_MS = 10_000

/** The report, fetched now and again as long as it is looked at. What was read stays while the server is away. */
export function useBalanceReport(): { report: BalanceReport | null; failed: boolean } {
  const [report, setReport] = useState<BalanceReport | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let open = true
    const read = () =>
      void fetchBalance().then(
        (found) => open && (setReport(found), setFailed(false)),
        () => open && setFailed(true),
      )
    read()
    const timer = setInterval(read, AGAIN_MS)
    return () => {
      open = false
      clearInterval(timer)
    }
  }, [])
  return { report, failed }
}
