import { canonicalWords } from '../../shared/agreement/canonical.ts'
import { PROPOSAL_FIELDS } from '../../shared/dialogue/council/proposal.ts'
import { clean } from '../../shared/dialogue/text.ts'
import { dayWords } from './dayWords.ts'
import { evaluationParts } from './evaluated.ts'
import { publishable } from './groups.ts'
import {
  heading,
  paragraph,
  prose,
  rich,
  section,
  words,
  type DocumentModel,
  type Part,
  type Table,
} from './model.ts'
import type { Origin, PackageInput, SetAgreement, TableVersion } from './packageInput.ts'
import { saying, type Say } from './packageWords.ts'
import { promiseParts } from './promise.ts'

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()
/** Several lines, without what has no place in text. */
const lines = (text: string): Part[] => prose(clean(text))

function people(input: PackageInput, say: Say): Part[] {
  const groups = publishable(input.groups, say('and'))
  if (groups.length === 0) return [paragraph(say('people.none'))]
  const percent = (share: number) => say('percent', { share: Math.round(share * 100) })
  const table: Table = {
    kind: 'table',
    head: [say('group'), say('group.people'), say('group.seats'), say('group.spoken')],
    rows: groups.map((group) => [
      oneLine(group.name),
      String(group.people),
      percent(group.seats),
      percent(group.spoken),
    ]),
  }
  return groups.length < input.groups.length ? [table, paragraph(say('people.small'))] : [table]
}

function sessions({ sessions: held, locale }: PackageInput, say: Say): Part[] {
  if (held.length === 0) return []
  const rows = held.map((session) => [
    oneLine(session.title),
    dayWords(session.date, locale),
    String(session.people),
    String(session.tables),
  ])
  const head = [say('session'), say('session.date'), say('session.people'), say('session.tables')]
  return [{ kind: 'table', head, rows }]
}

const went = (input: PackageInput, say: Say): Part[] => [
  heading(2, say('dialogue')),
  heading(3, say('people')),
  ...people(input, say),
  ...section(heading(3, say('sessions')), sessions(input, say)),
  ...section(heading(3, say('method')), lines(input.method)),
  ...section(heading(3, say('evaluation')), evaluationParts(input.evaluations, input.locale)),
]

const changedBy = (objection: string | null, say: Say): Part[] =>
  objection === null ? [] : [paragraph(say('objection', { objection: oneLine(objection) }))]

function origin({ objection, ...from }: Origin, say: Say): Part[] {
  const { table, role, session, version: number, oldNumber: old } = from
  const told = say('origin', { table, role: oneLine(role), session, version: number, old })
  return [paragraph(told), ...changedBy(objection, say)]
}

function agreement(item: SetAgreement, number: number, say: Say): Part[] {
  const { title, text, why } = canonicalWords(item.words)
  const note = item.note ? canonicalWords({ title: '', text: item.note, why: [] }).text : []
  return [
    heading(3, `${number}. ${title || say('untitled')}`),
    ...rich(text),
    ...section(heading(4, say('why')), rich(why)),
    ...item.origins.flatMap((from) => origin(from, say)),
    ...changedBy(item.objection, say),
    paragraph(say('hash', { hash: item.hash })),
    ...section(heading(4, say('note')), rich(note)),
  ]
}

const proposal = (input: PackageInput, say: Say): Part[] => [
  heading(2, say('proposal')),
  ...PROPOSAL_FIELDS.flatMap((field) => {
    const filled = lines(input.proposal[field])
    return [
      heading(3, say(`proposal.${field}`)),
      ...(filled.length > 0 ? filled : prose(say('proposal.empty'))),
    ]
  }),
]

function version(item: TableVersion, say: Say): Part[] {
  const { title, text, why } = canonicalWords(item.words)
  const { table, session, oldNumber: old, version: number, mergedFrom } = item
  const told = { table, session, old, version: number, title: title || say('untitled') }
  const from = mergedFrom.map((one) =>
    paragraph(say('mergedFrom', { table: one.table, role: oneLine(one.role), old: one.oldNumber })),
  )
  return [
    heading(3, say(mergedFrom.length > 0 ? 'version.merged' : 'version', told)),
    ...rich(text),
    ...section(heading(4, say('why')), rich(why)),
    ...from,
  ]
}

/** The council's package: what was promised, how it went, the set word for word, the draft proposal and the annexes. */
export function councilPackage(input: PackageInput): DocumentModel {
  const say = saying(input.locale)
  const title = oneLine(input.title)
  const names = input.names.map((name) => words(oneLine(name)))
  return {
    title,
    author: oneLine(input.author),
    date: input.date,
    language: input.locale,
    direction: 'ltr',
    parts: [
      heading(1, title),
      paragraph(dayWords(input.date, input.locale)),
      ...(input.concept ? [paragraph(say('concept'))] : []),
      ...section(heading(2, say('promise')), promiseParts(input.promises, input.locale)),
      ...went(input, say),
      ...section(
        heading(2, say('set')),
        input.set.flatMap((item, index) => agreement(item, index + 1, say)),
      ),
      ...proposal(input, say),
      ...section(heading(2, say('names')), names.length > 0 ? [{ kind: 'bullets', items: names }] : []),
      ...section(
        heading(2, say('annex')),
        input.versions.flatMap((item) => version(item, say)),
      ),
    ],
  }
}
