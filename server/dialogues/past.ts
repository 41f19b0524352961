import * as Y from 'yjs'
import type { Words } from '../../shared/agreement/canonical.ts'
import { writeAgreement } from '../../shared/agreement/document.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import type { AgreementId, PersonId, SessionId, TableId } from '../../shared/dialogue/model.ts'
import type { DialogueRow, SpeechInterval, Store } from '../store/store.ts'

/** What one command did, and when. */
export interface PastStep {
  at: number
  actor: PersonId | 'system'
  events: DialogueEvent[]
}
/** A session as it went, from the first event of its log, and when it was planned. */
export interface PastSession {
  session: SessionId
  startsAt: number
  endsAt: number
  steps: PastStep[]
  spoken: Omit<SpeechInterval, 'session'>[]
}
/** What this person wrote in a table's text. */
export interface PastText {
  table: TableId
  person: PersonId
  words: Readonly<Record<AgreementId, Words>>
}

/** Stores sessions that went before; the dialogue goes on from the last. Only for one that was just made and nobody has opened yet. */
export type KeepPast = (
  dialogue: DialogueRow,
  sessions: readonly PastSession[],
  texts: readonly PastText[],
) => Promise<void>

export function createKeepPast(store: Store): KeepPast {
  return async (dialogue, sessions, texts) => {
    for (const text of texts) await keepText(store, dialogue, text)
    let before = dialogue.session
    for (const past of sessions) {
      const { session, startsAt, endsAt } = past
      const further = session !== before
      if (further) await store.people.addSession(dialogue.id, session)
      // of the dialogue's first session the beginning is stored already
      await keepSteps(store, past, further ? 0 : 1)
      await store.speech.add(past.spoken.map((stretch) => ({ ...stretch, session })))
      if (further)
        await store.people.enterSession({ dialogue: dialogue.id, after: before, session, startsAt, endsAt })
      before = session
    }
  }
}

async function keepSteps({ events: log }: Store, { session, steps }: PastSession, begun: number) {
  let after = begun
  for (const { at, actor, events } of steps.slice(begun)) {
    const answer = { ok: true } as const
    const appended = await log.append({ session, after, at, actor, commandId: null, answer, events })
    if (!appended.ok) throw new Error(`the past of ${session} could not be stored: ${appended.reason}`)
    after += events.length
  }
}

async function keepText({ documents }: Store, dialogue: DialogueRow, { table, person, words }: PastText) {
  const known = await documents.load(table, dialogue.id)
  const doc = new Y.Doc()
  for (const [id, written] of Object.entries(words)) writeAgreement(doc, { id, ...written })
  const update = Y.encodeStateAsUpdate(doc)
  const stored = await documents.append(table, known, [{ update, actor: person, claimed: [doc.clientID] }])
  doc.destroy()
  if (!stored) throw new Error(`the text of ${table} could not be stored: it has gone on`)
}
