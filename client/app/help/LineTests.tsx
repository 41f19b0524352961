import { lineCode, lineVerdict, type LineTest } from '../../../shared/dialogue/help/line.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'

/** How one person's line did, and the code they may say. */
function LineWords({ test: { answers } }: { test: LineTest }) {
  const t = useT()
  return (
    <>
      {t(`line.short.${lineVerdict(answers)}`)} ({lineCode(answers)})
    </>
  )
}

const isWeak = ({ answers }: LineTest): boolean => {
  const verdict = lineVerdict(answers)
  return verdict === 'texts' || verdict === 'none'
}

/** Who tested their line, those first for whom it does not work: days before the meeting there is time to call them. */
export function LineTests() {
  const t = useT()
  const people = useSession(({ state }) => state?.people)
  const lines = useSession(({ state }) => state?.lines)
  const tests = Object.values(lines ?? {}).toSorted(
    (one, other) => Number(isWeak(other)) - Number(isWeak(one)) || other.at - one.at,
  )
  if (tests.length === 0) return null
  return (
    <section className="dt-card dt-stack-tight" aria-labelledby="lines">
      <h2 id="lines">{t('line.ofHelper')}</h2>
      <ul className="dt-facts">
        {tests.map((test) => (
          <li key={test.person}>
            <Icon name={isWeak(test) ? 'warning' : 'check'} />
            <span>
              <b>{people?.[test.person]?.name}</b> <LineWords test={test} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
