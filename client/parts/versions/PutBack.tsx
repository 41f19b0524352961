import { useState } from 'react'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import type { ReadVersion } from '../../../shared/protocol.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { useRight } from '../../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useCommand } from '../ui/useCommand.ts'

interface PutBackProps {
  agreement: Agreement
  version: ReadVersion
}

/** For whoever leads the table, as long as there is written: an older version once more, as a further one. */
export function PutBack({ agreement, version }: PutBackProps) {
  const t = useT()
  const { table, state } = agreement
  const leader = useSession((session) => session.state !== null && leads(session.state, session.me, table))
  const right = useRight(table)
  const { busy, putBack } = usePutBack({ agreement, version })
  if (!leader || right !== 'write' || state !== 'draft') return null
  const { number } = version
  return (
    <Dialog
      title={t('versions.putBackAsk', { number })}
      noClose
      trigger={
        <Button icon="undo" isDisabled={busy}>
          {t(busy ? 'versions.puttingBack' : 'versions.putBack', { number })}
        </Button>
      }
    >
      {(close) => (
        <>
          <p>{t('versions.putBackSub', { number })}</p>
          <div className="dt-row">
            <Button variant="primary" icon="undo" onPress={() => (close(), void putBack())}>
              {t('versions.putBackYes')}
            </Button>
            <Button onPress={close}>{t('versions.putBackNo')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

/** First what stands there is kept, so that nothing is lost; then the old words are written, and kept once they are stored. */
function usePutBack({ agreement: { id: agreement, table }, version: { number, words } }: PutBackProps) {
  const t = useT()
  const { texts } = useDialogue()
  const { run } = useCommand()
  const [busy, setBusy] = useState(false)
  const putBack = async () => {
    setBusy(true)
    try {
      if (!(await run('keepVersion', { table, agreement }))) return
      await texts.replace(table, agreement, words)
      if (await run('keepVersion', { table, agreement })) showToast(t('versions.isBack', { number }))
    } catch {
      showToast(t('versions.notBack'))
    } finally {
      setBusy(false)
    }
  }
  return { busy, putBack }
}
