import { useSession } from '../../hooks/useSession.ts'
import { Banner } from '../../parts/ui/Banner.tsx'
import { useT } from '../../parts/ui/text.tsx'

/** Outside a room: the line is lost, or back. In a room the sentence of state says it (16). */
export function Connection() {
  const t = useT()
  const lost = useSession((session) => session.connection === 'lost')
  const back = useSession((session) => session.backSince !== null)
  if (lost) {
    return (
      <Banner tone="trouble" icon="offline" title={t('whole.reconnecting')} text={t('note.reconnecting')} />
    )
  }
  return back ? <Banner icon="check" title={t('whole.back')} /> : null
}
