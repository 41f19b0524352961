import { createRoot } from 'react-dom/client'
import { AgreementPanel } from '../../../client/parts/agreement/AgreementPanel.tsx'
import { AgreementsReader } from '../../../client/parts/agreement/AgreementsReader.tsx'
import { createDialogueClient } from '../../../client/core/dialogueClient.ts'
import { DialogueProvider } from '../../../client/hooks/DialogueProvider.tsx'
import { Announcer } from '../../../client/parts/ui/Announcer.tsx'
import { emptySession } from '../../../shared/dialogue/emptySession.ts'
import type { Person } from '../../../shared/dialogue/model.ts'
import { agreementWith } from '../../client/support/agreements.ts'
import '../../client/support/words.ts'
import '../../../client/parts/ui/base.css'
import '../../../client/parts/ui/parts.css'

/** `?person=anna&table=tbl_…&phase=tables|plenary`: the panel, or after a recall the reader, for one person at one table. */
const asked = new URLSearchParams(location.search)
const me = asked.get('person') ?? 'anna'
const table = asked.get('table') ?? 'tbl_1'
const phase = asked.get('phase') ?? 'tables'

const person = (id: string): Person => ({
  id,
  name: id,
  role: 'participant',
  group: 'inwoner',
  detail: null,
  joined: true,
  left: false,
  phone: false,
})

/** Only the texts are real here: the line never opens. */
const client = createDialogueClient({
  url: new URL(`p/${me}/`, document.baseURI).href,
  connect: () => ({ send: () => undefined, close: () => undefined }),
})
addEventListener('beforeunload', (event) => client.texts.unsaved() && event.preventDefault())
client.session.store.setState({
  me,
  connection: 'live',
  about: {
    person: { id: me, name: me, role: 'participant' },
    dialogue: { id: 'dlg_test', title: 'Wonen', date: null, until: null, promise: null },
    session: 'ses_1',
    phase: 'tables',
    epochs: { [table]: 1 },
    demo: false,
  },
  state: {
    ...emptySession,
    people: { anna: person('anna'), bram: person('bram') },
    tables: { [table]: { id: table, number: 2, role: 'networking', facilitators: [] } },
    tableOrder: [table],
    agreements: { agr_1: agreementWith({ id: 'agr_1', table }) },
    seating: { version: 1, seats: { anna: table, bram: table }, pinned: [] },
    phase: phase === 'tables' ? { name: 'tables', version: 1 } : { name: 'plenary' },
    shared: phase !== 'tables',
  },
})

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <DialogueProvider client={client}>
      <main>
        <h1>Tafel 2</h1>
        {phase === 'tables' ? (
          <AgreementPanel table={table} />
        ) : (
          <>
            <h2>Afspraken</h2>
            <AgreementsReader />
          </>
        )}
        <Announcer />
      </main>
    </DialogueProvider>,
  )
}
