import { useState } from 'react'
import type { Step } from './screens.ts'

/** What the person takes in: never a microphone that is on, only whether there is one. */
export interface Choice {
  microphone: boolean
  camera: boolean
}

interface Stored {
  step: Step
  choice: Choice
  /** In the waiting room of this session they have read what lay there. */
  read?: string
}

const FRESH: Stored = { step: 'check', choice: { microphone: false, camera: false } }

const keyOf = (person: string): string => `dt.entry.${person}`

function read(person: string): Stored {
  try {
    const text = sessionStorage.getItem(keyOf(person))
    return text ? (JSON.parse(text) as Stored) : FRESH
  } catch {
    return FRESH
  }
}

function write(person: string, stored: Stored): void {
  try {
    sessionStorage.setItem(keyOf(person), JSON.stringify(stored))
  } catch {
    // refused: after a reload the check comes once more
  }
}

/** The steps of coming in, remembered in this tab: a reload lands straight where one was. */
export function useEntry(person: string) {
  const [stored, setStored] = useState(() => read(person))
  const go = (next: Stored): void => {
    write(person, next)
    setStored(next)
  }
  return {
    ...stored,
    /** After the check; whoever was in already goes back in. */
    checked: (choice: Choice): void => go({ ...stored, choice, step: 'ready' }),
    checkAgain: (): void => go({ ...stored, step: 'check' }),
    /** What lay there before this session. */
    haveRead: (session: string): void => go({ ...stored, read: session }),
    enter: (): void => go({ ...stored, step: 'in' }),
  }
}
