import type { Heard } from './intervals.ts'
import type { SameRoom } from './sameRoom.ts'

/** What is told of one microphone. */
export type Credited = Heard | { kind: 'throughAir'; of: string }

/**
 * Whoever hears somebody else through the air is not credited with it (S1); that they do is told instead. Where somebody else was louder,
 * a stretch waits until it is sure, or over: that somebody speaks is told at once all the same.
 */
export function creditOwn(
  identity: string,
  sameRoom: Pick<SameRoom, 'saidBy'>,
  tell: (credited: Credited) => void,
): (heard: Heard) => void {
  let held: Extract<Heard, { kind: 'spoke' }> | null = null

  function release() {
    if (held) tell(held)
    held = null
  }

  return (heard) => {
    if (heard.kind === 'speaking') {
      if (!heard.speaking) release()
      return tell(heard)
    }
    const { of, isSure } = sameRoom.saidBy(identity, heard.startMs, heard.endMs)
    held = of === null ? { ...heard, startMs: held?.startMs ?? heard.startMs } : null
    if (of !== null) tell({ kind: 'throughAir', of })
    else if (isSure) release()
  }
}
