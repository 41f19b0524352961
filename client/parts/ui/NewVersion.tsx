import { useEffect } from 'react'
import { Button } from './Button.tsx'
import { useT } from './text.tsx'

const LOADED = 'dt.loadedAnew'
/** A page that was loaded anew and misses a file all the same would go on doing so. */
const AGAIN_MS = 60_000

/** Where the browser keeps nothing, a press is needed: we could not know that it was tried. */
function loadOnce(): void {
  try {
    if (Date.now() - Number(sessionStorage.getItem(LOADED)) < AGAIN_MS) return
    sessionStorage.setItem(LOADED, String(Date.now()))
  } catch {
    return
  }
  location.reload()
}

/**
 * In place of a part whose file went with an update: only a page that is loaded anew finds its files. `byItself`: nobody is in a call yet,
 * and nothing is typed that could be lost.
 */
export function NewVersion({ byItself }: { byItself: boolean }) {
  const t = useT()
  useEffect(() => {
    if (byItself) loadOnce()
  }, [byItself])
  return (
    <div className="dt-not-fetched" role="alert">
      <p>{t('app.newVersion')}</p>
      <Button icon="round" onPress={() => location.reload()}>
        {t('app.wholeAgain')}
      </Button>
    </div>
  )
}
