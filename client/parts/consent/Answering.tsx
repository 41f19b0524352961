import { useEffect, useRef, useState } from 'react'
import { leaderName } from '../../core/room/leader.ts'
import { nameOf } from '../../core/room/view.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useKept } from '../../hooks/useKept.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { isTyping } from '../floor/keys.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import { draftOf, ownPart, type OwnPart } from './own.ts'
import { saysSomething } from './reason.ts'
import { Sealed } from './Sealed.tsx'

/** One's own part in the round: to answer, to change the answer, or to wait. */
export function Answering() {
  const t = useT()
  const own = useRoom(ownPart)
  const [changes, setChanges] = useState(false)
  if (!own) return null
  if (own.may === 'ask') return <AnswerForm key={own.about} own={own} onDone={() => setChanges(false)} />
  if (own.may !== 'given') return <p>{t(own.may === 'wait' ? 'consent.now.ask' : 'consent.now.watch')}</p>
  if (!changes) return <Given own={own} onChange={() => setChanges(true)} />
  return (
    <>
      <AnswerForm key={own.about} own={own} onDone={() => setChanges(false)} />
      <Button onPress={() => setChanges(false)}>{t('consent.keep')}</Button>
    </>
  )
}

/** Three answers, why, and the one button that gives it. What is chosen and typed waits here until the server has it. */
function AnswerForm({ own, onDone }: { own: OwnPart; onDone: () => void }) {
  const t = useT()
  const { session } = useDialogue()
  const { busy, run } = useCommand()
  const form = useRef<HTMLDivElement>(null)
  const room = useRoom((view) => view.room)
  const leader = useRoom(leaderName)
  const [kept, keep] = useKept('answer')
  const draft = draftOf(own, kept)
  const { answer, reason } = draft
  const isReady = answer !== null && (answer !== 'objects' || saysSomething(reason))
  const { offered } = own
  const begun = useRef<string | null>(null)

  useEffect(() => {
    if (isTyping()) return
    form.current?.querySelector('input')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  // whoever has begun to answer is not passed over
  const change = (news: Partial<typeof draft>): void => {
    if (offered !== null && begun.current !== offered) {
      begun.current = offered
      void session.send('startTurn', { room, turn: offered })
    }
    keep({ ...draft, ...news })
  }
  const give = async (): Promise<void> => {
    if (!(await run('answerConsent', { room, version: own.version, answer, reason: reason.trim() }))) return
    keep(null)
    announce(t('consent.given'))
    onDone()
  }
  return (
    <div className="dt-consent-form" ref={form}>
      {own.mandate ? <Mandate /> : null}
      <AnswerChoice
        label={t('consent.answer')}
        value={answer}
        words={(each) => ({ says: t(`consent.${each}`), means: t(`consent.${each}Sub`) })}
        onChoose={(chosen) => change({ answer: chosen })}
      />
      <Sealed
        label={t('consent.why')}
        hint={t(answer === 'objects' ? 'consent.whyNeeded' : 'consent.whyFree')}
        note={t('consent.sealed', { name: leader })}
        needed={answer === 'objects'}
        value={reason}
        onChange={(text) => change({ reason: text })}
      />
      {own.old !== '' && own.old !== reason ? (
        <div className="dt-consent-old">
          <p>{t('consent.oldReason')}</p>
          <blockquote>{own.old}</blockquote>
          <Button icon="undo" onPress={() => change({ reason: own.old })}>
            {t('consent.useOld')}
          </Button>
        </div>
      ) : null}
      <div className="dt-consent-give">
        <Button
          variant="primary"
          size="big"
          icon="check"
          isDisabled={!isReady || busy !== null}
          onPress={() => void give()}
        >
          {t('consent.give')}
        </Button>
        <p className="dt-small dt-soft">{t('consent.noVote')}</p>
      </div>
    </div>
  )
}

/** Said before somebody of the council answers, not after. */
function Mandate() {
  const t = useT()
  return (
    <p className="dt-consent-mandate dt-with-icon">
      <Icon name="council" />
      <span>{t('consent.mandate')}</span>
    </p>
  )
}

/** One's own answer, which nobody else can read yet. */
function Given({ own, onChange }: { own: OwnPart; onChange: () => void }) {
  const t = useT()
  const leader = useRoom(leaderName)
  const by = useRoom((view) => (own.given?.by ? nameOf(view, own.given.by) : null))
  return (
    <div className="dt-consent-given">
      <p>
        <strong>{t('consent.given')}</strong>
      </p>
      {own.given ? <p>{t(`consent.${own.given.answer}`)}</p> : null}
      {own.given?.reason ? <blockquote>{own.given.reason}</blockquote> : null}
      {by === null ? null : <p className="dt-small">{t('consent.givenBy', { name: by })}</p>}
      <p className="dt-small dt-with-icon">
        <Icon name="lock" />
        <span>{t('consent.sealed', { name: leader })}</span>
      </p>
      <Button icon="pen" onPress={onChange}>
        {t('consent.change')}
      </Button>
    </div>
  )
}
