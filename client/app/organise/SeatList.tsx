import {
  Button,
  GridList,
  GridListItem,
  isTextDropItem,
  useDragAndDrop,
  type DropItem,
} from 'react-aria-components'
import type { Group, PersonId, TableId } from '../../../shared/dialogue/model.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import { putDown, type CarriedPerson } from './seatDrops.ts'
import { changes } from './seating.ts'
import type { SeatChip } from './splitBoard.ts'

const PERSON = 'application/x-dialoogtafel-person'

interface SeatListProps {
  view: OrganiserView
  /** Null: the people without a seat. */
  table: TableId | null
  label: string
  chips: SeatChip[]
  empty: string
  chosen: PersonId | null
  onChoose: (person: PersonId | null) => void
  /** By a finger. */
  carried: CarriedPerson | null
}

/**
 * The people of one table as chips to drag: to another table, or onto somebody there to change places with them. A finger drags by the letter.
 * With the keyboard: Enter on the letter picks up, Tab goes along the tables, Enter puts down.
 */
export function SeatList({ view, table, label, chips, empty, chosen, onChoose, carried }: SeatListProps) {
  const t = useT()
  const may = changes(view.state)
  const over = carried?.over
  const isOver = over?.table === table && over.other === null
  const put = async (items: DropItem[]) => {
    for (const person of await peopleOf(items)) await putDown(view, person, { table, other: null })
  }
  const swap = async (items: DropItem[], other: PersonId) => {
    const [first] = await peopleOf(items)
    if (first !== undefined) await putDown(view, first, { table, other })
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: may === 'nothing',
    getItems: (keys) =>
      [...keys].map((key) => ({ [PERSON]: String(key), 'text/plain': nameOf(view, String(key)) })),
    acceptedDragTypes: [PERSON],
    getDropOperation: (target) => (target.type === 'item' && may === 'moves' ? 'cancel' : 'move'),
    onRootDrop: ({ items }) => void put(items),
    onItemDrop: ({ items, target }) => void swap(items, String(target.key)),
    onInsert: ({ items }) => void put(items),
  })
  return (
    <GridList
      className={isOver ? 'dt-seats-list is-over' : 'dt-seats-list'}
      layout="grid"
      aria-label={label}
      items={chips.map((chip) => ({ ...chip, id: chip.person.id }))}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chips.some((chip) => chip.person.id === chosen) && chosen !== null ? [chosen] : []}
      onSelectionChange={(keys) =>
        onChoose(keys === 'all' ? null : (([...keys][0] as string | undefined) ?? null))
      }
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="dt-seats-empty">{empty}</p>}
    >
      {({ id, person, pinned }) => (
        <GridListItem
          id={id}
          className={`dt-chip${touchedClass(carried, id)}`}
          data-person={id}
          textValue={chipWords(person.name, person.group, pinned, t)}
        >
          <Button slot="drag" className="dt-letter">
            {t(`letter.${person.group ?? 'none'}`)}
          </Button>
          <bdi className="dt-chip-name">{person.name}</bdi>
          {pinned && (
            <span className="dt-chip-pin">
              <Icon name="pin" />
              <span className="dt-unseen">{t('split.pinned')}</span>
            </span>
          )}
        </GridListItem>
      )}
    </GridList>
  )
}

const touchedClass = (carried: CarriedPerson | null, person: PersonId): string =>
  carried?.thing.person === person ? ' is-carried' : carried?.over?.other === person ? ' is-on' : ''

const nameOf = (view: OrganiserView, person: PersonId): string => view.state.people[person]?.name ?? ''

async function peopleOf(items: DropItem[]): Promise<PersonId[]> {
  const own = items.filter(isTextDropItem).filter((item) => item.types.has(PERSON))
  return Promise.all(own.map((item) => item.getText(PERSON)))
}

function chipWords(name: string, group: Group | null, pinned: boolean, t: ReturnType<typeof useT>): string {
  const words = [name, t(group ? `group.${group}` : 'desk.group.none')]
  if (pinned) words.push(t('split.pinned'))
  return words.join(', ')
}
