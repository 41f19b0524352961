import { createRoot } from 'react-dom/client'
import { AgreementPanel } from '../../../client/agreement/AgreementPanel.tsx'
import { AgreementsReader } from '../../../client/agreement/AgreementsReader.tsx'
import { useSession } from '../../../client/session/store.ts'
import { Announcer } from '../../../client/ui/Announcer.tsx'
import { emptySession } from '../../../shared/dialogue/apply.ts'
import type { Person } from '../../../shared/dialogue/model.ts'
import '../../../client/ui/base.css'
import '../../../client/ui/parts.css'

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

useSession.setState({
  me,
  connection: 'live',
  about: {
    person: { id: me, name: me, role: 'participant' },
    dialogue: { id: 'dlg_test', title: 'Wonen', date: null, until: null, promise: null },
    session: 'ses_1',
    epochs: { [table]: 1 },
    demo: false,
  },
  state: {
    ...emptySession,
    people: { anna: person('anna'), bram: person('bram') },
    tables: { [table]: { id: table, number: 2, role: 'networking', facilitators: [] } },
    tableOrder: [table],
    seating: { version: 1, seats: { anna: table, bram: table }, pinned: [] },
    phase: phase === 'tables' ? { name: 'tables', version: 1 } : { name: 'plenary' },
    shared: phase !== 'tables',
  },
})

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
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
    </main>,
  )
}
