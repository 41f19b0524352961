import { useEffect, useEffectEvent, useState } from 'react'

export interface Fetched<T> {
  /** Null until it has come in. What came in stays while the server is away. */
  found: T | null
  failed: boolean
  again: () => void
}

/** Fetched once the screen stands, and again with another wish. */
export function useFetched<T>(load: () => Promise<T>, wish = ''): Fetched<T> {
  const [found, setFound] = useState<T | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const asked = `${wish} ${tries}`
  const ask = useEffectEvent(load)
  useEffect(() => {
    let open = true
    void ask().then(
      (reply) => open && setFound(reply),
      () => open && setFailed(asked),
    )
    return () => {
      open = false
    }
  }, [asked])
  return { found, failed: failed === asked, again: () => setTries(tries + 1) }
}
