import { useEffect, useRef } from 'react'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { whyFixed } from './states.ts'

interface WhyFixedProps {
  table: TableId
  agreement: Agreement
  /** This person writes at this table. */
  write: boolean
}

/** Why nobody can write here, or why this person cannot; said at once to whoever was writing. */
export function WhyFixed({ table, agreement, write }: WhyFixedProps) {
  const t = useT()
  const leader = useSession(({ state, me }) => state !== null && leads(state, me, table))
  const over = useSession(({ state }) => state?.phase.name === 'ended')
  const reasons = whyFixed(agreement, { write, leader, over })
  const version = agreement.presented?.version ?? 0
  const text = reasons.map((reason) => t(reason, { version })).join(' ')
  const line = useRef<HTMLParagraphElement>(null)
  const before = useRef(text)

  useEffect(() => {
    const begins = before.current === '' && text !== ''
    before.current = text
    if (!begins) return
    // who wrote when it was fixed has lost the place where they were
    if (document.activeElement === document.body) line.current?.focus()
    else announce(text)
  }, [text])

  if (text === '') return null
  return (
    <p ref={line} tabIndex={-1} className="dt-agreement-fixed dt-with-icon">
      <Icon name={agreement.state === 'draft' ? 'eye' : 'lock'} />
      <span>{text}</span>
    </p>
  )
}
