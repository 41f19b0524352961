import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { agreementsOf } from '../../shared/agreement/document.ts'
import { addAgreement, bodyOf, PARAGRAPH, titleOf } from '../../shared/agreement/text.ts'
import type { Entrance } from './entrance.ts'

/** What the simulated participants write about; a person's own agreements stay untouched. */
const TITLE = 'Vroeg meepraten'
const LETTER_MS = 60
const PATIENCE_MS = 8_000
/** The server's word that everything up to here is stored. */
const SAVED = 100

interface Writing {
  entrance: Entrance
  table: string
  epoch: number
  text: string
}

/** Writes one more paragraph, letter by letter as a person would. Rejects when the document does not open. */
export async function writeSentence({ entrance, table, epoch, text }: Writing): Promise<void> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${entrance.home.replace(/^http/, 'ws')}docs`, table, doc, {
    WebSocketPolyfill: socketWith(entrance),
    params: { epoch: String(epoch) },
    disableBc: true,
  })
  let saved: (() => void) | null = null
  provider.messageHandlers[SAVED] = () => saved?.()
  try {
    await within(PATIENCE_MS, (done) => provider.once('sync', () => done()))
    const paragraph = newParagraph(doc)
    for (let at = 0; at < text.length - 1; at += 2) {
      paragraph.insert(paragraph.length, text.slice(at, at + 2))
      await new Promise((resolve) => setTimeout(resolve, 2 * LETTER_MS))
    }
    const last = text.slice(paragraph.length)
    await within(PATIENCE_MS, (done) => {
      saved = done
      paragraph.insert(paragraph.length, last === '' ? ' ' : last)
    })
  } finally {
    provider.destroy()
    doc.destroy()
  }
}

function newParagraph(doc: Y.Doc): Y.XmlText {
  const own = () =>
    agreementsOf(doc)
      .toArray()
      .find((map) => titleOf(map)?.toString() === TITLE)
  if (!own()) addAgreement(doc, { id: `agr_${randomBytes(16).toString('base64url')}`, title: TITLE })
  const map = own()
  const body = map && bodyOf(map, 'text')
  if (!body) throw new Error('the document has no text to write in')
  const line = new Y.XmlText()
  const paragraph = new Y.XmlElement(PARAGRAPH)
  paragraph.insert(0, [line])
  body.insert(body.length, [paragraph])
  return line
}

/** The browser sends its cookie by itself; here it has to be given. */
function socketWith({ cookie, origin }: Entrance): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie, origin }, perMessageDeflate: false })
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}

function within(ms: number, begin: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer from the document within ${ms} ms`)), ms)
    begin(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
