import { Suspense } from 'react'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CouncilSteps, Judgements } from './adoption/parts.ts'
import { CouncilChecks } from './CouncilChecks.tsx'
import { councilView, type CouncilItem } from './council.ts'
import { NamesCard } from './NamesCard.tsx'
import { PackageDownloads } from './PackageDownloads.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import type { OrganiserView } from './view.ts'

/** What goes to the council, four forms of it to keep, and what the council did with it. */
export function Council({ view }: { view: OrganiserView }) {
  const council = councilView(view.state)
  const isThere = view.state.council.offeredAt !== null
  return (
    <div className="dt-organise-two">
      <div className="dt-organise-stack">
        {isThere ? (
          <Suspense fallback={null}>
            <CouncilSteps view={view} />
          </Suspense>
        ) : (
          <>
            <Offer view={view} count={council.set.length} />
            <CouncilChecks council={council} view={view} />
            <NamesCard view={view} />
          </>
        )}
        <PackageDownloads />
      </div>
      <div className="dt-organise-stack">
        {isThere ? (
          <Suspense fallback={null}>
            <Judgements view={view} />
          </Suspense>
        ) : (
          <TheSet set={council.set} />
        )}
        <ProposalForm view={view} />
      </div>
    </div>
  )
}

/** From here on the words are fixed: the council's text is compared with them. */
function Offer({ view, count }: { view: OrganiserView; count: number }) {
  const t = useT()
  return (
    <section className="dt-desk-card" aria-labelledby="offer-title">
      <h2 id="offer-title">{t('council.offerTitle')}</h2>
      <p>{t('council.offerSub', { count })}</p>
      {count > 0 ? <p className="dt-desk-note">{t('council.offerBack')}</p> : null}
      <Button icon="council" isDisabled={count === 0} onPress={() => void view.run('offerSet', {})}>
        {t('council.offer')}
      </Button>
    </section>
  )
}

function TheSet({ set }: { set: readonly CouncilItem[] }) {
  const t = useT()
  return (
    <section className="dt-desk-card" aria-labelledby="set-title">
      <h2 id="set-title">{t('council.set')}</h2>
      {set.length === 0 ? <p className="dt-desk-empty">{t('council.setNone')}</p> : null}
      <ol className="dt-entries">
        {set.map((item) => (
          <InSet key={item.id} item={item} />
        ))}
      </ol>
    </section>
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
