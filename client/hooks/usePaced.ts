import { useEffect, useEffectEvent, useState } from 'react'
import { browserClock } from '../core/session/browser.ts'
import { paced } from '../core/session/paced.ts'

/** Says a text that somebody is typing while they type it, from when there is one. */
export function usePaced(text: string, send: (text: string) => void): void {
  const say = useEffectEvent(send)
  const [pace] = useState(() => paced((latest) => say(latest), browserClock))
  useEffect(() => {
    pace.say(text)
  }, [pace, text])
  useEffect(() => pace.stop, [pace])
}
