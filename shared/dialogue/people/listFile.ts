import Papa from 'papaparse'
import type { KnownPerson } from './importPlan.ts'
import { wordOf } from './listWords.ts'

const HEADINGS = ['naam', 'groep', 'rol', 'e-mail', 'kenmerk']

/** Also where an apostrophe stands before it already: the import takes one off. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * People as a file that Excel opens as it is, with the columns that the import reads. What a spreadsheet would take for a formula
 * stands behind an apostrophe, which the import takes off again.
 */
export function listFile(people: readonly KnownPerson[]): string {
  const rows = people.map(({ name, group, role, mail, listed }) => [
    name,
    group ?? '',
    wordOf(role),
    mail ?? '',
    listed?.number ?? '',
  ])
  const text = Papa.unparse([HEADINGS, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA })
  return `\uFEFF${text}\r\n`
}
