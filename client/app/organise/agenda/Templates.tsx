import { PopButton } from '../../../parts/facilitate/PopButton.tsx'
import { Button } from '../../../parts/ui/Button.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import type { OrganiserView } from '../view.ts'
import { minutesOf, partsOf, TEMPLATES, type Template } from './templates.ts'

/** What an evening often has, to begin from. */
export function Templates({ view }: { view: OrganiserView }) {
  const t = useT()
  return (
    <PopButton icon="list" text={t('template.choose')} title={t('template.choose')}>
      {(close) => (
        <>
          <p>{t('template.note')}</p>
          <ul className="dt-agenda">
            {TEMPLATES.map((template) => (
              <Choice key={template.id} template={template} view={view} onAdded={close} />
            ))}
          </ul>
        </>
      )}
    </PopButton>
  )
}

function Choice(props: { template: Template; view: OrganiserView; onAdded: () => void }) {
  const { template, view, onAdded } = props
  const t = useT()
  const title = t(`template.${template.id}`)
  const parts = partsOf(template, t)
  const add = async () => {
    if (await view.run('addParts', { parts })) onAdded()
  }
  return (
    <li>
      <strong>{title}</strong>
      <span className="dt-desk-note">
        {t('template.sum', { parts: parts.length, minutes: minutesOf(template) })}
      </span>
      <p className="dt-agenda-rest">{parts.map((part) => part.title).join(' · ')}</p>
      <Button icon="plus" aria-label={t('template.addName', { title })} onPress={() => void add()}>
        {t('template.add')}
      </Button>
    </li>
  )
}
