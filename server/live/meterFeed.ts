import { meterView } from '../../shared/dialogue/time/meter.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Meter } from './meter.ts'
import type { Viewer } from './viewers.ts'

const EVERY_MS = 1_000

export interface MeterFeedInput {
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  meter: Pick<Meter, 'times' | 'gaps'>
  now(): number
  /** After every round. */
  afterwards(): void
}

/** Speaking time, once a second, made for each viewer; as long as somebody looks. */
export function createMeterFeed({ viewers, state, meter, now, afterwards }: MeterFeedInput) {
  const send = (viewer: Viewer, times = meter.times(state(), now())) =>
    viewer.send({ kind: 'meter', meter: meterView(state(), viewer.person, times, meter.gaps()) })
  const ticking = setInterval(() => {
    if (viewers.size === 0) return
    const times = meter.times(state(), now())
    for (const viewer of viewers) send(viewer, times)
    afterwards()
  }, EVERY_MS)
  return {
    send: (viewer: Viewer) => send(viewer),
    close: () => clearInterval(ticking),
  }
}
