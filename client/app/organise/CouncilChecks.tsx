import type { ReactNode } from 'react'
import { openFields } from '../../../shared/dialogue/council/proposal.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { unsaid, type CouncilView } from './council.ts'
import type { OrganiserView } from './view.ts'

/** Line by line what is in the package, what is missing first. */
export function CouncilChecks({ council, view }: { council: CouncilView; view: OrganiserView }) {
  const t = useT()
  const { proposal } = view.state
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
            // a field may be called by a question, which is none in a list
            list: open.map((field) => t(`proposal.${field}`).replace(/\?$/, '')).join(', '),
          })}
        />
        <NamesCheck view={view} />
        {waiting.length > 0 ? (
          <Check
            done={false}
            title={t('council.waiting', { count: waiting.length })}
            sub={t('council.waitingSub', { count: waiting.length, list })}
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

/** Who said neither yes nor no is in it without a name, and can be asked once. */
function NamesCheck({ view }: { view: OrganiserView }) {
  const t = useT()
  const { namesAsked, people } = view.state
  const all = Object.values(people).filter(({ role }) => role === 'participant').length
  const count = unsaid(view.state)
  return (
    <Check
      done={count === 0}
      title={t('council.namesTitle')}
      sub={t(namesAsked === null ? 'council.namesOpen' : 'council.namesWait', { count, all })}
    >
      {count > 0 && namesAsked === null ? (
        <Button icon="bell" onPress={() => void view.run('askNames', {})}>
          {t('council.namesAsk')}
        </Button>
      ) : null}
    </Check>
  )
}

interface CheckProps {
  done: boolean
  title: string
  sub: string
  /** What one can do about it. */
  children?: ReactNode
}

function Check({ done, title, sub, children }: CheckProps) {
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
      {children}
    </li>
  )
}
