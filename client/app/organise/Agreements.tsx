import { AgreementsReader } from '../../parts/agreement/AgreementsReader.tsx'
import { hasBoard } from '../../parts/harvest/board.ts'
import { LinkButton } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { NextSession } from './NextSession.tsx'
import { ObjectionsCard } from './ObjectionsCard.tsx'
import type { OrganiserView } from './view.ts'

/** All agreements to read, and to keep as a file; when the session is over the dialogue can go on from here. The harvest comes first and is as wide as the screen. */
export function Agreements({ view }: { view: OrganiserView }) {
  const t = useT()
  const read = (
    <section className="dt-desk-card" aria-labelledby="read-title">
      <h2 id="read-title">{t('read.title')}</h2>
      <AgreementsReader />
    </section>
  )
  const keep = (
    <div className="dt-organise-stack">
      <Downloads />
      <ObjectionsCard view={view} />
      {view.state.phase.name === 'ended' && <NextSession />}
    </div>
  )
  if (!hasBoard(view.state, view.me))
    return (
      <div className="dt-organise-two">
        {keep}
        {read}
      </div>
    )
  return (
    <div className="dt-organise-board">
      {read}
      {keep}
    </div>
  )
}

function Downloads() {
  const t = useT()
  const { exportUrl } = useApi()
  return (
    <section className="dt-desk-card" aria-labelledby="save-title">
      <h2 id="save-title">{t('read.save')}</h2>
      <ul className="dt-entries">
        {(['md', 'json'] as const).map((kind) => (
          <li key={kind} className="dt-entry">
            <span className="dt-entry-who">
              <strong>{t(kind === 'md' ? 'read.markdown' : 'read.json')}</strong>
              <span className="dt-desk-note">{t(kind === 'md' ? 'read.markdownSub' : 'read.jsonSub')}</span>
            </span>
            <LinkButton icon="download" href={exportUrl(kind)} download>
              {t('read.download')}
              <span className="dt-unseen"> {t(kind === 'md' ? 'read.markdown' : 'read.json')}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
