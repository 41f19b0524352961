import { useEffect, useState } from 'react'

/** Fetched once the screen stands; null until it has come in. `failed` says that it did not come. */
export function useFetched<T>(load: () => Promise<T>): { found: T | null; failed: boolean } {
  const [found, setFound] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const [ask] = useState(() => load)
  useEffect(() => {
    let open = true
    void ask().then(
      (reply) => open && setFound(reply),
      () => open && setFailed(true),
    )
    return () => {
      open = false
    }
  }, [ask])
  return { found, failed }
}
