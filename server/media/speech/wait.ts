/**
 * How old sound is when it leaves the jitter buffer. WebRTC counts how long each sample lay in that buffer, which is all there is to know
 * while packets are fetched as they come. When the whole process stood still they lay elsewhere: the buffer runs dry, makes up sound for as
 * long as it has none, and what then comes is older than the buffer knows, by what it made up. It catches up by playing faster.
 */
export interface Wait {
  /** How long what is heard now has waited, ms. */
  waitMs: number
  /** The latest counts, oldest first. */
  counts: readonly Counted[]
  /** Sound that lay elsewhere is being played: how old it is, and until when (ms played) that lasts. */
  late: { ms: number; untilPlayedMs: number } | null
}

/** What WebRTC has counted of a track since it is there, in ms; `buffered` over `emitted` is the wait of a sample in the buffer. */
export interface Counted {
  atMs: number
  playedMs: number
  madeUpMs: number
  /** Of packets that never came: made up as well, and late is nothing for it. */
  lostMs: number
  stretchedMs: number
  pressedMs: number
  buffered: number
  emitted: number
}

/** Enough to reach back over a moment in which the process stood still. */
const KEPT = 4
/** Counts that follow one another so closely are of sound that goes on. */
const OFTEN_MS = 1_000
/** How much of a difference that nothing explains is believed at once. */
const SETTLING = 0.25
const nothing = { buffered: 0, emitted: 0 }

/** A jitter buffer that nobody has asked yet: as on a quiet line. */
export const usualWait: Wait = { waitMs: 40, counts: [], late: null }

/** What was counted now. */
export function follow(wait: Wait, now: Counted): Wait {
  const before = wait.counts.at(-1)
  const counts = [...wait.counts.slice(1 - KEPT), now]
  const inBuffer = meanWait(before ?? nothing, now)
  if (!before) return { waitMs: inBuffer ?? wait.waitMs, counts, late: null }
  const late = wait.late && stillLate(wait.late, before, now, inBuffer ?? 0)
  const waitMs = inBuffer === null ? wait.waitMs : settled(wait.waitMs, inBuffer, before, now)
  return { waitMs: Math.max(waitMs, late ? late.ms : 0), counts, late }
}

/** While sound goes on a wait gets shorter by playing faster only; packets that lay elsewhere for a moment make it seem shorter. */
function settled(waitMs: number, inBuffer: number, before: Counted, now: Counted): number {
  const played = waitMs - caughtUp(before, now)
  const goesOn = now.atMs - before.atMs < OFTEN_MS
  return goesOn && inBuffer < played ? played - SETTLING * (played - inBuffer) : inBuffer
}

/** The process stood still from `fromMs` on, for `lengthMs`, and this was counted right after. */
export function followStop(wait: Wait, now: Counted, stop: { fromMs: number; lengthMs: number }): Wait {
  const followed = follow(wait, now)
  const before = wait.counts.findLast(({ atMs }) => atMs <= stop.fromMs)
  if (!before) return followed
  const missed = now.madeUpMs - before.madeUpMs - Math.max(0, now.lostMs - before.lostMs)
  const madeUpMs = Math.min(missed, stop.lengthMs)
  if (madeUpMs <= 0) return followed
  const ms = wait.waitMs + madeUpMs - caughtUp(before, now)
  return { ...followed, waitMs: ms, late: { ms, untilPlayedMs: now.playedMs + madeUpMs } }
}

function stillLate(late: NonNullable<Wait['late']>, before: Counted, now: Counted, inBuffer: number) {
  const ms = late.ms - caughtUp(before, now)
  return now.playedMs < late.untilPlayedMs && ms > inBuffer ? { ...late, ms } : null
}

function meanWait(before: Pick<Counted, 'buffered' | 'emitted'>, now: Counted): number | null {
  const emitted = now.emitted - before.emitted
  return emitted > 0 ? (now.buffered - before.buffered) / emitted : null
}

const caughtUp = (before: Counted, now: Counted) =>
  now.pressedMs - before.pressedMs - (now.stretchedMs - before.stretchedMs)
