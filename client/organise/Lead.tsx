import { useState } from 'react'
import { FloorPanel } from '../facilitate/FloorPanel.tsx'
import { MicrophoneNote, OwnControls } from '../floor/OwnControls.tsx'
import { StateSentence } from '../floor/StateSentence.tsx'
import { useRoomView } from '../floor/useRoomView.ts'
import { floorOf } from '../floor/view.ts'
import { setMicrophone } from '../media/index.ts'
import { Plenary } from '../tables/Plenary.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'
import { AgendaCard } from './AgendaCard.tsx'
import { Announced } from './Announced.tsx'
import { ClockCard } from './ClockCard.tsx'
import { CloseMeeting } from './CloseMeeting.tsx'
import { Missing } from './Missing.tsx'
import { NudgesCard } from './NudgesCard.tsx'
import type { OrganiserView } from './Organiser.tsx'
import { nextAction } from './phases.ts'

/** Leading the main room: the clock, the floor, a message, the end; and the room itself. */
export function Lead({ view }: { view: OrganiserView }) {
  const { phase } = view.state
  if (phase.name === 'announced') {
    return (
      <>
        <Announced view={view} />
        <Hall />
      </>
    )
  }
  return (
    <>
      <div className="organise-cards">
        <div className="organise-stack">
          <ClockCard view={view} />
          <AgendaCard view={view} />
        </div>
        <div className="organise-stack">
          <PlenaryFloor view={view} />
          {phase.name !== 'ended' && <NudgesCard view={view} />}
        </div>
        <div className="organise-stack">
          <Message view={view} />
          <Missing view={view} />
          {phase.name === 'plenary' && nextAction(view.state) !== 'close' && <CloseCard view={view} />}
        </div>
      </div>
      <Hall />
    </>
  )
}

function PlenaryFloor({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, me, now, run } = view
  const room = useRoomView('plenary')
  if (!room || !state.floors.plenary || state.phase.name !== 'plenary') return null
  return (
    <div className="desk-card">
      <FloorPanel
        room="plenary"
        title={t('lead.floor')}
        state={state}
        floor={floorOf(room)}
        me={me}
        now={now}
        run={run}
        primary={false}
        onSteer={() => void setMicrophone(true, 'lead')}
      />
      <p className="desk-note">{t('lead.freeNote')}</p>
    </div>
  )
}

/** Something said to everybody at once, wherever they are. */
export function Message({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, run } = view
  const [text, setText] = useState('')
  const count = state.order.filter((id) => state.people[id]?.joined && !state.people[id].left).length
  const send = async () => {
    if (await run('announce', { text: text.trim() })) setText('')
  }
  return (
    <section className="desk-card" aria-labelledby="message-title">
      <h2 id="message-title">{t('lead.message')}</h2>
      <TextArea label={t('lead.messageLabel')} rows={3} value={text} onChange={setText} maxLength={500} />
      <Button icon="talk" isDisabled={text.trim() === ''} onPress={() => void send()}>
        {t('lead.send', { count })}
      </Button>
      {state.announcement && <p className="desk-note">{t('lead.sent', { text: state.announcement.text })}</p>}
    </section>
  )
}

function CloseCard({ view }: { view: OrganiserView }) {
  const t = useT()
  return (
    <section className="desk-card" aria-labelledby="close-title">
      <h2 id="close-title">{t('lead.close')}</h2>
      <p className="desk-note">{t('lead.closeNote')}</p>
      <CloseMeeting view={view} variant="danger" />
    </section>
  )
}

/** The main room, with the organiser's own microphone and camera; also while the others sit at the tables. */
function Hall() {
  const t = useT()
  const room = useRoomView('plenary')
  if (!room) return null
  const { phase } = room.state
  if (phase.name === 'lobby' || phase.name === 'ended') return null
  return (
    <section className="organise-hall" aria-labelledby="hall-title">
      <div className="desk-head">
        <h2 id="hall-title">{t('lead.hall')}</h2>
        <OwnControls view={room} />
        <MicrophoneNote view={room} />
      </div>
      <StateSentence view={room} />
      <Plenary view={room} />
    </section>
  )
}
