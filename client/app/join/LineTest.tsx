import { useCallback, useEffect, useRef, useState } from 'react'
import { LINE_WAYS, lineCode, lineVerdict, type LineAnswers } from '../../../shared/dialogue/help/line.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { HelpButton } from '../../parts/help/HelpButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { QuietPage } from '../shell/QuietPage.tsx'

/** How this device reaches sound and picture: tried for real, said in words, and there for whoever helps. */
export function LineTest({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { known, answers, failed, again } = useLineTest()
  return (
    <QuietPage title={t('line.title')} bar={<HelpButton />}>
      <div className="dt-stack">
        <h1>{t('line.title')}</h1>
        <p className="dt-large" role="status">
          {failed ? t('line.failed') : answers ? t(`line.verdict.${lineVerdict(answers)}`) : t('line.busy')}
        </p>
        {failed ? null : <Ways known={known} />}
        {answers ? <Outcome answers={answers} /> : null}
        <div className="dt-row">
          <Button variant="primary" size="big" icon="next" iconEnd onPress={onDone}>
            {t('line.done')}
          </Button>
          {answers || failed ? (
            <Button icon="round" onPress={again}>
              {t('line.again')}
            </Button>
          ) : null}
        </div>
      </div>
    </QuietPage>
  )
}

function useLineTest() {
  const { rest, session } = useDialogue()
  const [known, setKnown] = useState<Partial<LineAnswers>>({})
  const [answers, setAnswers] = useState<LineAnswers | null>(null)
  const [failed, setFailed] = useState(false)
  const running = useRef(0)
  const test = useCallback(async () => {
    running.current += 1
    const own = running.current
    const isOwn = () => own === running.current
    try {
      const [{ testLine }, trial] = await Promise.all([
        import('../../core/media/lineTest.ts'),
        rest.lineTrial(),
      ])
      const found = await testLine(trial, (part) => isOwn() && setKnown(part))
      if (!isOwn()) return
      setAnswers(found)
      void session.send('tellLine', { answers: found })
    } catch {
      if (isOwn()) setFailed(true)
    }
  }, [rest, session])
  useEffect(() => {
    void test()
    return () => {
      running.current += 1
    }
  }, [test])
  const again = () => {
    setKnown({})
    setAnswers(null)
    setFailed(false)
    void test()
  }
  return { known, answers, failed, again }
}

const ICONS = { good: 'check', bad: 'warning', absent: 'next', waiting: 'clock' } as const

function Ways({ known }: { known: Partial<LineAnswers> }) {
  const t = useT()
  return (
    <ul className="dt-facts">
      {LINE_WAYS.map((way) => {
        const is = known[way] ?? 'waiting'
        return (
          <li key={way}>
            <Icon name={ICONS[is]} />
            <span>
              {t(`line.way.${way}`)}: <b>{t(`line.is.${is}`)}</b>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Outcome({ answers }: { answers: LineAnswers }) {
  const t = useT()
  const verdict = lineVerdict(answers)
  return (
    <div className="dt-stack-tight">
      {verdict === 'texts' || verdict === 'none' ? <ByPhone /> : null}
      <p>
        <b>{t('line.code', { code: lineCode(answers) })}</b>
      </p>
      <p className="dt-soft">{t('line.codeText')}</p>
    </div>
  )
}

/** Whoever cannot be heard this way takes part by telephone; the helper is told. */
function ByPhone() {
  const t = useT()
  const { busy, run } = useCommand()
  const asked = useSession(({ state, me }) => state?.help.some(({ person }) => person === me) ?? false)
  return (
    <>
      <p>{t('line.tips')}</p>
      {asked ? (
        <p role="status">{t('line.phoneAsked')}</p>
      ) : (
        <div className="dt-row">
          <Button
            icon="phone"
            isDisabled={busy !== null}
            onPress={() => void run('askHelp', { note: t('line.phoneNote') })}
          >
            {t('line.phone')}
          </Button>
        </div>
      )}
    </>
  )
}
