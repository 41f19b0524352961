import { useId } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { CheckLine } from '../ui/CheckLine.tsx'
import { useT } from '../ui/text.tsx'
import { NameAnswers } from './NameAnswers.tsx'
import { isNameAsked } from './nameAsked.ts'
import { useCommand } from '../ui/useCommand.ts'

/** One's own name in the package for the council: no by itself, and one's own to say. */
export function NameChoice() {
  const t = useT()
  const title = useId()
  const { busy, run } = useCommand()
  const person = useSession(({ state, me }) => state?.people[me])
  const yes = useSession(({ state, me }) => state?.named.includes(me) ?? false)
  const isClosed = useSession(({ state }) => state?.council.offeredAt !== null)
  const isAsked = useSession(({ state, me }) => state !== null && isNameAsked(state, me))
  if (person?.role !== 'participant') return null
  return (
    <section className="dt-between-name" aria-labelledby={title}>
      <h2 id={title}>{t('between.name')}</h2>
      <p className="dt-small">{t(isClosed ? 'between.nameClosed' : 'between.nameSub')}</p>
      {isAsked ? (
        <>
          <p>{t('between.nameAsked')}</p>
          <NameAnswers />
        </>
      ) : (
        <CheckLine
          isSelected={yes}
          isDisabled={isClosed || busy !== null}
          onChange={(next) => void run('allowName', { yes: next })}
        >
          {t('between.nameYes', { name: person.name })}
        </CheckLine>
      )}
    </section>
  )
}
