import { createStore } from 'zustand/vanilla'
import type { SessionStore } from '../../shared/channel/store.ts'
import type { Answer } from '../../shared/dialogue/consent/round.ts'

/** What belongs to the person and not to a screen, as long as the page is open. */
export interface Kept {
  /** Typed and not yet sent. When a turn ends before its text was sent, the text waits for the next one, over a reload as well. */
  draft: string
  /** When the last message for all that was read was sent: what was read in one room is not shown again in the next. */
  read: number | null
  /** What is being answered in a consent round and not given yet; `about` says on which words. */
  answer: { about: string; answer: Answer | null; reason: string } | null
  /** The end of a consent round that was read. */
  ended: string | null
  /** Where a helper can call back; it goes to helpers only, and nowhere else is it kept. */
  callBack: string
  /** Whether a helper's test sound was heard, and which one that was. */
  tones: { to: SessionStore['tones']; heard: boolean } | null
  /** The last line a helper typed that was on the screen. */
  apartRead: string | null
}

export const createKept = () =>
  createStore<Kept>()(() => ({
    draft: '',
    read: null,
    answer: null,
    ended: null,
    callBack: '',
    tones: null,
    apartRead: null,
  }))
