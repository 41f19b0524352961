import { meterViews } from '../../shared/dialogue/time/meter.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Meter } from './meter.ts'
import type { Viewer } from './viewers.ts'

const EVERY_MS = 1_000

export interface MeterFeedInput {
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  meter: Pick<Meter, 'times' | 'gaps'>
  now(): number
  /** In every round. */
  meanwhile(): unknown
}

/** Speaking time, once a second, made for each viewer for whom it is not what it was; as long as somebody looks. */
export function createMeterFeed({ viewers, state, meter, now, meanwhile }: MeterFeedInput) {
  const told = new WeakMap<Viewer, string>()
  const views = () => meterViews(state(), meter.times(state(), now()), meter.gaps())
  const send = (viewer: Viewer, viewOf: ReturnType<typeof views>) => {
    const view = viewOf(viewer.person)
    const text = JSON.stringify(view)
    if (told.get(viewer) === text) return
    told.set(viewer, text)
    viewer.send({ kind: 'meter', meter: view })
  }
  const ticking = setInterval(() => {
    meanwhile()
    if (viewers.size === 0) return
    const viewOf = views()
    for (const viewer of viewers) send(viewer, viewOf)
  }, EVERY_MS)
  return {
    /** To somebody who came in. */
    send: (viewer: Viewer) => send(viewer, views()),
    close: () => clearInterval(ticking),
  }
}
