import { useEffect, useRef, useState } from 'react'
import type { CatchUpItem } from '../../../shared/dialogue/between/catchUp.ts'
import { objectionBy } from '../../../shared/dialogue/between/objecting.ts'
import type { AgreementId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

export interface ObjectingProps {
  item: CatchUpItem
  /** It is what the reader did something with last: what came of it is said here, wherever it stands now. */
  isLast: boolean
  onDone: (agreement: AgreementId) => void
}

/** An objection of one's own: given with a reason, and taken back. */
export function Objecting({ item: { agreement, number, mayObject }, isLast, onDone }: ObjectingProps) {
  const t = useT()
  const { busy, run } = useCommand()
  const own = useSession(({ state, me }) => state && objectionBy(state, me, agreement)?.reason)
  const [asking, setAsking] = useState(false)
  const [isBack, setBack] = useState(false)
  const said = useRef<HTMLDivElement>(null)
  // the pressed button goes away, and with it the agreement may come to stand elsewhere on the page
  useEffect(() => {
    if (isLast && document.activeElement === document.body) said.current?.focus()
  })

  const give = async (reason: string) => {
    if (!(await run('objectTo', { agreement, reason }))) return
    onDone(agreement)
    setAsking(false)
    setBack(false)
  }
  const takeBack = async () => {
    if (!(await run('takeBackObjection', { agreement }))) return
    onDone(agreement)
    setBack(true)
  }
  return (
    <div className="dt-between-object">
      <div role="status" ref={said} tabIndex={-1}>
        {own ? (
          <p>
            <strong>{t('between.given')}</strong> {t('between.own', { reason: own })}
          </p>
        ) : null}
        {!own && isBack ? <p>{t('between.takenBack')}</p> : null}
      </div>
      {own ? (
        <Button icon="undo" isDisabled={busy !== null} onPress={() => void takeBack()}>
          {t('between.takeBack')}
          <About number={number} />
        </Button>
      ) : null}
      {!own && mayObject && !asking ? (
        <Button icon="talk" onPress={() => setAsking(true)}>
          {t('between.object')}
          <About number={number} />
        </Button>
      ) : null}
      {!own && asking ? (
        <Reason busy={busy !== null} onGive={(reason) => void give(reason)} onStop={() => setAsking(false)} />
      ) : null}
    </div>
  )
}

function About({ number }: { number: number }) {
  const t = useT()
  return <span className="dt-unseen"> {t('between.objectTo', { number })}</span>
}

interface ReasonProps {
  busy: boolean
  onGive: (reason: string) => void
  onStop: () => void
}

function Reason({ busy, onGive, onStop }: ReasonProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  return (
    <form
      ref={form}
      className="dt-between-reason"
      onSubmit={(event) => {
        event.preventDefault()
        onGive(reason)
      }}
    >
      <TextArea
        label={t('between.reason')}
        hint={t('between.reasonHint')}
        rows={3}
        maxLength={1_000}
        value={reason}
        onChange={setReason}
      />
      <div className="dt-row">
        <Button type="submit" variant="primary" icon="check" isDisabled={busy || reason.trim() === ''}>
          {t('between.give')}
        </Button>
        <Button onPress={onStop}>{t('between.dont')}</Button>
      </div>
    </form>
  )
}
