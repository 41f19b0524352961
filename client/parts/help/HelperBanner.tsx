import { Suspense } from 'react'
import { useCallApart } from '../../hooks/useCallApart.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { ApartBar } from './later.ts'
import { useTold } from './told.ts'

/** A helper talks to this person, or sent them something: nothing of it before. `onRead`: to the help; null where its button is in the bar. */
export function HelperBanner({ onRead }: { onRead: (() => void) | null }) {
  const t = useT()
  const isApart = useCallApart() !== null
  const told = useTold()
  if (isApart)
    return (
      <Suspense fallback={null}>
        <ApartBar />
      </Suspense>
    )
  return told ? (
    <Banner tone="move" icon="talk" title={t('help.toldText')}>
      {onRead ? (
        <Button icon="help" onPress={onRead}>
          {t('help.told')}
        </Button>
      ) : null}
    </Banner>
  ) : null
}
