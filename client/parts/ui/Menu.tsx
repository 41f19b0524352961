import { useId, useRef, useState } from 'react'
import { fetched } from '../../core/fetched.ts'
import { Button, ShortWords, type ButtonProps } from './Button.tsx'
import type { MenuChoice, MenuListProps } from './MenuList.tsx'
import { useOpening } from './useOpening.ts'

interface MenuProps<K extends string> extends Pick<
  ButtonProps,
  'icon' | 'iconEnd' | 'variant' | 'size' | 'wide' | 'className'
> {
  text: string
  /** On a phone: one word, and the rest small below it. */
  short?: { word: string; below: string }
  /** When the word on the button needs more for who does not see where it stands. */
  label?: string
  items: readonly MenuChoice<K>[]
  onChoose: (id: K) => void
}

export const loadList = fetched(async () => (await import('./MenuList.tsx')).MenuList)

/** A button that opens a list of actions. What draws lists is more than all of a room beside it, and comes when one is opened. */
export function Menu<K extends string>({ text, short, label, items, onChoose, ...button }: MenuProps<K>) {
  const list = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const { Part: List, open, over, ahead } = useOpening(loadList)
  const [first, setFirst] = useState<MenuListProps['first']>(null)

  const choose = (id: string): void => {
    const found = items.find((item) => item.id === id)
    if (found) onChoose(found.id)
  }
  const openAt = (focus: typeof first): void => {
    setFirst(focus)
    open()
  }
  return (
    <>
      <Button
        {...button}
        {...ahead}
        ref={trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={over.isOpen}
        aria-controls={over.isOpen ? list : undefined}
        onPress={({ pointerType }) =>
          openAt(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : null)
        }
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') openAt('first')
          else if (event.key === 'ArrowUp') openAt('last')
          else return event.continuePropagation()
          event.preventDefault()
        }}
      >
        {short ? <ShortWords whole={text} {...short} /> : text}
      </Button>
      {List ? (
        <List
          {...over}
          id={list}
          trigger={trigger}
          label={label ?? text}
          items={items}
          onChoose={choose}
          first={first}
        />
      ) : null}
    </>
  )
}
