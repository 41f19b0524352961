import { errorText } from '../kit/errorText.ts'
import type { Log } from './log.ts'
import type { Media, MediaListener } from './media.ts'

export interface Listeners {
  /** One that fails keeps nothing from the others. */
  emit(call: (listener: MediaListener) => void): void
  on: Media['on']
}

/** Who is told of what happens to sound and picture. */
export function createListeners(log: Log): Listeners {
  const listeners = new Set<MediaListener>()
  return {
    emit(call) {
      for (const listener of listeners) {
        try {
          call(listener)
        } catch (error) {
          log.error({ error: errorText(error) }, 'a listener to media events failed')
        }
      }
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
