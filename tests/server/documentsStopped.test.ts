import pino from 'pino'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createEntries } from '../../server/documents/entries.ts'
import { freeze, wordsOf } from '../../server/documents/freeze.ts'
import { openTable } from '../../server/documents/table.ts'
import { OldEpoch } from '../../server/store/documents.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { UNCOUNTED } from '../../server/kit/counts.ts'
import { writeAgreement } from '../../shared/agreement/document.ts'
import { rights } from '../support/documents.ts'
import { until } from '../support/until.ts'

const log = pino({ level: 'silent' })

/** An empty text, rebuilt as often as `epoch` says. */
function textStore() {
  const here = { epoch: 1, released: [] as number[] }
  const now = (epoch: number) => ({
    epoch,
    seq: 0,
    from: 0,
    state: null,
    updates: [],
    authors: [],
    holds: 0,
    held: [],
  })
  const store: DocumentStore = {
    load: async () => now(here.epoch),
    async after(_table, { epoch }) {
      if (epoch !== here.epoch) throw new OldEpoch('over')
      return now(epoch)
    },
    look: async () => [],
    epoch: async () => here.epoch,
    hold: async (_table, epoch) => ({ epoch, seq: 0, holds: 1 }),
    async release(_table, epoch) {
      here.released.push(epoch)
      return { epoch, seq: 0, holds: 2 }
    },
    append: async () => null,
    snapshot: async () => undefined,
  }
  return { store, here }
}

const others = { committed: () => undefined, upToDate: () => Promise.resolve() }
const hooks = { stored: () => undefined, failed: () => undefined, answered: () => undefined, others }

test('a text that was rebuilt meanwhile is not read as it was: asked for again it is loaded anew', async () => {
  const { store, here } = textStore()
  const document = await openTable(store, 'tbl_1', 'dlg_1', hooks, log)
  here.epoch = 2
  await expect(document.current()).rejects.toThrow('loaded anew')
  await expect(document.current()).rejects.toThrow('loaded anew')

  const telling = { stored: () => undefined, present: () => undefined, forgotten: () => undefined }
  const entries = createEntries({ store, log, counts: UNCOUNTED, others: { telling, ...others } })
  const read = () =>
    entries.visit('tbl_1', 'dlg_1', async (text) => {
      await wordsOf(text, 'agr_1')
      return text.version().epoch
    })
  expect(await read()).toBe(2)
  here.epoch = 3
  expect(await read()).toBe(3)
  await entries.close()
})

test('words that stood still when their text went from memory are free again for other nodes', async () => {
  const { store, here } = textStore()
  const document = await openTable(store, 'tbl_1', 'dlg_1', hooks, log)
  const { release } = await freeze(document, 'agr_1')
  document.stop()
  release()
  await until('released', () => here.released.length > 0)
  expect(here.released).toEqual([1])
})

/** The words of an agreement as one change. */
function written(title: string): Uint8Array {
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_1', title })
  return Y.encodeStateAsUpdate(doc)
}

test('[A3] words stand still also when their text was just about to leave memory', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store } = textStore()
  const load: DocumentStore['load'] = async (...asked) => ({
    ...(await store.load(...asked)),
    seq: 1,
    updates: [{ seq: 1, update: written('Vroeg') }],
  })
  let isWritten: (() => void) | null = null
  const snapshot = () => new Promise<void>((resolve) => (isWritten = resolve))
  const entries = createEntries({ store: { ...store, load, snapshot }, log, counts: UNCOUNTED })
  await entries.visit('tbl_1', 'dlg_1', (text) => wordsOf(text, 'agr_1'))
  await vi.advanceTimersByTimeAsync(30_000)
  vi.useRealTimers()
  await until('it writes what is left', () => isWritten !== null)

  const { release } = await entries.visit('tbl_1', 'dlg_1', (text) => freeze(text, 'agr_1'))
  ;(isWritten as (() => void) | null)?.()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const { document } = await entries.of('tbl_1', 'dlg_1').place
  const writer = {
    person: 'per_anna',
    rights: () => rights(),
    clients: new Set<number>(),
    mayClaim: () => true,
    saved: () => undefined,
    refused: () => undefined,
  }
  expect(document.submit(written(' en laat'), writer)).toMatchObject({ kind: 'refused', why: 'locked' })
  release()
})
