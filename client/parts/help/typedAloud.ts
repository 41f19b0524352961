import { useEffect, useRef } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { announce } from '../ui/Announcer.tsx'
import { useT } from '../ui/text.tsx'
import { useLines } from './told.ts'

/** What the other one types is said aloud, whatever is on the screen. */
export function useTypedAloud(person: string, name: string): void {
  const t = useT()
  const me = useSession((session) => session.me)
  const lines = useLines(person)
  const last = useRef(lines.at(-1)?.id)
  useEffect(() => {
    const line = lines.at(-1)
    if (!line || line.id === last.current) return
    last.current = line.id
    if (line.by !== me) announce(t('aside.wrote', { name, text: line.text }))
  }, [lines, me, name, t])
}
