import type { RefObject } from 'react'
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Icon, type IconName } from './Icon.tsx'
import type { Over } from './useOpening.ts'

export interface MenuChoice<K extends string> {
  id: K
  text: string
  icon?: IconName
  /** What is chosen now gets a mark and is told to assistive technology. */
  isChosen?: boolean
  isDisabled?: boolean
  /** Language of the words, where it is another. */
  lang?: string
}

export interface MenuListProps extends Over {
  id: string
  trigger: RefObject<HTMLButtonElement | null>
  label: string
  items: readonly MenuChoice<string>[]
  onChoose: (id: string) => void
  /** Where the keyboard begins, unless something is chosen; null: at the list itself. */
  first: 'first' | 'last' | null
}

/** The list of a menu's button, over the screen. */
export function MenuList(props: MenuListProps) {
  const { id, trigger, label, items, onChoose, first, isOpen, onOpenChange } = props
  const chosen = items.filter((item) => item.isChosen).map((item) => item.id)
  const opened = { id, autoFocus: first ?? true, onClose: () => onOpenChange(false) }
  const marks = items.some((item) => item.isChosen !== undefined)
  return (
    <Popover
      className="dt-popover"
      trigger="MenuTrigger"
      triggerRef={trigger}
      placement="bottom start"
      aria-label={label}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <AriaMenu
        {...opened}
        className="dt-menu"
        aria-label={label}
        selectionMode={marks ? 'single' : 'none'}
        selectedKeys={chosen}
        onAction={(key) => onChoose(String(key))}
      >
        {items.map((item) => (
          <MenuItem
            key={item.id}
            id={item.id}
            className="dt-menu-item"
            textValue={item.text}
            isDisabled={item.isDisabled}
          >
            {item.icon ? <Icon name={item.icon} /> : null}
            <span lang={item.lang}>{item.text}</span>
            {item.isChosen ? <Icon name="check" className="dt-menu-mark" /> : null}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  )
}
