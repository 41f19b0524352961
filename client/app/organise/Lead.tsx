import { Suspense, useState } from 'react'
import { ConsentHall } from '../../parts/consent/later.ts'
import { FloorPanel } from '../../parts/facilitate/FloorPanel.tsx'
import { MicrophoneNote, OwnControls } from '../../parts/floor/OwnControls.tsx'
import { StateSentence } from '../../parts/floor/StateSentence.tsx'
import { connected, standingOf } from '../../core/room/standing.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { RoomProvider } from '../../hooks/useRoom.tsx'
import { Plenary } from '../../parts/tables/Plenary.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { TextArea } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { AgendaCard } from './AgendaCard.tsx'
import { Announced } from './Announced.tsx'
import { ClockCard } from './ClockCard.tsx'
import { CloseMeeting } from './CloseMeeting.tsx'
import { Missing } from './Missing.tsx'
import { NudgesCard } from './NudgesCard.tsx'
import type { OrganiserView } from './view.ts'
import { nextAction } from './phases.ts'

/** Leading the main room: the clock, the floor, a message, the end; and the room itself. */
export function Lead({ view }: { view: OrganiserView }) {
  const { phase } = view.state
  if (phase.name === 'announced') {
    return (
      <>
        <Announced view={view} />
        <Hall view={view} />
      </>
    )
  }
  const held = phase.name === 'plenary' && view.state.floors.plenary?.consent !== null
  return (
    <>
      {held && <Consent view={view} />}
      <div className="dt-organise-cards">
        <div className="dt-organise-stack">
          <ClockCard view={view} />
          <AgendaCard view={view} />
        </div>
        <div className="dt-organise-stack">
          <PlenaryFloor view={view} />
          {phase.name !== 'ended' && <NudgesCard view={view} />}
        </div>
        <div className="dt-organise-stack">
          <Message view={view} />
          <Missing view={view} />
          {phase.name === 'plenary' && nextAction(view.state) !== 'close' && <CloseCard view={view} />}
        </div>
      </div>
      {!held && <Consent view={view} />}
      <Hall view={view} />
    </>
  )
}

/** A consent round in the main room, or the agreements on which one can be held. */
function Consent({ view: { state } }: { view: OrganiserView }) {
  if (state.phase.name !== 'plenary') return null
  return (
    <RoomProvider room="plenary">
      <Suspense fallback={null}>
        <ConsentHall />
      </Suspense>
    </RoomProvider>
  )
}

function PlenaryFloor({ view: { state, run } }: { view: OrganiserView }) {
  const t = useT()
  const { media } = useDialogue()
  if (!state.floors.plenary || state.phase.name !== 'plenary') return null
  return (
    <div className="dt-desk-card">
      <RoomProvider room="plenary">
        <FloorPanel
          title={t('lead.floor')}
          run={run}
          primary={false}
          onSteer={(begun) => void media.setMicrophone(true, 'lead', begun)}
        />
      </RoomProvider>
      {state.floors.plenary.mode === 'free' && <p className="dt-desk-note">{t('lead.freeNote')}</p>}
    </div>
  )
}

/** Something said to everybody at once, wherever they are. */
export function Message({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, me, run } = view
  const [text, setText] = useState('')
  const present = connected(useSession((session) => session.presence))
  // whoever is on the telephone hears, and reads nothing
  const reads = (id: string) => id !== me && !state.people[id]?.phone
  const count = state.order.filter((id) => reads(id) && standingOf(state, present, id) === 'here').length
  const send = async () => {
    if (await run('announce', { text: text.trim() })) setText('')
  }
  return (
    <section className="dt-desk-card" aria-labelledby="message-title">
      <h2 id="message-title">{t('lead.message')}</h2>
      <TextArea label={t('lead.messageLabel')} rows={3} value={text} onChange={setText} maxLength={500} />
      <Button icon="talk" isDisabled={text.trim() === ''} onPress={() => void send()}>
        {t('lead.send', { count })}
      </Button>
      {state.announcement && (
        <p className="dt-desk-note">{t('lead.sent', { text: state.announcement.text })}</p>
      )}
    </section>
  )
}

function CloseCard({ view }: { view: OrganiserView }) {
  const t = useT()
  return (
    <section className="dt-desk-card" aria-labelledby="close-title">
      <h2 id="close-title">{t('lead.close')}</h2>
      <p className="dt-desk-note">{t('lead.closeNote')}</p>
      <CloseMeeting view={view} variant="danger" />
    </section>
  )
}

/** The main room, with the organiser's own microphone and camera; also while the others sit at the tables. */
function Hall({ view }: { view: OrganiserView }) {
  const t = useT()
  const { phase } = view.state
  if (phase.name === 'lobby' || phase.name === 'ended') return null
  return (
    <RoomProvider room="plenary">
      <section className="dt-organise-hall" aria-labelledby="hall-title">
        <div className="dt-desk-head">
          <h2 id="hall-title">{t('lead.hall')}</h2>
          <OwnControls />
          <MicrophoneNote />
        </div>
        <StateSentence />
        <Plenary />
      </section>
    </RoomProvider>
  )
}
