import { createBuckets } from '../kit/bucket.ts'
import { MediaAway, type Media } from '../media/media.ts'
import { refuse, type Handler } from './guards.ts'

/** Trials of one person: each makes a room. */
const TRIALS = { perSecond: 0.1, burst: 5 }

/** What somebody's browser needs to try its line; `media_away` says that the media server itself does not answer. */
export function startLineTrial(trial: Media['trial']): Handler {
  const trials = createBuckets(TRIALS)
  return async ({ person }, _req, res) => {
    if (!trials(person.id).take()) return refuse(res, 429, 'slow_down')
    try {
      res.status(201).json(await trial())
    } catch (error) {
      if (!(error instanceof MediaAway)) throw error
      refuse(res, 503, 'media_away')
    }
  }
}
