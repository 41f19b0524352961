import { useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import type { Answer } from '../../../shared/dialogue/consent/round.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { onPhone } from '../../../shared/dialogue/places.ts'
import { floorOf, nameOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import { saysSomething } from './reason.ts'
import { Sealed } from './Sealed.tsx'

const WORDS = {
  canLive: 'consent.forCanLive',
  objects: 'consent.forObjects',
  aside: 'consent.forAside',
} as const satisfies Record<Answer, string>

/** C5: somebody says it aloud, or on the telephone. It is entered as heard, read back, and only then recorded. */
export function AnswerFor({ person }: { person: PersonId }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const name = useRoom((view) => nameOf(view, person))
  return (
    <div className="dt-consent-for">
      <Button icon={open ? 'close' : 'pen'} aria-expanded={open} onPress={() => setOpen(!open)}>
        {t('consent.forOpen', { name })}
      </Button>
      {open ? <Heard person={person} name={name} onDone={() => setOpen(false)} /> : null}
    </div>
  )
}

function Heard({ person, name, onDone }: { person: PersonId; name: string; onDone: () => void }) {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const version = useRoom((view) => floorOf(view).consent?.version)
  const phone = useRoom((view) => onPhone(view.state, person))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [reason, setReason] = useState('')
  const [isRead, setRead] = useState(false)
  const isWhole = answer !== null && (answer !== 'objects' || saysSomething(reason))
  const record = async () => {
    const payload = { room, person, version, answer, reason: reason.trim() }
    if (!(await run('answerFor', payload))) return
    showToast(t('consent.forGiven', { name }))
    onDone()
  }
  return (
    <section className="dt-consent-form" aria-label={t('consent.for', { name })}>
      <p className="dt-consent-ask dt-with-icon">
        <Icon name="speak" />
        <span>{t('consent.forAsk', { name })}</span>
      </p>
      <AnswerChoice
        small
        label={t('consent.for', { name })}
        value={answer}
        words={(each) => ({ says: t(WORDS[each]) })}
        onChoose={(chosen) => (setAnswer(chosen), setRead(false))}
      />
      <Sealed
        label={t('consent.why')}
        hint={t(answer === 'objects' ? 'consent.whyNeeded' : 'consent.whyFree')}
        needed={answer === 'objects'}
        value={reason}
        onChange={(text) => (setReason(text), setRead(false))}
      />
      <Checkbox className="dt-tick" isSelected={isRead} onChange={setRead} isDisabled={!isWhole}>
        <span className="dt-tick-box" aria-hidden="true" />
        {t('consent.forBack', { name })}
      </Checkbox>
      <Button icon="check" isDisabled={!isWhole || !isRead || busy !== null} onPress={() => void record()}>
        {t('consent.forGive', { name })}
      </Button>
      {phone ? <p className="dt-desk-note">{t('consent.forApart', { name })}</p> : null}
    </section>
  )
}
