import { useEffect } from 'react'
import { useDialogue } from '../hooks/DialogueProvider.tsx'
import { tNow } from '../parts/ui/text.tsx'
import { showToast } from '../parts/ui/Toast.tsx'

/** Somebody took part in another's place, or two devices hear each other: said to whoever has to know. It stays until it is read. */
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
    const stopAir = session.store.subscribe(({ throughAir, state }, before) => {
      if (!throughAir || throughAir === before.throughAir) return
      const [one = '', other = ''] = throughAir.people.map((person) => state?.people[person]?.name ?? '')
      showToast(tNow('room.throughAir', { one, other }), { stays: true })
    })
    return () => {
      stopOwn()
      stopOthers()
      stopAir()
    }
  }, [media, session])
}
