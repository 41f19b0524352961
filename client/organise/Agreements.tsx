import { AgreementsReader } from '../agreement/AgreementsReader.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { exportUrl } from './api.ts'

/** All agreements to read, and to keep as a file. */
export function Agreements() {
  const t = useT()
  return (
    <div className="organise-two">
      <section className="desk-card" aria-labelledby="save-title">
        <h2 id="save-title">{t('read.save')}</h2>
        <ul className="entries">
          {(['md', 'json'] as const).map((kind) => (
            <li key={kind} className="entry">
              <span className="entry-who">
                <strong>{t(kind === 'md' ? 'read.markdown' : 'read.json')}</strong>
                <span className="desk-note">{t(kind === 'md' ? 'read.markdownSub' : 'read.jsonSub')}</span>
              </span>
              <LinkButton icon="download" href={exportUrl(kind)} download>
                {t('read.download')}
                <span className="unseen"> {t(kind === 'md' ? 'read.markdown' : 'read.json')}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      </section>
      <section className="desk-card" aria-labelledby="read-title">
        <h2 id="read-title">{t('read.title')}</h2>
        <AgreementsReader />
      </section>
    </div>
  )
}
