import { useEffect } from 'react'
import { create } from 'zustand'

interface Said {
  id: number
  text: string
  urgent: boolean
}

/** Long enough for a screen reader that is busy with something else. */
const KEEP_MS = 8_000

const useSaid = create<{ said: Said[] }>()(() => ({ said: [] }))
let last = 0

/** Say something to whoever does not see the screen. `urgent` interrupts: only for one's own turn and a move. */
export function announce(text: string, { urgent = false }: { urgent?: boolean } = {}): void {
  const item = { id: ++last, text, urgent }
  useSaid.setState(({ said }) => ({ said: [...said, item] }))
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
