import { Suspense } from 'react'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { CouncilSteps, Judgements } from './adoption/parts.ts'
import { CouncilChecks } from './CouncilChecks.tsx'
import { councilView, keepsBack, type CouncilItem } from './council.ts'
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
      <KeptBack view={view} />
      <Button icon="council" isDisabled={count === 0} onPress={() => void view.run('offerSet', {})}>
        {t('council.offer')}
      </Button>
    </section>
  )
}

/** Which texts have to be settled first, by number and title; the button refuses until they are. */
function KeptBack({ view }: { view: OrganiserView }) {
  const t = useT()
  const { toPresent, merging } = keepsBack(view.state)
  const { locale } = useLocale()
  const listed = (texts: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts)
  const named = ({ number, presented }: Agreement) =>
    t('council.textOf', { number, title: presented?.words.title || t('agreement.untitled') })
  const waits = [
    ['council.toPresent', toPresent.map(named)],
    ['council.mergeWaits', merging.map((from) => listed(from.map(named)))],
  ] as const
  return waits.map(([key, texts]) =>
    texts.length > 0 ? (
      <p key={key} className="dt-with-icon">
        <Icon name="warning" />
        <span>{t(key, { count: texts.length, list: texts.join('; ') })}</span>
      </p>
    ) : null,
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
