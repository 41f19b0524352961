import { useState } from 'react'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

interface TakenAwayProps {
  table: TableId
  /** The agreement on the screen now. */
  shown: string | undefined
  write: boolean
}

/** Says that the agreement which was on the screen is gone, whoever took it away, and brings it back when asked. */
export function TakenAway({ table, shown, write }: TakenAwayProps) {
  const t = useT()
  const { busy, run } = useCommand()
  const [gone, forget] = useGone(shown)
  return (
    <div aria-live="polite">
      {gone ? (
        <div className="dt-agreement-fixed">
          <p>{t('writing.fixedWithdrawn', { number: gone.number })}</p>
          <div className="dt-row">
            {write ? (
              <Button
                icon="undo"
                isDisabled={busy !== null}
                onPress={() => void run('restoreAgreement', { table, agreement: gone.id })}
              >
                {t('writing.restore')}
              </Button>
            ) : null}
            <Button variant="quiet" onPress={forget}>
              {t('words.close')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** The one that was on the screen last, once it has been taken away. */
function useGone(shown: string | undefined): [Agreement | null, () => void] {
  const [last, setLast] = useState(shown)
  const gone = useSession(({ state }) => {
    const agreement = last === undefined ? undefined : state?.agreements[last]
    return agreement?.state === 'withdrawn' ? agreement : null
  })
  if (!gone && last !== shown) setLast(shown)
  return [gone, () => setLast(shown)]
}
