import { useEffect } from 'react'
import { create } from 'zustand'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'
import type { Language } from '../../../shared/wire.ts'
import { useT } from './text.tsx'

interface ToastItem {
  id: number
  text: string
  /** When it is in another one than the page. */
  language: Language | undefined
  undo: (() => void) | null
  /** Null: until it is closed. */
  until: number | null
}

/** With undo as long as F4's way back; without it long enough to read a sentence twice. */
const UNDO_MS = 10_000
const READ_MS = 7_000

const useToasts = create<{ items: ToastItem[] }>()(() => ({ items: [] }))
let last = 0

/**
 * A short message at the edge that goes by itself. With `undo` a button "Ongedaan maken" for ten seconds.
 * With `stays` it waits until it is closed. The same words twice do not stack. Also said aloud.
 */
export function showToast(
  text: string,
  options: { undo?: () => void; stays?: boolean; language?: Language } = {},
): void {
  const item: ToastItem = {
    id: ++last,
    text,
    language: options.language,
    undo: options.undo ?? null,
    until: options.stays ? null : Date.now() + (options.undo ? UNDO_MS : READ_MS),
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
  const { id, until, undo } = item
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
      {undo ? (
        <Button
          size="small"
          icon="undo"
          onPress={() => {
            undo()
            close(id)
          }}
        >
          {t('words.undo')}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" onPress={() => close(id)}>
        {t('words.close')}
      </Button>
    </div>
  )
}
