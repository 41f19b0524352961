import { isoDay } from '../../shared/dialogue/session/moment.ts'
import { errorText } from '../kit/errorText.ts'
import { createSerial } from '../kit/serial.ts'
import type { Soundness, Store } from '../store/store.ts'

/** When the quietest hour of a night begins, after midnight. */
const HOUR_MS = 3 * 3_600_000
const LOOK_MS = 10 * 60_000

/** Everything that carries a hash, against it, once a night. */
export interface Nightly {
  /** What was found the last time; null: no night has passed yet. */
  last(): Soundness | null
  look(): Promise<void>
  /** Looks again each night. Returns how to stop. */
  keepUp(): () => Promise<void>
}

export interface NightlyInput {
  store: Pick<Store, 'inspect'>
  log: { warn(fields: object, text: string): void; info(fields: object, text: string): void }
  now(): number
  everyMs?: number
}

export function createNightly({ store, log, now, everyMs = LOOK_MS }: NightlyInput): Nightly {
  const turns = createSerial()
  let found: Soundness | null = null
  const nightOf = () => isoDay(now() - HOUR_MS)

  async function inspect() {
    found = await store.inspect()
    const { wrong, ...counted } = found
    for (const one of wrong) log.warn(one, 'what is stored is not what was written')
    log.info({ ...counted, wrong: wrong.length }, 'logs and texts were looked through')
  }
  const look = () =>
    turns.run(() =>
      inspect().catch((error: unknown) =>
        log.warn({ error: errorText(error) }, 'logs and texts could not be looked through'),
      ),
    )

  return {
    last: () => found,
    look,
    keepUp() {
      let night = nightOf()
      const looking = setInterval(() => {
        if (nightOf() === night) return
        night = nightOf()
        void look()
      }, everyMs)
      return async () => {
        clearInterval(looking)
        await turns.idle()
      }
    },
  }
}
