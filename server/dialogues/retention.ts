import { due, isLeftOpen, keptUntil, type KeepUntil } from '../../shared/dialogue/retention/retention.ts'
import { errorText } from '../kit/errorText.ts'
import { createSerial } from '../kit/serial.ts'
import type { DialogueRow, HeldDialogue, Store } from '../store/store.ts'
import type { Dialogues } from './dialogues.ts'
import type { Erasure } from './erasure.ts'

/** What is due is due for a day at least: nobody waits for the minute. */
const EVERY_MS = 10 * 60_000

/** Until when a dialogue is kept, and the erasing that follows from it. */
export interface Retention {
  /** And whether there are names still, and whether its session was begun and never closed. */
  until(dialogue: DialogueRow): Promise<(KeepUntil & { named: boolean; leftOpen: boolean }) | null>
  /** `too_early`: it is past, or the last session is not over by then. `order`: everything would go before the names. */
  choose(dialogue: DialogueRow, until: KeepUntil): Promise<'ok' | 'too_early' | 'order'>
  /** Erases what is due now. What could not be erased is tried again the next time. */
  look(): Promise<void>
  /** Looks at once, for a date may have passed while nobody was there, and then again and again. Returns how to stop. */
  keepUp(): () => Promise<void>
}

export interface RetentionInput {
  store: Pick<Store, 'retention'>
  dialogues: Pick<Dialogues, 'remove'>
  erasure: Pick<Erasure, 'names'>
  log: { warn(fields: object, text: string): void }
  now(): number
  everyMs?: number
}

export function createRetention({
  store,
  dialogues,
  erasure,
  log,
  now,
  everyMs = EVERY_MS,
}: RetentionInput): Retention {
  const turns = createSerial()

  /** Somebody may have begun a session, or chosen another day, a moment ago. */
  async function isKept({ id }: DialogueRow): Promise<boolean> {
    const held = await store.retention.held(id)
    return held !== null && due(held, now()) !== 'all'
  }

  async function carryOut(held: HeldDialogue): Promise<void> {
    const what = due(held, now())
    try {
      if (what === 'names') await erasure.names(held.row)
      if (what === 'all') await dialogues.remove(held.row, () => isKept(held.row))
    } catch (error) {
      log.warn({ dialogue: held.row.id, error: errorText(error) }, 'what is due could not be erased')
    }
  }

  const look = () =>
    turns.run(async () => {
      for (const held of await store.retention.all()) await carryOut(held)
    })

  const patiently = () =>
    void look().catch((error: unknown) =>
      log.warn({ error: errorText(error) }, 'what is due to be erased could not be read'),
    )

  return {
    async until({ id }) {
      const held = await store.retention.held(id)
      return held && { ...keptUntil(held), named: held.named, leftOpen: isLeftOpen(held, now()) }
    },
    async choose({ id }, chosen) {
      if (chosen.all < chosen.names) return 'order'
      const held = await store.retention.held(id)
      const stands = held && keptUntil({ ...held, chosen })
      if (stands?.names !== chosen.names || stands.all !== chosen.all || chosen.names <= now())
        return 'too_early'
      await store.retention.choose(id, chosen)
      return 'ok'
    },
    look,
    keepUp() {
      patiently()
      const looking = setInterval(patiently, everyMs)
      return async () => {
        clearInterval(looking)
        await turns.idle()
      }
    },
  }
}
