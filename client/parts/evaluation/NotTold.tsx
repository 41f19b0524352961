import { isTold, SHOWN_FROM, type SessionEvaluation } from '../../../shared/dialogue/evaluation/evaluation.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { useT } from '../ui/text.tsx'

/** Why there are no figures of this session. */
export function NotTold({ evaluation: { endedAt } }: { evaluation: SessionEvaluation }) {
  const t = useT()
  const now = useServerNow(60_000)
  return <p>{t(isTold(endedAt, now) ? 'evaluation.tooFew' : 'evaluation.notYet', { count: SHOWN_FROM })}</p>
}
