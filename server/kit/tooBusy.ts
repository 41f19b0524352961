/** Too much is asked for at once: nothing has happened, and a minute later it may be asked for again. `status` is HTTP's. */
export class TooBusy extends Error {
  override name = 'TooBusy'
  readonly status = 429
}
