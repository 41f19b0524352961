import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { PARAGRAPH } from '../../shared/agreement/blocks.ts'
import { bodyOf, readTable, titleOf } from '../../shared/agreement/document.ts'
import { SAVED } from '../../shared/wire.ts'
import { within } from '../kit/within.ts'
import { newId } from '../kit/newId.ts'
import type { Session } from '../../shared/channel/session.ts'
import type { Entrance } from './entrance.ts'

/** What the simulated participants write about; a person's own agreements stay untouched. */
const TITLE = 'Vroeg meepraten'
const LETTER_MS = 60
const PATIENCE_MS = 8_000

interface Writing {
  entrance: Entrance
  table: string
  epoch: number
  text: string
  /** The table's agreements in which may be written. */
  openNow(): readonly string[]
  /** Makes a new one; its id. */
  add(): Promise<string>
}

/** Writes one more paragraph, letter by letter as a person would. Rejects when the document does not open. */
export async function writeSentence({ entrance, table, epoch, text, openNow, add }: Writing): Promise<void> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${entrance.home.replace(/^http/, 'ws')}docs`, table, doc, {
    WebSocketPolyfill: socketWith(entrance),
    params: { epoch: String(epoch) },
    disableBc: true,
  })
  let saved: (() => void) | null = null
  provider.messageHandlers[SAVED] = () => saved?.()
  try {
    await answered((done) => provider.once('sync', () => done()))
    const own = ownIn(doc, openNow()) ?? (await add())
    const paragraph = newParagraph(doc, own)
    for (let at = 0; at < text.length - 1; at += 2) {
      paragraph.insert(paragraph.length, text.slice(at, at + 2))
      await pause(2 * LETTER_MS)
    }
    const last = text.slice(paragraph.length)
    await answered((done) => {
      saved = done
      paragraph.insert(paragraph.length, last === '' ? ' ' : last)
    })
  } finally {
    provider.destroy()
    doc.destroy()
  }
}

const ownIn = (doc: Y.Doc, open: readonly string[]): string | undefined => {
  const text = readTable(doc)
  return open.find((id) => text[id]?.title === TITLE)
}

/** A line of its own to write on; nobody leaves an empty one above their words. */
export function newParagraph(doc: Y.Doc, agreement: string): Y.XmlText {
  const title = titleOf(doc, agreement)
  if (title.length === 0) title.insert(0, TITLE)
  const body = bodyOf(doc, agreement, 'text')
  const line = new Y.XmlText()
  const last = body.toArray().at(-1)
  if (last instanceof Y.XmlElement && isEmpty(last)) last.insert(0, [line])
  else {
    const paragraph = new Y.XmlElement(PARAGRAPH)
    paragraph.insert(0, [line])
    body.insert(body.length, [paragraph])
  }
  return line
}

const isEmpty = (paragraph: Y.XmlElement) =>
  paragraph.toArray().every((part) => part instanceof Y.XmlText && part.length === 0)

/** The browser sends its cookie by itself; here it has to be given. */
function socketWith({ cookie, origin }: Entrance): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie, origin }, perMessageDeflate: false })
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}

const answered = (begin: (done: () => void) => void) =>
  within(new Promise<void>(begin), PATIENCE_MS, 'the document')

/** The id is the maker's, as in a browser: sent twice it is made once. */
export async function addAgreement(session: Pick<Session, 'send'>, table: string): Promise<string> {
  const agreement = newId('agr')
  const answer = await session.send('addAgreement', { table, agreement })
  if (!answer.ok) throw new Error(`no agreement was made: ${answer.code}`)
  return agreement
}
