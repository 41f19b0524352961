import { useT } from '../ui/text.tsx'

/** What happens next, in order; `now` marks the line where the room is. */
export function Then({ title, lines, now }: { title: string; lines: readonly string[]; now?: number }) {
  return (
    <section className="dt-consent-then" aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {lines.map((line, index) => (
          <li key={line} aria-current={index === now ? 'step' : undefined}>
            <span className="dt-consent-no" aria-hidden="true">
              {index + 1}
            </span>
            <span>{line}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const AFTER_ANSWER = [
  'consent.then.ask',
  'consent.then.open',
  'consent.then.discuss',
  'consent.then.again',
] as const

/** What follows on an answer: no word of it is read before everybody was asked. */
export function ThenAnswers() {
  const t = useT()
  return <Then title={t('consent.then')} lines={AFTER_ANSWER.map((key) => t(key))} />
}
