import { useLayoutEffect, useRef } from 'react'
import { Group } from 'react-aria-components/Group'
import type { RoomId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useRemembered } from '../ui/remembered.ts'
import { useT } from '../ui/text.tsx'
import './captions.css'

const NONE: never[] = []

/** What an interpreter writes, for whoever wants to read it. It is read, not said: whoever hears it already does not hear it twice. */
export function CaptionLane({ room }: { room: RoomId }) {
  const t = useT()
  const [reads, setReads] = useRemembered('captions', false)
  const lines = useSession(({ captions }) => captions[room] ?? NONE)
  const name = useSession(({ state }) => state?.people[lines.at(-1)?.by ?? '']?.name ?? '')
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    // nothing scrolls away under somebody who reads back
    if (list.current && atEnd.current) list.current.scrollTop = list.current.scrollHeight
  })
  if (!reads) {
    return (
      <div className="dt-captions-offer">
        <Button icon="text" onPress={() => setReads(true)}>
          {t('captions.read', { name })}
        </Button>
      </div>
    )
  }
  return (
    <div className="dt-captions">
      <div className="dt-captions-head">
        <p className="dt-small dt-soft">{t('captions.by', { name })}</p>
        <Button size="small" icon="close" onPress={() => setReads(false)}>
          {t('captions.close')}
        </Button>
      </div>
      <Group
        ref={list}
        className="dt-captions-lines"
        role="region"
        aria-label={t('captions.title')}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24
        }}
      >
        {lines.map(({ line, text }) => (
          <p key={line}>{text}</p>
        ))}
      </Group>
    </div>
  )
}
