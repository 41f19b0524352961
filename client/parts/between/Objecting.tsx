import { useEffect, useRef, useState } from 'react'
import type { CatchUpItem } from '../../../shared/dialogue/between/catchUp.ts'
import { objectionBy } from '../../../shared/dialogue/between/objecting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** An objection of one's own: given with a reason, and taken back. */
export function Objecting({ item: { agreement, number, mayObject } }: { item: CatchUpItem }) {
  const t = useT()
  const { busy, run } = useCommand()
  const own = useSession(({ state, me }) => state && objectionBy(state, me, agreement)?.reason)
  const [asking, setAsking] = useState(false)
  const [isBack, setBack] = useState(false)
  const said = useRef<HTMLDivElement>(null)
  // the pressed button goes away
  const goOn = () => said.current?.focus()

  const give = async (reason: string) => {
    if (!(await run('objectTo', { agreement, reason }))) return
    setAsking(false)
    setBack(false)
    goOn()
  }
  const takeBack = async () => {
    if (!(await run('takeBackObjection', { agreement }))) return
    setBack(true)
    goOn()
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
