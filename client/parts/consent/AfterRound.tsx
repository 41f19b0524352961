import { leaderName } from '../../core/room/leader.ts'
import { useKept } from '../../hooks/useKept.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { afterOf } from './after.ts'
import { Then } from './Then.tsx'

/** How the round ended, and one's own sealed words back when they were not opened (C3); until it was read. */
export function AfterRound() {
  const t = useT()
  const after = useRoom(afterOf)
  const [ended, setEnded] = useKept('ended')
  if (!after || after.id === ended) return null
  const { id, how, reason } = after
  return (
    <section className="dt-consent-after" aria-labelledby="consent-after-title">
      <div className="dt-consent-sheet">
        <h2 id="consent-after-title">{t(`consent.after.${how}`)}</h2>
        <p>{t(`consent.after.${how}Text`)}</p>
        {reason === '' ? null : (
          <>
            <p>{t('consent.after.reason')}</p>
            <blockquote>{reason}</blockquote>
            <p className="dt-small dt-soft">{t('consent.after.reasonNote')}</p>
          </>
        )}
        <div className="dt-row">
          <Button icon="check" onPress={() => setEnded(id)}>
            {t('consent.after.read')}
          </Button>
        </div>
      </div>
      {how === 'voided' || how === 'returned' ? <NewText /> : null}
    </section>
  )
}

function NewText() {
  const t = useT()
  const name = useRoom(leaderName)
  const lines = [t('consent.goesOn.read', { name }), t('consent.goesOn.clear'), t('consent.goesOn.again')]
  return <Then title={t('consent.then')} lines={lines} />
}
