import { seatings } from '../../../shared/dialogue/places.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button, type ButtonProps } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

/** Closing cannot be undone: first what is kept, then a second press. */
export function CloseMeeting({ view, variant }: { view: OrganiserView; variant: ButtonProps['variant'] }) {
  const t = useT()
  const { state, run } = view
  const sat = seatings(state).length > 0
  return (
    <PopButton
      variant={variant}
      icon="leave"
      text={t('next.close')}
      title={t('lead.ask')}
      cancel={t('lead.cancel')}
    >
      {(close) => (
        <>
          <p>{t('lead.askBody')}</p>
          <p>
            <strong>{t('lead.kept')}</strong>
          </p>
          <ul className="dt-kept">
            {sat ? (
              <>
                <li>{t('lead.keptTexts', { count: state.tableOrder.length })}</li>
                <li>{t('lead.keptSeats')}</li>
              </>
            ) : null}
            <li>{t('lead.keptTime')}</li>
          </ul>
          <p>{t('lead.keptNot')}</p>
          <Button variant="danger" icon="leave" onPress={() => void run('endSession', {}).then(close)}>
            {t('next.close')}
          </Button>
        </>
      )}
    </PopButton>
  )
}
