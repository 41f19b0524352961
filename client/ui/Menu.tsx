import { Menu as AriaMenu, MenuItem, MenuTrigger, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button, type ButtonProps } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuChoice<K extends string> {
  id: K
  text: string
  icon?: IconName
  /** What is chosen now gets a mark and is told to assistive technology. */
  isChosen?: boolean
  isDisabled?: boolean
  /** Language of the words, where it is another. */
  lang?: string
  items?: readonly MenuChoice<K>[]
}

interface MenuProps<K extends string> extends Pick<ButtonProps, 'icon' | 'variant' | 'size' | 'className'> {
  text: string
  /** When the word on the button needs more for who does not see where it stands. */
  label?: string
  items: readonly MenuChoice<K>[]
  onChoose: (id: K) => void
}

/** A button that opens a list of actions. */
export function Menu<K extends string>({ text, label, items, onChoose, ...button }: MenuProps<K>) {
  return (
    <MenuTrigger>
      <Button {...button} aria-label={label}>
        {text}
      </Button>
      <Popover className="popover">
        <Choices items={items} onChoose={onChoose} label={label ?? text} />
      </Popover>
    </MenuTrigger>
  )
}

function Choices<K extends string>({
  items,
  onChoose,
  label,
}: {
  items: readonly MenuChoice<K>[]
  onChoose: (id: K) => void
  label: string
}) {
  const chosen = items.filter((item) => item.isChosen).map((item) => item.id)
  const marks = items.some((item) => item.isChosen !== undefined)
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      selectionMode={marks ? 'single' : 'none'}
      selectedKeys={chosen}
      onAction={(key) => {
        const found = items.find((item) => item.id === key && !item.items)
        if (found) onChoose(found.id)
      }}
    >
      {items.map((item) => {
        const row = (
          <MenuItem
            key={item.id}
            id={item.id}
            className="menu-item"
            textValue={item.text}
            isDisabled={item.isDisabled}
          >
            {item.icon ? <Icon name={item.icon} /> : null}
            <span lang={item.lang}>{item.text}</span>
            {item.isChosen ? <Icon name="check" className="menu-mark" /> : null}
            {item.items ? <Icon name="next" className="menu-mark" /> : null}
          </MenuItem>
        )
        if (!item.items) return row
        return (
          <SubmenuTrigger key={item.id}>
            {row}
            <Popover className="popover">
              <Choices items={item.items} onChoose={onChoose} label={item.text} />
            </Popover>
          </SubmenuTrigger>
        )
      })}
    </AriaMenu>
  )
}
