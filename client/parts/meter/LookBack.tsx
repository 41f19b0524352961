import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
import { loadLookBack } from './loadLookBack.ts'
import { tablesBehind } from './tablesBehind.ts'

/** The button of the way back through the own tables; nothing for whoever leads no table. */
export function LookBack() {
  const t = useT()
  const back = useSession(({ state, me }) => state !== null && tablesBehind(state, me).length > 0)
  const { Part: LookBackDialog, open, over, ahead } = useOpening(loadLookBack)
  if (!back) return null
  return (
    <>
      <Button icon="clock" {...ahead} aria-expanded={over.isOpen} onPress={open}>
        {t('review.title')}
      </Button>
      {LookBackDialog ? <LookBackDialog {...over} /> : null}
    </>
  )
}
