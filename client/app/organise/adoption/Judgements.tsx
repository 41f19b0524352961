import { STATES } from '../../../parts/agreement/states.ts'
import { useT } from '../../../parts/ui/text.tsx'
import type { OrganiserView } from '../view.ts'
import { CouncilChange } from './CouncilChange.tsx'
import { Explain } from './Explain.tsx'
import { FollowUp } from './FollowUp.tsx'
import { adoptionView, type AtCouncil } from './view.ts'
import '../../../parts/versions/versions.css'
import './adoption.css'

/** Agreement by agreement what the council did with it, what is different first. */
export function Judgements({ view }: { view: OrganiserView }) {
  const t = useT()
  const { items, changed, declined } = adoptionView(view.state)
  const { decision } = view.state.council
  return (
    <section className="dt-desk-card" aria-labelledby="judged-title">
      <h2 id="judged-title">{t('adoption.each')}</h2>
      {decision ? null : <p className="dt-desk-empty">{t('adoption.waits')}</p>}
      {changed + declined > 0 ? <p className="dt-desk-note">{t('adoption.first')}</p> : null}
      <ol className="dt-adopts">
        {items.map((item) => (
          <One key={item.id} item={item} run={view.run} />
        ))}
      </ol>
    </section>
  )
}

function One({ item, run }: { item: AtCouncil; run: OrganiserView['run'] }) {
  const t = useT()
  const { number, words, state, judged } = item
  const isOther = judged !== null && judged.verdict !== 'adopted'
  return (
    <li className={isOther ? 'dt-adopt is-other' : 'dt-adopt'}>
      <div className="dt-adopt-line">
        <strong>
          {number}. {words.title}
        </strong>
        <span className="dt-adopt-tag">{t(STATES[state])}</span>
      </div>
      {judged?.words ? <CouncilChange agreed={words} council={judged.words} /> : null}
      {isOther ? <Explain key={JSON.stringify(judged.words)} judged={judged} run={run} /> : null}
      {judged && judged.verdict !== 'declined' ? <FollowUp item={item} run={run} /> : null}
    </li>
  )
}
