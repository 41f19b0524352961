import { openFields, type Proposal } from '../../../shared/dialogue/council/proposal.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { CouncilView } from './council.ts'

/** Line by line what is in the package, what is missing first. */
export function CouncilChecks({ council, proposal }: { council: CouncilView; proposal: Proposal }) {
  const t = useT()
  const { set, waiting, notes } = council
  const list = waiting.map((one) => t('council.waitingOne', one)).join(', ')
  const count = set.length
  const open = openFields(proposal)
  const isConcept = open.length > 0 || count === 0
  return (
    <section className="dt-desk-card" aria-labelledby="in-title">
      <h2 id="in-title">{t('council.in')}</h2>
      {isConcept ? <p className="dt-desk-note">{t('council.concept')}</p> : null}
      <ul className="dt-checks">
        <Check
          done={open.length === 0}
          title={t('council.proposal')}
          sub={t('council.proposalSub', {
            count: open.length,
            list: open.map((field) => t(`proposal.${field}`)).join(', '),
          })}
        />
        {waiting.length > 0 ? (
          <Check
            done={false}
            title={t('council.waiting', { count: waiting.length })}
            sub={t('council.waitingSub', { list })}
          />
        ) : null}
        <Check
          done={count > 0}
          title={t('council.agreed', { count })}
          sub={t('council.agreedSub', { count })}
        />
        <Check done title={t('council.origin')} sub={t('council.originSub')} />
        <Check done title={t('council.people')} sub={t('council.peopleSub')} />
        <Check
          done
          title={t('council.notes')}
          sub={t('council.notesSub', { count: notes.length, list: notes.join(', ') })}
        />
      </ul>
    </section>
  )
}

function Check({ done, title, sub }: { done: boolean; title: string; sub: string }) {
  const t = useT()
  return (
    <li>
      <Icon name={done ? 'check' : 'warning'} />
      <span className="dt-entry-who">
        <strong>
          <span className="dt-unseen">{t(done ? 'council.done' : 'council.open')} </span>
          {title}
        </strong>
        <span className="dt-desk-note">{sub}</span>
      </span>
    </li>
  )
}
