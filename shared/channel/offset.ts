/** Beyond this a device's clock was set by hand, or the device slept. */
const JUMP_MS = 3_000
/** A measurement grows old: clocks drift. */
const OLD_MS = 10 * 60_000

export interface Offset {
  /** Server clock minus this device's clock, in milliseconds. */
  value: number
  /** Length of the round trip it was measured with. */
  trip: number
  at: number
}

/** A round trip: the server's `now` was between `sent` and `got`. The fastest one knows best. */
export function fromTrip(known: Offset | null, sent: number, got: number, now: number): Offset {
  const measured = { value: now - (sent + got) / 2, trip: got - sent, at: got }
  const keep =
    known !== null &&
    known.trip < measured.trip &&
    got - known.at < OLD_MS &&
    Math.abs(known.value - measured.value) < JUMP_MS
  return keep ? known : measured
}

/** A message that came one way says: the offset is at least this. Far below what we thought, the clock has jumped. */
export function fromPing(known: Offset, got: number, now: number): Offset {
  const least = now - got
  const wrong = least > known.value || known.value - least > JUMP_MS
  return wrong ? { value: least, trip: Infinity, at: got } : known
}
