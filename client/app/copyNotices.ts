import { useEffect } from 'react'
import { useMedia } from '../media/index.ts'
import { useSession } from '../session/store.ts'
import { tNow } from '../ui/text.tsx'
import { showToast } from '../ui/Toast.tsx'

/** Somebody took part in another's place: said to whom it happened, and to whoever leads. It stays until it is read. */
export function useCopyNotices(): void {
  useEffect(() => {
    const own = () => showToast(tNow('note.copied'), { stays: true })
    const stopOwn = useMedia.subscribe(({ displaced }, before) => {
      if (displaced && displaced !== before.displaced) own()
    })
    const stopOthers = useSession.subscribe(({ putOut, me, state }, before) => {
      if (!putOut || putOut === before.putOut) return
      if (putOut.person === me) return own()
      const name = state?.people[putOut.person]?.name ?? ''
      showToast(tNow('note.copiedOf', { name }), { stays: true })
    })
    return () => {
      stopOwn()
      stopOthers()
    }
  }, [])
}
