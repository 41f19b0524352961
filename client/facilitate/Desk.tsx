import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { PersonId, SessionState, Table, TableId } from '../../shared/dialogue/model.ts'
import { ownTables, placeOf } from '../../shared/dialogue/places.ts'
import { useCommand } from '../floor/useCommand.ts'
import { minutesUntil } from '../floor/view.ts'
import { useServerNow } from '../session/clock.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { Icon, Mark } from '../ui/Icon.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { useT } from '../ui/text.tsx'
import { DeskTable } from './DeskTable.tsx'
import { Foot } from './Foot.tsx'
import { HelpCalls } from './HelpCalls.tsx'
import { PopButton } from './PopButton.tsx'
import type { Run } from './run.ts'
import './desk.css'

/** The facilitator's desk at the tables: one desk per own table, sound and picture at one of them. */
export default function Desk() {
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const { run } = useCommand()
  const [chosen, setChosen] = useState<TableId | null>(null)
  const t = useT()
  useEffect(() => {
    document.title = `${t('desk.title')} · ${t('app.name')}`
  }, [t])
  if (!state) return null
  const tables = ownTables(state, me).flatMap((id) => state.tables[id] ?? [])
  const at = placeOf(state, me)
  const shown =
    tables.find((table) => table.id === chosen) ?? tables.find((table) => table.id === at) ?? tables[0]
  if (!shown) return <main className="desk desk-none">{t('desk.noTable')}</main>
  const rooms = tables.map((table) => table.id)
  const panel = (table: Table) => (
    <DeskTable key={table.id} table={table} tables={tables} state={state} me={me} run={run} />
  )
  if (tables.length === 1) {
    return (
      <div className="desk">
        <SkipLink />
        <DeskBar state={state} me={me} table={shown} run={run}>
          <h1 className="desk-tab" data-role={shown.role}>
            <TabWords table={shown} />
          </h1>
        </DeskBar>
        {panel(shown)}
        <Foot rooms={rooms} />
      </div>
    )
  }
  return (
    <Tabs className="desk" selectedKey={shown.id} onSelectionChange={(key) => setChosen(String(key))}>
      <SkipLink />
      <DeskBar state={state} me={me} table={shown} run={run}>
        <TabList className="desk-tabs" aria-label={t('desk.tables')}>
          {tables.map((table) => (
            <Tab key={table.id} id={table.id} className="desk-tab" data-role={table.role}>
              <TabWords table={table} />
            </Tab>
          ))}
        </TabList>
      </DeskBar>
      {tables.map((table) => (
        <TabPanel key={table.id} id={table.id} className="desk-panel">
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

/** Tables, the time that is left, a question for more of it, and the calls for help of the own tables. */
function DeskBar({ state, me, table, run, children }: DeskBarProps) {
  const t = useT()
  const now = useServerNow(1_000)
  const asked = state.timeAsked.includes(table.id)
  const title = state.agenda.at(-1)?.title
  return (
    <header className="desk-bar">
      <Mark size={36} />
      {children}
      {title && <span className="desk-item">{t('desk.item', { title })}</span>}
      <span className="desk-gap" />
      {state.clock && <span className="desk-left">{leftWords(state, now, t)}</span>}
      <Button icon="plus" isDisabled={asked} onPress={() => void run('askTime', { table: table.id })}>
        {t(asked ? 'desk.timeAsked' : 'desk.moreTime')}
      </Button>
      <PopButton
        icon="help"
        className={state.help.length > 0 ? 'is-calling' : undefined}
        title={t('desk.calls')}
        text={t('desk.help', { count: state.help.length })}
      >
        <HelpCalls state={state} me={me} calls={state.help} now={now} run={run} />
      </PopButton>
    </header>
  )
}

function leftWords(state: SessionState, now: number, t: ReturnType<typeof useT>): string {
  const { clock } = state
  if (!clock) return ''
  const minutes = clock.endsAt === null ? Math.ceil(clock.leftMs / 60_000) : minutesUntil(clock.endsAt, now)
  return minutes > 0 ? t('desk.left', { minutes }) : t('desk.timeUp')
}
