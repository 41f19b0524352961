import { createRoot } from 'react-dom/client'
import { setText } from '../../../client/agreement/store.ts'
import Desk from '../../../client/facilitate/Desk.tsx'
import HelperList from '../../../client/help/HelperList.tsx'
import { useMedia } from '../../../client/media/store.ts'
import Organiser from '../../../client/organise/Organiser.tsx'
import { useSession } from '../../../client/session/store.ts'
import Room from '../../../client/tables/Room.tsx'
import { Announcer } from '../../../client/ui/Announcer.tsx'
import { ToastRegion } from '../../../client/ui/Toast.tsx'
import { NOW } from '../organiseStates.ts'
import { DESK_MOMENTS } from './deskStates.ts'
import { REPORT } from './report.ts'
import '../../../client/ui/base.css'
import '../../../client/ui/parts.css'

/** `desk.html?state=10-desk&theme=contrast`: one state of the desk or of the organiser's screen. */
const asked = new URLSearchParams(location.search)
const moment = DESK_MOMENTS[asked.get('state') ?? '10-desk']
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
if (moment) {
  useSession.setState({ connection: 'live', offset: NOW - Date.now(), ...moment.session })
  useMedia.setState({ status: 'on', room: moment.screen === 'desk' ? 't2' : 'plenary' })
}

/** What is told to whoever leads tables: nothing of all rooms together. */
const ofTables = { ...REPORT, scopes: REPORT.scopes.map((scope) => ({ ...scope, together: null })) }

/** The one question to the server that these screens ask. */
globalThis.fetch = (asks) =>
  String(asks).endsWith('/api/balance')
    ? Promise.resolve(Response.json(moment?.screen === 'organiser' ? REPORT : ofTables))
    : Promise.reject(new Error(`the gallery has no ${String(asks)}`))

const SCREENS = { desk: Desk, organiser: Organiser, helper: HelperList, room: Room }
const Screen = SCREENS[moment?.screen ?? 'organiser']
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <>
      <Screen />
      <Announcer />
      <ToastRegion />
    </>,
  )
}

const fill = () =>
  setText('t2', {
    status: 'open',
    text: [
      {
        id: 'a1',
        title: 'Vroeg samen aan tafel',
        text: ['Inwoners zitten aan tafel vóór er een plan ligt. De gemeente nodigt hen uit.'],
        why: [],
      },
      { id: 'a2', title: 'Wie mist er?', text: [], why: [] },
    ],
  })
setTimeout(fill, 300)
