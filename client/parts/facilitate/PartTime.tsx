import { useEffect, useEffectEvent, useRef } from 'react'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { partNow } from '../../../shared/dialogue/session/agenda.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT, type T } from '../ui/text.tsx'
import { partClock, type PartClock } from './partTime.ts'

interface PartTimeProps {
  state: Pick<SessionState, 'agenda' | 'programme'>
}

const inWords = ({ signal, title, minutes }: PartClock, t: T): string =>
  signal === 'over' ? t('desk.partOver', { title }) : t('desk.partLeft', { title, minutes })

/** The part that goes on and the time it still has, for whoever leads: calm, and nothing stops by itself. */
export function PartTime({ state }: PartTimeProps) {
  const t = useT()
  const now = useServerNow(1_000)
  const part = partNow(state)
  if (!part) return null
  const clock = partClock(part, now)
  return (
    <span className={`dt-part-time is-${clock.signal}`}>
      <Icon name="clock" />
      <span>{inWords(clock, t)}</span>
    </span>
  )
}

/**
 * Says once, to whoever does not see it, that a part is nearly over and that it is. What was so before one came is not said.
 * Never inside tabs: what stands there is drawn twice, once for the list of tabs.
 */
export function PartTold({ state }: PartTimeProps) {
  const t = useT()
  const now = useServerNow(1_000)
  const part = partNow(state)
  const clock = part && partClock(part, now)
  const words = clock && clock.signal !== 'runs' ? inWords(clock, t) : ''
  const what = part && words !== '' ? `${part.id} ${part.since} ${clock?.signal}` : ''
  const before = useRef(what)
  const tell = useEffectEvent(() => announce(words))
  useEffect(() => {
    if (what !== '' && before.current !== what) tell()
    before.current = what
  }, [what])
  return null
}
