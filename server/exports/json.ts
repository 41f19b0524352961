import { canonicalWords, type Words } from '../../shared/agreement/canonical.ts'
import type { RichText } from '../../shared/agreement/richText.ts'
import { isoDay } from '../../shared/dialogue/session/moment.ts'
import { evaluationData } from './evaluated.ts'
import { publishable } from './groups.ts'
import type { PackageInput, SetAgreement, TableVersion } from './packageInput.ts'
import { saying } from './packageWords.ts'

/** Of the schema in docs/schema/agreements.json; another form of the data is another name. */
const FORMAT = 'dialoogtafel-package-1'

const note = (text: RichText): RichText => canonicalWords({ title: '', text, why: [] }).text

const wordsOf = (words: Words) => {
  const { title, text, why } = canonicalWords(words)
  return { title, text, why }
}

const agreement = (item: SetAgreement, index: number) => ({
  number: index + 1,
  ...wordsOf(item.words),
  hash: item.hash,
  origins: item.origins.map(({ table, role, session, version, oldNumber, objection }) => ({
    table,
    role,
    session,
    version,
    oldNumber,
    objection,
  })),
  objection: item.objection,
  note: item.note ? note(item.note) : null,
})

const version = ({ table, role, session, version: number, oldNumber, mergedFrom, words }: TableVersion) => ({
  table,
  role,
  session,
  version: number,
  oldNumber,
  mergedFrom: mergedFrom.map((from) => ({ table: from.table, role: from.role, oldNumber: from.oldNumber })),
  ...wordsOf(words),
})

/** The package as data, for other software: the same contents as the document, field by field, so that nothing else slips in. */
export function packageJson(input: PackageInput): string {
  const { subject, holder, question, occasion, arguments: reasons, remarks, costs } = input.proposal
  const data = {
    format: FORMAT,
    language: input.locale,
    title: input.title,
    author: input.author,
    date: isoDay(input.date),
    concept: input.concept,
    promise: input.promises.at(-1)?.text ?? null,
    promises: input.promises.map(({ text, at }) => ({ text, date: isoDay(at) })),
    groups: publishable(input.groups, saying(input.locale)('and')).map(({ name, people, seats, spoken }) => ({
      name,
      people,
      seats,
      spoken,
    })),
    sessions: input.sessions.map(({ title, date, people, tables }) => ({
      title,
      date: isoDay(date),
      people,
      tables,
    })),
    evaluations: evaluationData(input.evaluations),
    method: input.method,
    agreements: input.set.map(agreement),
    proposal: { subject, holder, question, occasion, arguments: reasons, remarks, costs },
    names: [...input.names],
    versions: input.versions.map(version),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}
