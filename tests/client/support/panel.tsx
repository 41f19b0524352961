import { act } from '@testing-library/react'
import { vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { closedText, setText, type TextView } from '../../../client/core/texts/store.ts'
import { AgreementPanel } from '../../../client/parts/agreement/AgreementPanel.tsx'
import { Announcer } from '../../../client/parts/ui/Announcer.tsx'
import { readTable, writeAgreement } from '../../../shared/agreement/document.ts'
import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { emptySession } from '../../../shared/dialogue/emptySession.ts'
import type { Person, Phase, Role, SessionState } from '../../../shared/dialogue/model.ts'
import { clientWith } from './client.ts'
import { renderWith } from './render.tsx'

const WORDS = { title: 'Vroeg', text: paragraphs('Een'), why: [] }
/** Its third version lies before everybody. */
export const FIXED = { presented: { version: 3, words: WORDS, hash: '0' } }
const TABLES: Phase = { name: 'tables', version: 1 }

interface Given {
  role?: Role
  phase?: Phase
  agreements: Agreement[]
}

function known({ role = 'participant', phase = TABLES, agreements }: Given): SessionState {
  const riet: Person = {
    id: 'per_1',
    name: 'Riet',
    role,
    group: 'inwoner',
    detail: null,
    joined: true,
    left: false,
    phone: false,
  }
  return {
    ...emptySession,
    people: { per_1: riet },
    order: ['per_1'],
    tables: {
      t1: {
        id: 't1',
        number: 1,
        role: 'networking' as const,
        facilitators: role === 'facilitator' ? ['per_1'] : [],
      },
    },
    tableOrder: ['t1'],
    agreements: Object.fromEntries(agreements.map((one) => [one.id, one])),
    seating: { version: 1, seats: role === 'participant' ? { per_1: 't1' } : {}, pinned: [] },
    phase,
  }
}

/** The panel of a table whose text is open, as somebody sees it. */
export function panel(given: Given) {
  const client = clientWith({ session: { me: 'per_1', state: known(given) } })
  const doc = new Y.Doc()
  for (const { id } of given.agreements) writeAgreement(doc, { id, ...WORDS })
  const open = { doc, awareness: new Awareness(doc) }
  vi.spyOn(client.texts, 'open').mockImplementation(() => undefined)
  vi.spyOn(client.texts, 'resume').mockImplementation(() => undefined)
  vi.spyOn(client.texts, 'leave').mockImplementation(() => undefined)
  const send = vi.spyOn(client.session, 'send').mockResolvedValue({ ok: true })
  setText(client.texts.store, 't1', { ...closedText, status: 'open', open, text: readTable(doc) })
  renderWith(
    client,
    <>
      <AgreementPanel table="t1" />
      <Announcer />
    </>,
  )
  const becomes = (next: Given) =>
    act(() => client.session.store.setState({ state: known({ ...given, ...next }) }))
  const view = (change: Partial<TextView>) => act(() => setText(client.texts.store, 't1', change))
  return { becomes, send, view }
}
