import { useEffect } from 'react'
import { create } from 'zustand'
import { forget, hear, SILENT, speak } from '../../core/calmVoice.ts'

interface Said {
  id: number
  text: string
  urgent: boolean
}

/** Long enough for a screen reader that is busy with something else. */
const KEEP_MS = 8_000

const useSaid = create<{ said: Said[] }>()(() => ({ said: [] }))
let last = 0

function say(text: string, urgent: boolean): void {
  const item = { id: ++last, text, urgent }
  useSaid.setState(({ said }) => ({ said: [...said, item] }))
}

interface How {
  /** Interrupts: only for one's own turn and a move. */
  urgent?: boolean
  /** What it is about. Of others' doings one hears so much a minute, and of one topic only the latest. */
  topic?: string
  /** It tells what others do, not what happens to this person. */
  others?: boolean
}

let voice = SILENT
let waits: ReturnType<typeof setTimeout> | undefined

/** Say something to whoever does not see the screen. */
export function announce(text: string, { urgent = false, topic = '', others = false }: How = {}): void {
  voice = others ? hear(voice, { topic, text }) : forget(voice, topic)
  if (!others) say(text, urgent)
  sayOfOthers()
}

function sayOfOthers(): void {
  const now = Date.now()
  const spoken = speak(voice, now)
  voice = spoken.voice
  for (const news of spoken.say) say(news.text, false)
  clearTimeout(waits)
  if (spoken.next !== null) waits = setTimeout(sayOfOthers, spoken.next - now)
}

/** Two lasting logs, polite and urgent. Messages are added and expire by themselves; none takes another's place. */
export function Announcer() {
  const said = useSaid((state) => state.said)
  return (
    <div className="dt-unseen">
      <div role="log" aria-live="polite" aria-relevant="additions">
        {said.map((item) => (item.urgent ? null : <Line key={item.id} item={item} />))}
      </div>
      <div role="log" aria-live="assertive" aria-relevant="additions">
        {said.map((item) => (item.urgent ? <Line key={item.id} item={item} /> : null))}
      </div>
    </div>
  )
}

function Line({ item }: { item: Said }) {
  const { id } = item
  useEffect(() => {
    const timer = setTimeout(
      () => useSaid.setState(({ said }) => ({ said: said.filter((other) => other.id !== id) })),
      KEEP_MS,
    )
    return () => clearTimeout(timer)
  }, [id])
  return <p dir="auto">{item.text}</p>
}
