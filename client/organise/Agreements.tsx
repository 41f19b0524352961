import { AgreementsReader } from '../agreement/AgreementsReader.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { exportUrl } from './api.ts'
import { NextSession } from './NextSession.tsx'
import type { OrganiserView } from './Organiser.tsx'

/** All agreements to read, and to keep as a file; when the session is over the dialogue can go on from here. */
export function Agreements({ view }: { view: OrganiserView }) {
  const t = useT()
  return (
    <div className="organise-two">
      <div className="organise-stack">
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
        {view.state.phase.name === 'ended' && <NextSession />}
      </div>
      <section className="desk-card" aria-labelledby="read-title">
        <h2 id="read-title">{t('read.title')}</h2>
        <AgreementsReader />
      </section>
    </div>
  )
}
