import { createDialogueClient, type DialogueClient } from '../../../client/core/dialogueClient.ts'
import type { MediaStore } from '../../../client/core/media/store.ts'
import type { SessionStore } from '../../../shared/channel/store.ts'
import type { MeReply } from '../../../shared/protocol.ts'
import type { Clock } from '../../../shared/channel/surroundings.ts'

const about: MeReply = {
  person: { id: 'per_1', name: 'Riet', role: 'participant' },
  dialogue: { id: 'dia_1', title: 'Samen over de straat', date: null, until: null, promise: null },
  session: 'ses_1',
  phase: 'lobby',
  epochs: {},
  demo: false,
}

interface Known {
  session?: Partial<SessionStore>
  media?: Partial<MediaStore>
  clock?: Clock
}

/** A client without a line: it knows what the test tells it, and nothing else becomes of it however long the test takes. */
export function clientWith({ session = {}, media = {}, clock }: Known = {}): DialogueClient {
  const client = createDialogueClient({
    url: new URL('/p/per_1/', location.href).href,
    clock,
    connect: () => ({ send: () => undefined, close: () => undefined }),
  })
  client.session.close()
  client.session.store.setState({ connection: 'live', about, ...session })
  client.media.store.setState(media)
  return client
}
