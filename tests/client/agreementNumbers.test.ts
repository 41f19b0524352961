import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { columnsOf, numberedTables, numberOf } from '../../client/agreement/reading.ts'
import { closedText, type TextView } from '../../client/agreement/store.ts'
import { exportJson, exportMarkdown, type ExportInput } from '../../server/exports/export.ts'
import type { AgreementText } from '../../shared/agreement/document.ts'
import type { GovernmentRole } from '../../shared/dialogue/model.ts'

/** An agreement has one number: on the reader's screen, at the desk, at the table and in every export. */
const agreement = (id: string, title = id): AgreementText => ({ id, title, text: [], why: [] })
const table = (number: number, role: GovernmentRole) => ({ id: `t${number}`, number, role, facilitators: [] })
const STATE = {
  tables: { t1: table(1, 'lawful'), t2: table(2, 'networking'), t5: table(5, 'lawful') },
  tableOrder: ['t1', 't2', 't5'],
}
const TEXTS: Record<string, AgreementText[]> = {
  t1: [agreement('leeg', ''), agreement('a'), agreement('b')],
  t2: [agreement('c')],
  t5: [agreement('d')],
}
const NUMBERS = { a: 1, b: 2, c: 3, d: 4 }

const doc = new Y.Doc()
const open = { doc, awareness: new Awareness(doc) }
const views = (but: Record<string, Partial<TextView>> = {}): Record<string, TextView> =>
  Object.fromEntries(
    Object.entries(TEXTS).map(([id, text]) => [
      id,
      { ...closedText, status: 'open', open, text, ...but[id] } satisfies TextView,
    ]),
  )
const columns = () => columnsOf(numberedTables(STATE, views()))
const exported: ExportInput = {
  title: 'Wonen',
  date: null,
  tables: STATE.tableOrder.map((id) => {
    const { number, role } = STATE.tables[id as keyof typeof STATE.tables]
    return { number, role, roleName: role, agreements: TEXTS[id] ?? [] }
  }),
}

test('[T6] the reader, the desk, the table and both exports say the same number', () => {
  const read = columns().flatMap(({ agreements }) =>
    agreements.map((item) => [item.agreement.id, item.number]),
  )
  expect(Object.fromEntries(read)).toEqual(NUMBERS)

  const desk = Object.keys(NUMBERS).map((id) => [id, numberOf(numberedTables(STATE, views()), id)])
  expect(Object.fromEntries(desk)).toEqual(NUMBERS)

  const headings = [...exportMarkdown(exported).matchAll(/^### (\d+)\. (.+)$/gm)].map(([, number, title]) => [
    title,
    Number(number),
  ])
  expect(Object.fromEntries(headings)).toEqual(NUMBERS)

  const data = JSON.parse(exportJson(exported)) as {
    tables: { agreements: { title: string; number: number }[] }[]
  }
  const written = data.tables.flatMap(({ agreements }) => agreements)
  expect(Object.fromEntries(written.map(({ title, number }) => [title, number]))).toEqual(NUMBERS)
})

test('[T6] the roles stand side by side; the numbers go along the tables, the empty ones have none', () => {
  expect(
    columns().map(({ role, agreements }) => [role, agreements.map((item) => [item.number, item.table])]),
  ).toEqual([
    [
      'lawful',
      [
        [1, 1],
        [2, 1],
        [4, 5],
      ],
    ],
    ['networking', [[3, 2]]],
  ])
  expect(numberOf(numberedTables(STATE, views()), 'leeg')).toBeNull()
})

test.each<[string, Partial<TextView>]>([
  ['closed to this person', { open: null }],
  ['still coming in', { status: 'opening', text: [] }],
  ['damaged', { status: 'broken' }],
])('no number is said behind a text that is %s: it could be another one than others see', (_, view) => {
  const tables = numberedTables(STATE, views({ t2: view }))
  expect(['a', 'b', 'd'].map((id) => numberOf(tables, id))).toEqual([1, 2, null])
})

test('a line that is lost for a moment takes no number away', () => {
  const tables = numberedTables(STATE, views({ t2: { status: 'lost' } }))
  expect(numberOf(tables, 'd')).toBe(4)
})
