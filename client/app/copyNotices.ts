import { useEffect } from 'react'
import { useDialogue } from '../hooks/DialogueProvider.tsx'
import { tNow } from '../parts/ui/text.tsx'
import { showToast } from '../parts/ui/Toast.tsx'

/** Somebody took part in another's place: said to whom it happened, and to whoever leads. It stays until it is read. */
export function useCopyNotices(): void {
  const { media, session } = useDialogue()
  useEffect(() => {
    const own = () => showToast(tNow('note.copied'), { stays: true })
    const stopOwn = media.store.subscribe(({ displaced }, before) => {
      if (displaced && displaced !== before.displaced) own()
    })
    const stopOthers = session.store.subscribe(({ putOut, me, state }, before) => {
      if (!putOut || putOut === before.putOut) return
      if (putOut.person === me) return own()
      const name = state?.people[putOut.person]?.name ?? ''
      showToast(tNow('note.copiedOf', { name }), { stays: true })
    })
    return () => {
      stopOwn()
      stopOthers()
    }
  }, [media, session])
}
