import { useState } from 'react'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button, type ButtonVariant } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { PromiseField } from './PromiseCard.tsx'
import type { OrganiserView } from './view.ts'

/** Opens the main room; where nothing was promised yet, that is asked first. */
export function OpenHall({ view, variant }: { view: OrganiserView; variant: ButtonVariant }) {
  const t = useT()
  const { state, run } = view
  if (state.dialogue.promise !== null) {
    return (
      <Button variant={variant} icon="next" onPress={() => void run('openPlenary', {})}>
        {t('next.open')}
      </Button>
    )
  }
  return (
    <PopButton variant={variant} icon="next" text={t('next.open')} title={t('promise.ask')}>
      <AskPromise run={run} />
    </PopButton>
  )
}

function AskPromise({ run }: Pick<OrganiserView, 'run'>) {
  const t = useT()
  const [text, setText] = useState('')
  const record = async () => {
    if (await run('recordPromise', { text: text.trim() })) await run('openPlenary', {})
  }
  return (
    <>
      <p>{t('promise.askNote')}</p>
      <PromiseField value={text} onChange={setText} />
      <Button variant="primary" icon="check" isDisabled={text.trim() === ''} onPress={() => void record()}>
        {t('promise.open')}
      </Button>
      <Button icon="next" onPress={() => void run('openPlenary', {})}>
        {t('promise.openWithout')}
      </Button>
    </>
  )
}
