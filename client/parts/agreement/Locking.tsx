import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { mayRevise, waitsForRound } from './states.ts'

interface LockingProps {
  table: TableId
  agreement: Agreement
  blank: boolean
}

/** For whoever leads the table: fix the text, keep a version, ask everybody about it, open it again. */
export function Locking({ table, agreement, blank }: LockingProps) {
  const leader = useSession(({ state, me }) => state !== null && leads(state, me, table))
  const over = useSession(({ state }) => state?.phase.name === 'ended')
  const Actions = agreement.state === 'draft' ? WhileWritten : WhileFixed
  if (!leader || over || blank) return null
  return (
    <div className="dt-row">
      <Actions table={table} agreement={agreement} />
    </div>
  )
}

type ActionProps = Omit<LockingProps, 'blank'>

function WhileWritten({ table, agreement: { id } }: ActionProps) {
  const t = useT()
  const { busy, run } = useCommand()
  const about = { table, agreement: id }
  return (
    <>
      <Button icon="check" isDisabled={busy !== null} onPress={() => void run('presentAgreement', about)}>
        {t('agreement.present')}
      </Button>
      <Button variant="quiet" isDisabled={busy !== null} onPress={() => void run('keepVersion', about)}>
        {t('agreement.keep')}
      </Button>
    </>
  )
}

function WhileFixed({ table, agreement }: ActionProps) {
  const t = useT()
  const { busy, run } = useCommand()
  const free = useSession(
    ({ state }) => state?.floors[table] !== undefined && state.floors[table].consent === null,
  )
  const { id } = agreement
  const begin = () => void run('beginConsent', { room: table, agreement: id })
  const revise = () => void run('reviseAgreement', { table, agreement: id })
  return (
    <>
      {free && waitsForRound(agreement) ? (
        <Button icon="round" isDisabled={busy !== null} onPress={begin}>
          {t('agreement.beginRound')}
        </Button>
      ) : null}
      {mayRevise(agreement) ? (
        <Button icon="pen" isDisabled={busy !== null} onPress={revise}>
          {t('agreement.revise')}
        </Button>
      ) : null}
    </>
  )
}
