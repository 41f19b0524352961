import { useState } from 'react'
import { Button } from '../../../parts/ui/Button.tsx'
import { CheckLine } from '../../../parts/ui/CheckLine.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { useApi } from '../api.ts'
import type { OrganiserView } from '../view.ts'
import type { AdoptionView } from './view.ts'
import './adoption.css'

interface PublicPageProps {
  view: OrganiserView
  adoption: AdoptionView
}

/** Nobody else knows of the decision before it is put here, with every reason in it (H4). */
export function PublicPage({ view, adoption }: PublicPageProps) {
  const t = useT()
  const { publicUrl } = useApi()
  const { dialogue, council } = view.state
  const { published } = council
  const address = publicUrl(dialogue.id)
  const [wished, setListed] = useState(false)
  const listed = published?.listed ?? wished
  const choose = (next: boolean) => {
    setListed(next)
    if (published) void view.run('publishDecision', { listed: next })
  }
  const { same, changed, declined, unexplained, items } = adoption
  return (
    <section className="dt-desk-card" aria-labelledby="public-title">
      <h2 id="public-title">{t('adoption.public')}</h2>
      <p>
        <strong>{t('adoption.sum', { same, changed, declined, all: items.length })}</strong>
      </p>
      <p className="dt-desk-note">{t('adoption.publicSub')}</p>
      {unexplained > 0 ? <p>{t('adoption.unexplained', { count: unexplained })}</p> : null}
      {published ? (
        <p>
          {t('adoption.isPublic')}{' '}
          <a className="dt-link-text" href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      ) : null}
      <CheckLine isSelected={listed} onChange={choose}>
        {t('adoption.listed')}
      </CheckLine>
      {published ? (
        <Button icon="eye" onPress={() => void view.run('hideDecision', {})}>
          {t('adoption.hide')}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon="globe"
          isDisabled={unexplained > 0}
          onPress={() => void view.run('publishDecision', { listed })}
        >
          {t('adoption.publish')}
        </Button>
      )}
    </section>
  )
}
