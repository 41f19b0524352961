import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { Icon, type IconName } from './Icon.tsx'

export interface TabItem<K extends string> {
  id: K
  text: string
  icon?: IconName
  panel: ReactNode
}

interface TabsProps<K extends string> {
  label: string
  items: readonly TabItem<K>[]
  selected?: K
  onSelect?: (id: K) => void
  className?: string
}

/** Parts of one screen, one shown at a time. */
export function Tabs<K extends string>({ label, items, selected, onSelect, className }: TabsProps<K>) {
  return (
    <AriaTabs
      className={className ? `tabset ${className}` : 'tabset'}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const found = items.find((item) => item.id === key)
        if (found) onSelect?.(found.id)
      }}
    >
      <TabList className="tab-list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.icon ? <Icon name={item.icon} /> : null}
            {item.text}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="tab-panel">
          {item.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
