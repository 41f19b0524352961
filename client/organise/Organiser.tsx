import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { PersonId, Phase, SessionState } from '../../shared/dialogue/model.ts'
import { Foot } from '../facilitate/Foot.tsx'
import { HelpCalls } from '../facilitate/HelpCalls.tsx'
import { PopButton } from '../facilitate/PopButton.tsx'
import type { Run } from '../facilitate/run.ts'
import { useCommand } from '../floor/useCommand.ts'
import { Connection } from '../join/Connection.tsx'
import { allowSound } from '../media/index.ts'
import { useMedia } from '../media/store.ts'
import { useServerNow } from '../session/clock.ts'
import { useSession } from '../session/store.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon, Mark } from '../ui/Icon.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { useT } from '../ui/text.tsx'
import { Agreements } from './Agreements.tsx'
import { BalanceSection } from './BalanceSection.tsx'
import { Lead } from './Lead.tsx'
import { Links } from './Links.tsx'
import { NextStep } from './NextStep.tsx'
import { People } from './People.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { sectionFor, SECTIONS, type Section } from './sections.ts'
import { Split } from './Split.tsx'
import { TablesOverview } from './TablesOverview.tsx'
import '../facilitate/desk.css'
import './organise.css'
import './meeting.css'
import './split.css'

/** The room the organiser leads. */
const PLENARY = ['plenary'] as const

/** What every section of the organiser's screen works with. */
export interface OrganiserView {
  state: SessionState
  me: PersonId
  /** Server milliseconds, a new value every second. */
  now: number
  run: Run
  show: (section: Section) => void
}

/** The organiser's screen: where the meeting is, what comes next, and seven sections to do it in. */
export default function Organiser() {
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const now = useServerNow(1_000)
  const { run } = useCommand()
  const t = useT()
  const [chosen, setChosen] = useState<{ section: Section; phase: Phase['name'] } | null>(null)
  useEffect(() => {
    document.title = `${t('organise.title')} · ${t('app.name')}`
  }, [t])
  if (!state) return null
  const phase = state.phase.name
  // A new phase brings its own section forward; within a phase the organiser's choice stays.
  const section = chosen?.phase === phase ? chosen.section : sectionFor(state)
  const show = (next: Section) => setChosen({ section: next, phase })
  const view: OrganiserView = { state, me, now, run, show }
  return (
    <div className="organise">
      <SkipLink />
      <OrganiserBar view={view} />
      <Connection />
      <SoundHeld />
      <NextStep view={view} section={section} />
      <Tabs className="organise-tabs" selectedKey={section} onSelectionChange={(key) => show(key as Section)}>
        <TabList className="organise-tablist" aria-label={t('organise.sections')}>
          {SECTIONS.map((entry) => (
            <Tab key={entry.id} id={entry.id} className="organise-tab">
              <Icon name={entry.icon} />
              {t(`organise.${entry.id}`)}
            </Tab>
          ))}
        </TabList>
        <main id="main" className="organise-main" tabIndex={-1}>
          <TabPanel id="people">
            <People view={view} />
          </TabPanel>
          <TabPanel id="links">
            <Links view={view} />
          </TabPanel>
          <TabPanel id="lead">
            <Lead view={view} />
          </TabPanel>
          <TabPanel id="split">
            <Split view={view} />
          </TabPanel>
          <TabPanel id="tables">
            <TablesOverview view={view} />
          </TabPanel>
          <TabPanel id="balance">
            <BalanceSection view={view} />
          </TabPanel>
          <TabPanel id="agreements">
            <Agreements view={view} />
          </TabPanel>
        </main>
      </Tabs>
      <Foot rooms={PLENARY} />
    </div>
  )
}

function OrganiserBar({ view }: { view: OrganiserView }) {
  const { state, me, now, run } = view
  const t = useT()
  const presence = useSession((session) => session.presence)
  const people = state.order.filter((id) => !state.people[id]?.left)
  const here = people.filter((id) => presence[id]?.state === 'here').length
  return (
    <header className="organise-bar">
      <Mark size={36} />
      <h1 className="organise-title">{state.dialogue.title}</h1>
      <PhaseStrip state={state} />
      <span className="desk-gap" />
      <span className="organise-count">
        <Icon name="people" />
        {t('organise.peopleHere', { here, all: people.length })}
      </span>
      <PopButton
        icon="help"
        className={state.help.length > 0 ? 'is-calling' : undefined}
        title={t('desk.calls')}
        text={t('organise.help', { count: state.help.length })}
      >
        <HelpCalls state={state} me={me} calls={state.help} now={now} run={run} />
      </PopButton>
    </header>
  )
}

/** The organiser comes in without a press; some browsers then hold back the sound. */
function SoundHeld() {
  const t = useT()
  const held = useMedia((media) => media.needsPress)
  if (!held) return null
  return (
    <Banner icon="sound" title={t('sound.held')}>
      <Button icon="sound" onPress={allowSound}>
        {t('sound.allow')}
      </Button>
    </Banner>
  )
}
