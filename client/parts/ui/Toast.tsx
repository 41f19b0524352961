import { useEffect } from 'react'
import { create } from 'zustand'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'
import type { IconName } from './Icon.tsx'
import type { Language } from '../../../shared/wire.ts'
import { useT } from './text.tsx'

interface ToastItem {
  id: number
  text: string
  /** When it is in another one than the page. */
  language: Language | undefined
  button: ToastButton | null
  /** Null: until it is closed. */
  until: number | null
}

interface ToastButton {
  icon: IconName
  text: 'words.undo' | 'app.wholeAgain'
  press: () => void
}

/** With undo as long as F4's way back; without it long enough to read a sentence twice. */
const UNDO_MS = 10_000
const READ_MS = 7_000

const useToasts = create<{ items: ToastItem[] }>()(() => ({ items: [] }))
let last = 0

interface ToastOptions {
  undo?: () => void
  /** A button that loads the page anew. */
  reload?: () => void
  stays?: boolean
  language?: Language
}

/**
 * A short message at the edge that goes by itself. With `undo` a button "Ongedaan maken" for ten seconds.
 * With `stays` or `reload` it waits until it is closed. The same words twice do not stack. Also said aloud.
 */
export function showToast(text: string, options: ToastOptions = {}): void {
  const { undo, reload, stays, language } = options
  const item: ToastItem = {
    id: ++last,
    text,
    language,
    button: undo
      ? { icon: 'undo', text: 'words.undo', press: undo }
      : reload
        ? { icon: 'round', text: 'app.wholeAgain', press: reload }
        : null,
    until: stays || reload ? null : Date.now() + (undo ? UNDO_MS : READ_MS),
  }
  useToasts.setState(({ items }) => ({
    items: [...items.filter((other) => other.text !== text), item].slice(-3),
  }))
  announce(text)
}

const close = (id: number): void =>
  useToasts.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))

/** Where toasts stand; once per page. A region of its own, so that F6 and landmarks reach it. */
export function ToastRegion() {
  const t = useT()
  const items = useToasts((toasts) => toasts.items)
  return (
    <section
      className="dt-toasts"
      aria-label={t('words.messages')}
      data-region="messages"
      hidden={items.length === 0}
    >
      {items.map((item) => (
        <ToastCard key={item.id} item={item} />
      ))}
    </section>
  )
}

function ToastCard({ item }: { item: ToastItem }) {
  const t = useT()
  const { id, until, button } = item
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => close(id), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [id, until])
  return (
    <div className="dt-toast">
      <p lang={item.language} dir="auto">
        {item.text}
      </p>
      {button ? (
        <Button
          size="small"
          icon={button.icon}
          onPress={() => {
            button.press()
            close(id)
          }}
        >
          {t(button.text)}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" onPress={() => close(id)}>
        {t('words.close')}
      </Button>
    </div>
  )
}
