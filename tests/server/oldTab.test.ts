import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createTexts } from '../../client/core/texts/texts.ts'
import { bodyOf, titleOf } from '../../shared/agreement/document.ts'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { agreement as words } from '../../shared/messages/agreement.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { fakeSession } from '../client/support/fakeSession.ts'
import { does, peopleAtTables } from '../support/agreeing.ts'
import { columnsWith } from '../support/everyColumn.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { until } from '../support/until.ts'
import type { Visitor } from '../support/visitor.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

const { house, database, restart } = ownHouse()
let line: { isUp: boolean; sockets: WebSocket[]; closed: number[] }

afterEach(() => vi.unstubAllGlobals())

/** The product's own texts as a browser's tab has them, on a line that the test takes away. */
async function tabOf(visitor: Visitor, table: string) {
  const { origin } = new URL(visitor.home)
  const here = { isUp: true, sockets: [] as WebSocket[], closed: [] as number[] }
  line = here
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(url: string) {
        super(here.isUp ? url : 'ws://127.0.0.1:1', { headers: { cookie: visitor.cookie, origin } })
        here.sockets.push(this)
        this.on('close', (code) => here.closed.push(code))
        this.on('error', () => undefined)
      }
    },
  )
  const about = () => visitor.get<MeReply>('api/me')
  const session = fakeSession({ me: visitor.person, about: await about() })
  const refreshAbout = async () => session.store.setState({ about: await about() })
  const texts = createTexts({ url: visitor.home, session, refreshAbout })
  texts.open(table)
  const view = () => texts.store.getState()[table]
  await until('the text is open', () => view()?.status === 'open', 8_000)
  return { texts, view }
}

function loseLine(): void {
  line.isUp = false
  for (const socket of line.sockets) socket.terminate()
}

test('[V27] what was written without a line, more than the server takes at once, is stored when the line is back', async () => {
  const agreeing = await peopleAtTables(house)
  const { visitor } = agreeing.who('Riet')
  const { table, agreement } = await agreeing.writes('Riet', {
    title: 'Bankjes',
    text: paragraphs('Oud.'),
    why: [],
  })
  const { texts, view } = await tabOf(visitor, table)
  await until('the words are there', () => view()?.text[agreement]?.title === 'Bankjes')
  loseLine()
  await until('the tab knows', () => view()?.status === 'lost')
  const { doc } = view()?.open ?? {}
  if (!doc) throw new Error('no text')
  const added = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [added])
  bodyOf(doc, agreement, 'text').push([paragraph])
  for (let word = 0; added.length < 1.5 * DOCUMENT_LIMITS.frame; word++)
    added.insert(word % 2 === 0 ? 0 : added.length, `${word} `.repeat(40))

  const before = line.closed.length
  line.isUp = true
  await until('all of it is stored', () => view()?.saved === 'saved', 30_000)
  expect(line.closed.slice(before)).not.toContain(1009)
  expect(view()?.left).toBeNull()
  const { state, updates } = await house.store.documents.load(table, agreeing.dialogue)
  const stored = new Y.Doc()
  if (state) Y.applyUpdate(stored, state)
  for (const { update } of updates) Y.applyUpdate(stored, update)
  expect(bodyOf(stored, agreement, 'text').toString()).toBe(bodyOf(doc, agreement, 'text').toString())
  texts.close()
  await agreeing.close()
}, 90_000)

test('a tab that was away for a week, while the text got another epoch, brings nothing back and offers what it had to copy', async () => {
  const agreeing = await peopleAtTables(house)
  const [saskia, riet, mehmet] = ['Saskia', 'Riet', 'Mehmet'].map(agreeing.who)
  if (!saskia || !riet || !mehmet) throw new Error('nobody there')
  const { table, agreement } = await agreeing.writes('Riet', {
    title: 'Bankjes',
    text: paragraphs('Oud.'),
    why: [],
  })
  const { texts, view } = await tabOf(riet.visitor, table)
  await until('the words are there', () => view()?.text[agreement]?.title === 'Bankjes')

  // the line goes, and the tab is written in
  loseLine()
  await until('the tab knows', () => view()?.status === 'lost')
  const { doc } = view()?.open ?? {}
  if (!doc) throw new Error('no text')
  titleOf(doc, agreement).insert(0, 'Zonnige onverstuurde ')
  expect(view()?.saved).toBe('unsent')

  await does(saskia, 'announceRecall', {})
  await does(saskia, 'finishRecall', { version: 1 })
  await does(saskia, 'endSession', {})
  await agreeing.close()
  await restart({ now: () => Date.now() + WEEK })
  expect((await saskia.visitor.send('DELETE', `api/people/${mehmet.row.id}`)).status).toBe(200)
  const stands = await house.store.documents.load(table, agreeing.dialogue)
  expect(stands.epoch).toBe(2)

  // and is there again: with what it knew, under the epoch it knew
  const before = line.closed.length
  line.isUp = true
  await until('it is told', () => line.closed.slice(before).includes(4412), 20_000)
  await until(
    'it has the text that is there now',
    () => view()?.status === 'open' && view()?.open?.doc !== doc,
    10_000,
  )
  expect(view()?.text[agreement]?.title).toBe('Bankjes')
  const { left } = view() ?? {}
  expect(left).toEqual({ words: 'Zonnige onverstuurde Bankjes\nOud.', refused: false })
  // what the screen says above those words
  expect(words['agreement.left'].nl).toBe('Dit had u nog niet verstuurd. Het staat niet in de afspraak:')
  expect(await columnsWith(database, 'onverstuurde')).toEqual([])
  expect(await house.store.documents.load(table, agreeing.dialogue)).toEqual(stands)
  texts.close()
})
