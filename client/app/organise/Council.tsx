import { LinkButton } from '../../parts/ui/Button.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { CouncilChecks } from './CouncilChecks.tsx'
import { councilView, type CouncilItem } from './council.ts'
import type { OrganiserView } from './view.ts'

/** What goes to the council: what is in it, and four forms of it to keep. */
export function Council({ view }: { view: OrganiserView }) {
  const t = useT()
  const council = councilView(view.state)
  return (
    <div className="dt-organise-two">
      <div className="dt-organise-stack">
        <CouncilChecks council={council} />
        <Downloads />
      </div>
      <section className="dt-desk-card" aria-labelledby="set-title">
        <h2 id="set-title">{t('council.set')}</h2>
        {council.set.length === 0 ? <p className="dt-desk-empty">{t('council.setNone')}</p> : null}
        <ol className="dt-entries">
          {council.set.map((item) => (
            <InSet key={item.id} item={item} />
          ))}
        </ol>
      </section>
    </div>
  )
}

function InSet({ item }: { item: CouncilItem }) {
  const t = useT()
  const { number, title, withNote } = item
  const from = item.from
    .map(({ table, oldNumber }) => t('council.from', { table, number: oldNumber }))
    .join('; ')
  return (
    <li className="dt-entry">
      <span className="dt-entry-who">
        <strong>
          {number}. {title || t('agreement.untitled')}
        </strong>
        <span className="dt-desk-note">{withNote ? `${from}, ${t('council.withNote')}` : from}</span>
      </span>
    </li>
  )
}

const FORMS = ['odt', 'pdf', 'md', 'json'] as const

function Downloads() {
  const t = useT()
  const { packageUrl } = useApi()
  const locale = useLocale((chosen) => chosen.locale)
  return (
    <section className="dt-desk-card" aria-labelledby="package-title">
      <h2 id="package-title">{t('council.save')}</h2>
      <ul className="dt-entries">
        {FORMS.map((form) => (
          <li key={form} className="dt-entry">
            <span className="dt-entry-who">
              <strong>{t(`council.${form}`)}</strong>
              <span className="dt-desk-note">{t(`council.${form}Sub`)}</span>
            </span>
            <LinkButton icon="download" href={packageUrl(form, locale)} download>
              {t('read.download')}
              <span className="dt-unseen"> {t(`council.${form}`)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
