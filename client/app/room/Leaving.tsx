import { Suspense } from 'react'
import { isAsked } from '../../../shared/dialogue/evaluation/evaluation.ts'
import { useSession } from '../../hooks/useSession.ts'
import { StateSentence } from '../../parts/floor/StateSentence.tsx'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { LookBack } from '../../parts/meter/LookBack.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CatchUp } from '../../parts/between/later.ts'
import { Evaluation, EvaluationReminder } from '../../parts/evaluation/later.ts'
import { AgreementsReader } from '../../parts/agreement/later.ts'
import './shell.css'

/** After leaving: the way back is one press. */
export function Left() {
  const t = useT()
  const { busy, run } = useCommand()
  const asked = useSession(({ state, me }) => isAsked(state?.people[me]?.role ?? 'observer'))
  const back = async (): Promise<void> => {
    await run('join', {})
  }
  return (
    <main className="dt-plain-page" id="main">
      <h1>{t('left.title')}</h1>
      <p>{t('left.text')}</p>
      <Button variant="primary" size="big" isDisabled={busy !== null} onPress={() => void back()}>
        {t('left.back')}
      </Button>
      {asked ? <p>{t('left.questions')}</p> : null}
      <Suspense fallback={null}>
        <EvaluationReminder />
      </Suspense>
    </main>
  )
}

/** The meeting is over: thanks, how it was, what changed since and what was agreed, to read, and for whoever led a table the way back. */
export function Ended() {
  const t = useT()
  return (
    <div className="dt-room is-ended">
      <StateSentence />
      <main className="dt-plain-page" id="main">
        <Suspense fallback={null}>
          <Evaluation />
        </Suspense>
        <h1>{t('ended.title')}</h1>
        <p>{t('ended.text')}</p>
        <LookBack />
        <Suspense fallback={null}>
          <CatchUp />
        </Suspense>
        <Suspense fallback={null}>
          <AgreementsReader />
        </Suspense>
      </main>
    </div>
  )
}
