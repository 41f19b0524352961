import { useState } from 'react'
import type { Person } from '../../../../shared/dialogue/model.ts'
import type { Run } from '../../../parts/facilitate/run.ts'
import { PopButton } from '../../../parts/facilitate/PopButton.tsx'
import { Button } from '../../../parts/ui/Button.tsx'
import { useT } from '../../../parts/ui/text.tsx'

interface TakeOutProps {
  person: Pick<Person, 'id' | 'name'>
  run: Run
  onOut: () => void
}

/** Out of the dialogue: first what that means and what it does not, then a second press. */
export function TakeOut({ person: { id, name }, run, onOut }: TakeOutProps) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const takeOut = async (close: () => void) => {
    setBusy(true)
    const done = await run('takeOut', { person: id })
    setBusy(false)
    if (!done) return
    close()
    onOut()
  }
  return (
    <PopButton icon="leave" text={t('out.button')} title={t('out.ask', { name })} cancel={t('out.not')}>
      {(close) => (
        <>
          <p>{t('out.link', { name })}</p>
          <p>{t('out.stays', { name })}</p>
          <p className="dt-desk-note">{t('out.erase')}</p>
          <Button variant="danger" icon="leave" isDisabled={busy} onPress={() => void takeOut(close)}>
            {t('out.named', { name })}
          </Button>
        </>
      )}
    </PopButton>
  )
}
