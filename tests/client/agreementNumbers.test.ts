import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { columnsOf, numberedTables } from '../../client/core/texts/reading.ts'
import { closedText, type TextView } from '../../client/core/texts/store.ts'
import { withWords } from '../../shared/dialogue/agreements/numbered.ts'
import { agreementsAt } from '../../shared/dialogue/agreements/agreements.ts'
import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import { exportJson, exportMarkdown, type ExportInput } from '../../server/exports/export.ts'
import type { AgreementText, TableText } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { GovernmentRole } from '../../shared/dialogue/model.ts'
import { agreementWith } from './support/agreements.ts'

/** An agreement has one number: on the reader's screen, at the desk, at the table and in every export. */
const words = (id: string, title = id): AgreementText => ({ id, title, text: [], why: [] })
const table = (number: number, role: GovernmentRole) => ({ id: `t${number}`, number, role, facilitators: [] })
/** Not in the order of the tables, and with one that was taken away: a number is given when an agreement is made. */
const AGREEMENTS: Agreement[] = [
  agreementWith({ id: 'leeg', table: 't1', number: 1 }),
  agreementWith({ id: 'c', table: 't2', number: 2 }),
  agreementWith({ id: 'a', table: 't1', number: 3 }),
  agreementWith({ id: 'weg', table: 't1', number: 4, state: 'withdrawn' }),
  agreementWith({ id: 'd', table: 't5', number: 5 }),
  agreementWith({ id: 'b', table: 't1', number: 6 }),
]
const STATE = {
  tables: { t1: table(1, 'lawful'), t2: table(2, 'networking'), t5: table(5, 'lawful') },
  tableOrder: ['t1', 't2', 't5'],
  agreements: Object.fromEntries(AGREEMENTS.map((one) => [one.id, one])),
}
const TEXTS: Record<string, TableText> = {
  t1: { leeg: words('leeg', ''), a: words('a'), b: words('b'), weg: words('weg') },
  t2: { c: words('c') },
  t5: { d: words('d') },
}
const NUMBERS = { a: 3, b: 6, c: 2, d: 5 }

const doc = new Y.Doc()
const open = { doc, awareness: new Awareness(doc) }
const views = (but: Record<string, Partial<TextView>> = {}): Record<string, TextView> =>
  Object.fromEntries(
    Object.entries(TEXTS).map(([id, text]) => [
      id,
      { ...closedText, status: 'open', open, text, ...but[id] } satisfies TextView,
    ]),
  )
const columns = (state = STATE) => columnsOf(numberedTables(state, views()))
const exported: ExportInput = {
  title: 'Wonen',
  date: null,
  tables: numberedTables(STATE, views()).map(({ table: { number, role }, agreements }) => ({
    number,
    role,
    roleName: role,
    unread: false,
    agreements: agreements.flatMap(({ agreement, words: known }) =>
      known ? [{ ...known, number: agreement.number, mergedFrom: [] }] : [],
    ),
  })),
}

test('[T6] the reader, the desk and both exports say the same number', () => {
  const read = columns().flatMap(({ agreements }) =>
    agreements.map(({ agreement }) => [agreement.id, agreement.number]),
  )
  expect(Object.fromEntries(read)).toEqual(NUMBERS)

  const desk = STATE.tableOrder.flatMap((id) =>
    withWords(agreementsAt(STATE, id), TEXTS[id] ?? null).map(({ agreement }) => [
      agreement.id,
      agreement.number,
    ]),
  )
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

test('[T6] the roles stand side by side, each table in the order in which its agreements were made', () => {
  expect(
    columns().map(({ role, agreements }) => [
      role,
      agreements.map((item) => [item.agreement.number, item.table]),
    ]),
  ).toEqual([
    [
      'lawful',
      [
        [3, 1],
        [6, 1],
        [5, 5],
      ],
    ],
    ['networking', [[2, 2]]],
  ])
})

test.each<[string, Partial<TextView>]>([
  ['closed to this person', { open: null }],
  ['still coming in', { status: 'opening', text: {} }],
  ['damaged', { status: 'broken' }],
])('behind a text that is %s an agreement keeps its number, and its words are not guessed', (_, view) => {
  const all = numberedTables(STATE, views({ t2: view })).flatMap(({ agreements }) => agreements)
  expect(all.map(({ agreement, words: known }) => [agreement.number, known?.title ?? null])).toEqual([
    [3, 'a'],
    [6, 'b'],
    [2, null],
    [5, 'd'],
  ])
})

test('[C3] what is put forward is read as it was put forward, whatever the document says', () => {
  const presented = {
    version: 1,
    words: { title: 'Zo', text: paragraphs('Zo staat het.'), why: [] },
    hash: 'x',
  }
  const agreements = { ...STATE.agreements, c: { ...AGREEMENTS[1]!, state: 'presented' as const, presented } }
  const read = columns({ ...STATE, agreements }).find(({ role }) => role === 'networking')
  expect(read?.agreements[0]?.words).toEqual(presented.words)
})
