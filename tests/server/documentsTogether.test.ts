import { setImmediate as turn } from 'node:timers/promises'
import pino from 'pino'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'
import type { Writer } from '../../server/documents/authors.ts'
import { openTable } from '../../server/documents/table.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { rights } from '../support/documents.ts'
import { until } from '../support/until.ts'

const empty = { epoch: 1, seq: 0, from: 0, state: null, updates: [], authors: [], holds: 0, held: [] }

/** Numbers what is appended; a commit ends when `commit` is called. */
function heldStore() {
  const batches: number[] = []
  let commit = () => undefined as void
  let seq = 0
  const store: DocumentStore = {
    load: async () => empty,
    after: async () => empty,
    look: async () => [],
    epoch: async () => 1,
    hold: async () => ({ epoch: 1, seq, holds: 1 }),
    release: async () => ({ epoch: 1, seq, holds: 2 }),
    append: (_table, _epoch, updates) => {
      batches.push(updates.length)
      const numbers = updates.map(() => ++seq)
      return new Promise((resolve) => (commit = () => resolve(numbers)))
    },
    snapshot: async () => undefined,
  }
  return { store, batches, commit: () => commit() }
}

/** Somebody who types letters into the title, and each letter as an update of its own. */
function typist(person: string) {
  const doc = new Y.Doc()
  const saved: number[] = []
  const writer: Writer = {
    person,
    rights: () => rights(),
    clients: new Set(),
    mayClaim: () => true,
    saved: (seq) => void saved.push(seq),
    refused: () => undefined,
  }
  const letter = (): Uint8Array => {
    const made: Uint8Array[] = []
    const note = (update: Uint8Array) => void made.push(update)
    doc.on('update', note)
    titleOf(doc, 'agr_1').insert(0, 'a')
    doc.off('update', note)
    return Y.mergeUpdates(made)
  }
  return { writer, saved, letter }
}

const hooks = { stored: () => undefined, failed: () => undefined, answered: () => undefined }
const log = pino({ level: 'silent' })

test('whoever writes while nothing is being stored waits for no clock; what comes during a commit goes together', async () => {
  const { store, batches, commit } = heldStore()
  const table = await openTable(store, 'tbl_1', 'dlg_1', hooks, log)
  const people = ['per_a', 'per_b', 'per_c'].map(typist)
  const all = () => people.forEach(({ writer, letter }) => table.submit(letter(), writer))
  const [first] = people
  if (first) table.submit(first.letter(), first.writer)
  await turn()
  expect(batches).toEqual([1])
  all()
  await turn()
  all()
  await turn()
  expect(batches, 'nothing is begun while a commit is under way').toEqual([1])
  expect(first?.saved).toEqual([])
  commit()
  await turn()
  await turn()
  expect(first?.saved).toEqual([1])
  expect(batches).toEqual([1, 6])
  commit()
  await turn()
  expect(people.map(({ saved }) => saved.length)).toEqual([3, 2, 2])
  table.stop()
})

test('an answer without anything to store comes later than the acceptance, and the next is stored all the same', async () => {
  const { store, batches, commit } = heldStore()
  const table = await openTable(store, 'tbl_1', 'dlg_1', hooks, log)
  const { writer, saved, letter } = typist('per_a')
  const update = letter()
  table.submit(update, writer)
  await turn()
  commit()
  await turn()
  table.submit(update, writer)
  expect(saved, 'not before it was accepted').toEqual([1])
  await turn()
  expect(saved).toEqual([1, 1])
  table.submit(letter(), writer)
  await turn()
  expect(batches).toEqual([1, 1])
  table.stop()
})

test('what others stored in the same words is looked at beside ours, also when the shadow was made again meanwhile', async () => {
  const theirs = typist('per_elsewhere').letter()
  const { store } = heldStore()
  let stored = 0
  const behind: DocumentStore = {
    ...store,
    append: async () => (stored === 0 ? null : [2]),
    after: async () => {
      stored = 1
      return { ...empty, seq: 1, updates: [{ seq: 1, update: theirs }] }
    },
  }
  const table = await openTable(behind, 'tbl_1', 'dlg_1', hooks, log)
  const anna = typist('per_a')
  let looked = 0
  anna.writer.rights = () => {
    looked += 1
    return rights()
  }
  const bram = typist('per_b')
  bram.writer.rights = () => rights(['agr_2'])
  table.submit(anna.letter(), anna.writer)
  expect(table.submit(bram.letter(), bram.writer).kind).toBe('refused')
  await until('stored', () => anna.saved.length > 0)
  expect(looked).toBe(2)
  table.stop()
})
