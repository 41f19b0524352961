import { useEffect, useState } from 'react'
import type { ReadVersion } from '../../../shared/protocol.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'

export interface Fetched {
  /** Null until they have come in. */
  versions: readonly ReadVersion[] | null
  failed: boolean
  again: () => void
}

/** Fetched when it is opened, and again whenever there is another version. What was read stays while the server is away. */
export function useVersions(agreement: string, count: number): Fetched {
  const { rest } = useDialogue()
  const [versions, setVersions] = useState<readonly ReadVersion[] | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const wish = `${count} ${tries}`
  useEffect(() => {
    let open = true
    void rest.versions(agreement).then(
      (reply) => open && setVersions(reply.versions),
      () => open && setFailed(wish),
    )
    return () => {
      open = false
    }
  }, [rest, agreement, wish])
  return { versions, failed: failed === wish, again: () => setTries(tries + 1) }
}
