import { useState } from 'react'
import { FOLLOW_STATES, type FollowState } from '../../../../shared/dialogue/agreements/agreement.ts'
import { STATES } from '../../../parts/agreement/states.ts'
import type { Run } from '../../../parts/facilitate/run.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { Select } from '../../../parts/ui/Select.tsx'
import { TextArea } from '../../../parts/ui/TextField.tsx'
import { useLocale, useT } from '../../../parts/ui/text.tsx'
import { dayOf } from '../../../parts/ui/when.ts'
import type { AtCouncil } from './view.ts'

/** What was done with it afterwards (H4). */
export function FollowUp({ item, run }: { item: AtCouncil; run: Run }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const [open, setOpen] = useState(false)
  return (
    <>
      {item.follow.map(({ at, state, text }) => (
        <p key={`${at} ${text}`} className="dt-adopt-follow">
          <strong>{t(STATES[state])}</strong>, {dayOf(at, locale)}: {text}
        </p>
      ))}
      {open ? (
        <Telling item={item} run={run} onDone={() => setOpen(false)} />
      ) : (
        <Button size="small" icon="plus" onPress={() => setOpen(true)}>
          {t('adoption.follow')}
          <span className="dt-unseen">: {item.words.title}</span>
        </Button>
      )}
    </>
  )
}

function Telling({
  item: { id: agreement },
  run,
  onDone,
}: {
  item: AtCouncil
  run: Run
  onDone: () => void
}) {
  const t = useT()
  const [state, setState] = useState<FollowState>('done')
  const [text, setText] = useState('')
  const tell = async () => {
    if (await run('followUp', { agreement, state, text })) onDone()
  }
  return (
    <>
      <Select
        label={t('adoption.followState')}
        value={state}
        options={FOLLOW_STATES.map((id) => ({ id, text: t(STATES[id]) }))}
        onChange={setState}
      />
      <TextArea
        label={t('adoption.followText')}
        hint={t('adoption.followHint')}
        rows={2}
        maxLength={1_000}
        value={text}
        onChange={setText}
      />
      <div className="dt-desk-buttons">
        <Button icon="check" isDisabled={text.trim() === ''} onPress={() => void tell()}>
          {t('adoption.save')}
        </Button>
        <Button onPress={onDone}>{t('words.close')}</Button>
      </div>
    </>
  )
}
