import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Phase } from '../../../shared/dialogue/model.ts'
import { useMedia } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { connected, standingOf } from '../../core/room/standing.ts'
import { Foot } from '../desk/Foot.tsx'
import { CallsButton } from '../../parts/facilitate/CallsButton.tsx'
import { PartTime, PartTold } from '../../parts/facilitate/PartTime.tsx'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { Connection } from '../shell/Connection.tsx'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Banner } from '../../parts/ui/Banner.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, Mark } from '../../parts/ui/Icon.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { useTitle } from '../shell/title.ts'
import { useWithoutArabic } from '../../parts/ui/useWithoutArabic.ts'
import { useT } from '../../parts/ui/text.tsx'
import { ownDialogues } from '../ownDialogues.ts'
import { Agreements } from './Agreements.tsx'
import { useApi } from './api.ts'
import { BalanceSection } from './BalanceSection.tsx'
import { Council } from './Council.tsx'
import { Lead } from './Lead.tsx'
import { Links } from './Links.tsx'
import { NextStep } from './NextStep.tsx'
import { People } from './People.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { SectionMenu } from './SectionMenu.tsx'
import { sectionFor, SECTIONS, type Section } from './sections.ts'
import { Split } from './Split.tsx'
import { TablesOverview } from './TablesOverview.tsx'
import type { OrganiserView } from './view.ts'
import '../../parts/facilitate/desk.css'
import './organise.css'
import './meeting.css'
import './split.css'

/** The room the organiser leads. */
const PLENARY = ['plenary'] as const

/** The organiser's screen: where the meeting is, what comes next, and eight sections to do it in. */
export function Organiser() {
  useWithoutArabic()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const { run } = useCommand()
  const t = useT()
  const [chosen, setChosen] = useState<{ section: Section; phase: Phase['name'] } | null>(null)
  useTitle(`${t('organise.title')} · ${t('app.name')}`)
  const home = useApi().homeUrl().pathname
  useEffect(() => ownDialogues(home).remember(me), [home, me])
  if (!state) return null
  const phase = state.phase.name
  const show = (next: Section) => setChosen({ section: next, phase })
  // a new phase brings its own section forward; within a phase it stays until the organiser chooses another
  const section = chosen?.phase === phase ? chosen.section : sectionFor(state)
  if (chosen?.phase !== phase) show(section)
  const view: OrganiserView = { state, me, run, show }
  return (
    <div className="dt-organise">
      <SkipLink />
      <OrganiserBar view={view} />
      <PartTold state={state} />
      <Connection />
      <SoundHeld />
      <NextStep view={view} section={section} />
      <Tabs
        className="dt-organise-tabs"
        selectedKey={section}
        onSelectionChange={(key) => show(key as Section)}
      >
        <SectionMenu section={section} show={show} />
        <TabList className="dt-organise-tablist dt-wide-only" aria-label={t('organise.sections')}>
          {SECTIONS.map((entry) => (
            <Tab key={entry.id} id={entry.id} className="dt-organise-tab">
              <Icon name={entry.icon} />
              {t(`organise.${entry.id}`)}
            </Tab>
          ))}
        </TabList>
        <main id="main" className="dt-organise-main" tabIndex={-1}>
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
          <TabPanel id="council">
            <Council view={view} />
          </TabPanel>
        </main>
      </Tabs>
      <Foot rooms={PLENARY} />
    </div>
  )
}

function OrganiserBar({ view }: { view: OrganiserView }) {
  const { state, me, run } = view
  const t = useT()
  const present = connected(useSession((session) => session.presence))
  const people = state.order.filter((id) => !state.people[id]?.left)
  const here = people.filter((id) => standingOf(state, present, id) === 'here').length
  return (
    <header className="dt-organise-bar">
      <Mark size={36} />
      <h1 className="dt-organise-title" dir="auto">
        {state.dialogue.title}
      </h1>
      <PhaseStrip state={state} />
      <PartTime state={state} />
      <span className="dt-desk-gap" />
      <span className="dt-organise-count">
        <Icon name="people" />
        {t('organise.peopleHere', { here, all: people.length })}
      </span>
      <CallsButton state={state} me={me} run={run} />
    </header>
  )
}

/** The organiser comes in without a press; some browsers then hold back the sound. */
function SoundHeld() {
  const t = useT()
  const { media } = useDialogue()
  const held = useMedia(({ needsPress }) => needsPress)
  if (!held) return null
  return (
    <Banner icon="sound" title={t('sound.held')}>
      <Button icon="sound" onPress={media.allowSound}>
        {t('sound.allow')}
      </Button>
    </Banner>
  )
}
