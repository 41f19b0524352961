import { useState, type ComponentType } from 'react'
import { Gone } from '../../core/fetchFirst.ts'
import type { ButtonProps } from './Button.tsx'
import { tNow } from './text.tsx'
import { showToast } from './Toast.tsx'

/** What lies over the screen while it is open. */
export interface Over {
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}

export interface Opening<Props extends Over> {
  /** Null until it was fetched. */
  Part: ComponentType<Props> | null
  over: Over
  open: () => void
  ahead: Ahead
}

/** For the button that opens it: whoever moves over it or comes to it will most likely press. One that appears under a pointer at rest is no wish. */
export type Ahead = Pick<ButtonProps, 'onPointerMove' | 'onFocus' | 'onPressStart'>

/**
 * Something that opens by a press, and is fetched by it. It opens when it has come in; could it not be fetched, a message says so and the
 * next press tries again. Is its file gone since an update, the message has a button that loads the page anew.
 */
export function useOpening<Props extends Over>(load: () => Promise<ComponentType<Props>>): Opening<Props> {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const [isOpen, onOpenChange] = useState(false)

  async function open(): Promise<void> {
    try {
      const found = await load()
      setPart(() => found)
      onOpenChange(true)
    } catch (error) {
      if (error instanceof Gone) showToast(tNow('app.newVersion'), { reload: () => location.reload() })
      else showToast(tNow('app.notOpened'))
    }
  }
  const ahead = () => void load().catch(() => undefined)
  return {
    Part,
    over: { isOpen, onOpenChange },
    open: () => void open(),
    ahead: { onPointerMove: ahead, onFocus: ahead, onPressStart: ahead },
  }
}
