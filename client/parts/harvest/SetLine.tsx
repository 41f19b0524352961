import { useState } from 'react'
import { isToPresent, mergeOf, sourcesOf, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { STATES } from '../agreement/states.ts'
import { Menu } from '../ui/Menu.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { MergeDialog } from './MergeDialog.tsx'

interface SetLineProps {
  agreement: Agreement & { place: number }
  state: SessionState
  leads: boolean
}

/** One agreement of the set under its new number, where it came from, and its words in a detail (H1). */
export function SetLine({ agreement, state, leads }: SetLineProps) {
  const t = useT()
  const { id, place, number, presented, lost } = agreement
  const title = presented?.words.title ?? ''
  const sources = sourcesOf(state, agreement).map((one) => one.number)
  const origin =
    agreement.origins.length > 0
      ? t('harvest.from', { numbers: sources.join(', ') })
      : t('harvest.was', { number })
  return (
    <li className="dt-harvest-line">
      <details>
        <summary>
          {place}. {title}
        </summary>
        {presented ? <AgreementWords words={presented.words} /> : null}
        {lost === null ? null : <p>{t('harvest.lost', { lost })}</p>}
      </details>
      <span className="dt-small dt-soft">
        {origin} · {t(isToPresent(agreement) ? 'harvest.toPresent' : STATES[agreement.state])}
      </span>
      {leads && !mergeOf(state, id) ? <LineMenu agreement={agreement} state={state} title={title} /> : null}
    </li>
  )
}

/** Everything that can be done with it, in one list. */
function LineMenu({ agreement, state, title }: Omit<SetLineProps, 'leads'> & { title: string }) {
  const t = useT()
  const { run } = useCommand()
  const [other, setOther] = useState<Agreement | null>(null)
  const { id, place } = agreement
  const set = theSet(state)
  const others = set.filter((one) => one.id !== id && !mergeOf(state, one.id))
  const items = [
    ...(place > 1 ? [{ id: 'up', text: t('harvest.up') }] : []),
    ...(place < set.length ? [{ id: 'down', text: t('harvest.down') }] : []),
    ...others.map((one) => ({
      id: one.id,
      text: t('harvest.mergeWith', { number: one.place, title: one.presented?.words.title ?? '' }),
    })),
    ...(agreement.origins.length > 0 ? [{ id: 'unmerge', text: t('harvest.unmerge') }] : []),
    ...(isToPresent(agreement) ? [] : [{ id: 'leaveOut', text: t('harvest.leaveOut') }]),
  ]
  const choose = (what: string): void => {
    if (what === 'up') void run('moveInSet', { agreement: id, place: place - 1 })
    else if (what === 'down') void run('moveInSet', { agreement: id, place: place + 1 })
    else if (what === 'leaveOut') void run('leaveOut', { agreement: id })
    else if (what === 'unmerge') void run('unmerge', { agreement: id })
    else setOther(state.agreements[what] ?? null)
  }
  return (
    <>
      <Menu
        text={t('harvest.more')}
        label={t('harvest.moreName', { title })}
        size="small"
        items={items}
        onChoose={choose}
      />
      {other ? <MergeDialog of={[agreement, other]} onClose={() => setOther(null)} /> : null}
    </>
  )
}
