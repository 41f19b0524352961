import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { PersonId, SessionState, Table, TableId } from '../../../shared/dialogue/model.ts'
import { partNow } from '../../../shared/dialogue/session/agenda.ts'
import { ownTables, placeOf } from '../../../shared/dialogue/places.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { minutesUntil } from '../../core/room/view.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, Mark } from '../../parts/ui/Icon.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { useTitle } from '../shell/title.ts'
import { useWithoutArabic } from '../../parts/ui/useWithoutArabic.ts'
import { useT } from '../../parts/ui/text.tsx'
import { DeskTable } from '../../parts/facilitate/DeskTable.tsx'
import { Foot } from './Foot.tsx'
import { HelperBanner } from '../../parts/help/HelperBanner.tsx'
import { CallsButton } from '../../parts/facilitate/CallsButton.tsx'
import { PartTime, PartTold } from '../../parts/facilitate/PartTime.tsx'
import type { Run } from '../../parts/facilitate/run.ts'
import '../../parts/facilitate/desk.css'

/** The facilitator's desk at the tables: one desk per own table, sound and picture at one of them. */
export function Desk() {
  useWithoutArabic()
  const t = useT()
  const state = useSession((session) => session.state)
  useTitle(`${t('desk.title')} · ${t('app.name')}`)
  if (!state) return null
  return (
    <>
      <PartTold state={state} />
      <OwnTables state={state} />
    </>
  )
}

function OwnTables({ state }: { state: SessionState }) {
  const me = useSession((session) => session.me)
  const { run } = useCommand()
  const [chosen, setChosen] = useState<TableId | null>(null)
  const t = useT()
  const tables = ownTables(state, me).flatMap((id) => state.tables[id] ?? [])
  const at = placeOf(state, me)
  const shown =
    tables.find((table) => table.id === chosen) ?? tables.find((table) => table.id === at) ?? tables[0]
  if (!shown) return <main className="dt-desk dt-desk-none">{t('desk.noTable')}</main>
  const rooms = tables.map((table) => table.id)
  const panel = (table: Table) => (
    <DeskTable key={table.id} table={table} tables={tables} state={state} me={me} run={run} />
  )
  if (tables.length === 1) {
    return (
      <div className="dt-desk">
        <SkipLink />
        <DeskBar state={state} me={me} table={shown} run={run}>
          <h1 className="dt-desk-tab" data-role={shown.role}>
            <TabWords table={shown} />
          </h1>
        </DeskBar>
        {panel(shown)}
        <Foot rooms={rooms} />
      </div>
    )
  }
  return (
    <Tabs className="dt-desk" selectedKey={shown.id} onSelectionChange={(key) => setChosen(String(key))}>
      <SkipLink />
      <DeskBar state={state} me={me} table={shown} run={run}>
        <TabList className="dt-desk-tabs" aria-label={t('desk.tables')}>
          {tables.map((table) => (
            <Tab key={table.id} id={table.id} className="dt-desk-tab" data-role={table.role}>
              <TabWords table={table} />
            </Tab>
          ))}
        </TabList>
      </DeskBar>
      {tables.map((table) => (
        <TabPanel key={table.id} id={table.id} className="dt-desk-panel">
          {panel(table)}
        </TabPanel>
      ))}
      <Foot rooms={rooms} />
    </Tabs>
  )
}

function TabWords({ table }: { table: Table }) {
  const t = useT()
  return (
    <>
      <Icon name={table.role} />
      {t('desk.table', { number: table.number })}
    </>
  )
}

interface DeskBarProps {
  state: SessionState
  me: PersonId
  table: Table
  run: Run
  children: React.ReactNode
}

/** Tables, what the table is at and the time it has, the time that is left, a question for more of it, and the calls for help of the own tables; under it the helper who came for oneself. */
function DeskBar({ state, me, table, run, children }: DeskBarProps) {
  const t = useT()
  const asked = state.timeAsked.includes(table.id)
  const part = partNow(state)
  const title = part ? null : state.agenda.at(-1)?.title
  return (
    <>
      <header className="dt-desk-bar">
        <Mark size={36} />
        {children}
        <PartTime state={state} />
        {title && <span className="dt-desk-item">{t('desk.item', { title })}</span>}
        <span className="dt-desk-gap" />
        {state.clock && <Left clock={state.clock} />}
        <Button icon="plus" isDisabled={asked} onPress={() => void run('askTime', { table: table.id })}>
          {t(asked ? 'desk.timeAsked' : 'desk.moreTime')}
        </Button>
        <CallsButton state={state} me={me} run={run} />
      </header>
      <HelperBanner onRead={null} />
    </>
  )
}

function Left({ clock }: { clock: NonNullable<SessionState['clock']> }) {
  const t = useT()
  const now = useServerNow(1_000)
  const minutes = clock.endsAt === null ? Math.ceil(clock.leftMs / 60_000) : minutesUntil(clock.endsAt, now)
  return <span className="dt-desk-left">{minutes > 0 ? t('desk.left', { minutes }) : t('desk.timeUp')}</span>
}
