/** Where the text this person typed is: stored on the server, on its way, or only on this device. */
export type Saved = 'saved' | 'saving' | 'unsent'

/**
 * Counts what was sent against what the server says is stored. Pure, so that it is tested without a socket.
 * The server answers each change once, in order; after (re)connecting it first asks for everything it lacks, and
 * until that was sent, an answer proves nothing about what was typed while the line was down.
 */
export interface Saving {
  connected: boolean
  /** The server has asked for what it lacks, and got it on its way. */
  handed: boolean
  /** Changes sent on this connection and not answered yet. */
  open: number
  /** Something was typed that is not known to be stored. */
  unsaved: boolean
}

export const atRest: Saving = { connected: false, handed: false, open: 0, unsaved: false }

export type SavingEvent = 'connected' | 'lost' | 'typed' | 'handedOver' | 'stored'

export function nextSaving(saving: Saving, event: SavingEvent): Saving {
  switch (event) {
    case 'connected':
      return { ...saving, connected: true, handed: false, open: 0 }
    case 'lost':
      return { ...saving, connected: false, handed: false, open: 0 }
    case 'typed':
      return { ...saving, unsaved: true, open: saving.connected ? saving.open + 1 : 0 }
    case 'handedOver':
      return { ...saving, handed: true, open: saving.open + 1 }
    case 'stored': {
      const open = Math.max(0, saving.open - 1)
      return { ...saving, open, unsaved: saving.unsaved && !(saving.handed && open === 0) }
    }
  }
}

export function savedState({ connected, unsaved }: Saving): Saved {
  if (!unsaved) return 'saved'
  return connected ? 'saving' : 'unsent'
}
