import { paragraphs } from '../../../shared/agreement/richText.ts'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { setText } from '../../../client/core/texts/store.ts'
import { DialogueProvider } from '../../../client/hooks/DialogueProvider.tsx'
import { Desk } from '../../../client/app/desk/Desk.tsx'
import { Between } from '../../../client/app/join/Between.tsx'
import { HelperList } from '../../../client/app/help/HelperList.tsx'
import { Organiser } from '../../../client/app/organise/Organiser.tsx'
import { Room } from '../../../client/app/room/Room.tsx'
import { Announcer } from '../../../client/parts/ui/Announcer.tsx'
import { startLanguage, withArabicOfSession } from '../../../client/parts/ui/language.ts'
import { ToastRegion } from '../../../client/parts/ui/Toast.tsx'
import { NOW } from '../organiseStates.ts'
import { caughtUp } from '../support/between.ts'
import { clientWith } from '../support/client.ts'
import { FROM, linkRow, mailed } from '../support/mailed.ts'
import { DESK_MOMENTS } from './deskStates.ts'
import { EVALUATIONS } from './evaluations.ts'
import { renamed } from './renamed.ts'
import { REPORT } from './report.ts'
import '../support/words.ts'
import '../../../client/parts/ui/base.css'
import '../../../client/parts/ui/parts.css'

/** `desk.html?state=10-desk&theme=contrast`: one state of the desk or of the organiser's screen. */
const asked = new URLSearchParams(location.search)
localStorage.clear()
await withArabicOfSession()
await startLanguage()
const moment = DESK_MOMENTS[asked.get('state') ?? '10-desk']
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
const client = clientWith({
  session: { offset: NOW - Date.now(), ...renamed(moment?.session ?? {}, asked.get('names')) },
  media: { status: 'on', room: moment?.screen === 'desk' ? 't2' : 'plenary' },
})

/** What was asked of the server, to look at: nothing here ever answers. */
const sent: [string, unknown][] = []
const { send } = client.session
client.session.send = (type, payload) => {
  sent.push([type, payload])
  return send(type, payload)
}
Object.assign(globalThis, { sent })

/** What is told to whoever leads tables: nothing of all rooms together. */
const ofTables = { ...REPORT, scopes: REPORT.scopes.map((scope) => ({ ...scope, together: null })) }

/** What these screens ask the server. */
const REPLIES: Record<string, object> = {
  balance: moment?.screen === 'organiser' ? REPORT : ofTables,
  evaluations: { sessions: EVALUATIONS },
  evaluation: { evaluation: null },
  'catch-up': caughtUp(NOW),
  links: [
    linkRow('Ineke', { role: 'organiser', group: null, opened: true }),
    ...['Riet', 'Anna', 'Mehmet', 'Joke', 'Lotte'].map((name) => linkRow(name, { opened: name === 'Riet' })),
  ],
  mail: {
    from: FROM,
    people: [
      mailed('riet', { invitation: { state: 'sent', at: NOW - 86_400_000 } }),
      mailed('anna', { invitation: { state: 'sent', at: NOW - 86_400_000 } }),
      mailed('mehmet', { bounced: true, invitation: { state: 'refused', at: NOW } }),
      mailed('joke', { noMail: true }),
    ],
  },
  retention: { names: '2027-07-17', all: '2029-01-15', named: true, leftOpen: true },
}
/** A list that is read: which column is the name is asked first. */
function listRead(columns: unknown): object {
  const known = { heading: true, name: [], group: 1, role: null, mail: null, number: null }
  const question = { headings: ['Persoon', 'Groep'], asks: ['name'], known, parts: [] }
  const was = { name: 'Riet', role: 'participant', group: 'inwoner', mail: null }
  const changed = [{ person: 'riet', was, becomes: { ...was, group: 'raad' } }]
  const plan = { fresh: 15, known: 40, changed, out: [], twice: 0 }
  return {
    errors: [],
    unread: ['Telefoon'],
    question: columns ? null : question,
    plan: columns ? plan : null,
  }
}
const readAs = (body: unknown): unknown =>
  typeof body === 'string' ? (JSON.parse(body) as { columns: unknown }).columns : null
globalThis.fetch = async (asks, init) => {
  const path = String(asks).split('/api/')[1] ?? ''
  const reply = path === 'people' ? listRead(readAs(init?.body)) : REPLIES[path]
  if (!reply) throw new Error(`the gallery has no ${String(asks)}`)
  return Response.json(reply)
}

const ToRead = () => <Between onGoOn={() => undefined} />
const SCREENS = { desk: Desk, organiser: Organiser, helper: HelperList, room: Room, between: ToRead }
const Screen = SCREENS[moment?.screen ?? 'organiser']
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <I18nProvider locale={asked.get('lang') === 'ar' ? 'ar' : 'nl-NL'}>
      <DialogueProvider client={client}>
        <Screen />
        <Announcer />
        <ToastRegion />
      </DialogueProvider>
    </I18nProvider>,
  )
}

const fill = () =>
  setText(client.texts.store, 't2', {
    status: 'open',
    text: {
      a1: {
        id: 'a1',
        title: 'Vroeg samen aan tafel',
        text: paragraphs('Inwoners zitten aan tafel vóór er een plan ligt. De gemeente nodigt hen uit.'),
        why: [],
      },
      a2: { id: 'a2', title: 'Wie mist er?', text: [], why: [] },
    },
  })
setTimeout(fill, 300)
