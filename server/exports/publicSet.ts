import { canonicalWords, type PlainWords } from '../../shared/agreement/canonical.ts'
import { isoDay } from '../../shared/dialogue/session/moment.ts'
import { dayWords } from './dayWords.ts'
import { evaluationData, evaluationParts } from './evaluated.ts'
import { publishable } from './groups.ts'
import { markdown } from './markdown.ts'
import { heading, paragraph, prose, rich, section, words, type DocumentModel, type Part } from './model.ts'
import { odt } from './odt.ts'
import { packageWords, saying } from './packageWords.ts'
import { promiseParts } from './promise.ts'
import { pdfInThread } from './pdfInThread.ts'
import { figuresOf, stateWords, sumOf } from './publicFigures.ts'
import type { PublicAgreement, PublicContents } from './publicContents.ts'
import { sayingPublic, type PublicForm, type SayPublic } from './publicWords.ts'

/** The set as anybody may keep it: what the public page says, and nothing more. */

const councilTold = ({ judged }: PublicAgreement, say: SayPublic): Part[] => {
  const { verdict, words: other, by, reason } = judged
  if (verdict === 'adopted') return []
  if (verdict === 'declined') return [heading(4, say('declined')), ...prose(reason)]
  return [
    heading(4, say('council')),
    ...(other ? plainly(other) : []),
    paragraph(say('by', { by })),
    heading(4, say('reason')),
    ...prose(reason),
  ]
}
const plainly = ({ title, text, why }: PlainWords): Part[] => [title, text, why].flatMap(prose)

function agreement(one: PublicAgreement, index: number, input: PublicContents, say: SayPublic): Part[] {
  const { locale } = input
  const { title, text, why } = canonicalWords(one.words)
  const follow = one.follow.map(({ state, at, text: done }) =>
    paragraph(say('followed', { state: stateWords(state, locale), day: dayWords(at, locale), text: done })),
  )
  return [
    heading(3, `${index + 1}. ${title}`),
    ...rich(text),
    ...section(heading(4, say('why')), rich(why)),
    paragraph(say('status', { state: stateWords(one.state, locale) })),
    ...councilTold(one, say),
    ...follow,
    ...one.origins.map(({ table, role, session, version }) =>
      paragraph(say('origin', { table, role, session, version })),
    ),
    ...section(heading(4, say('note')), prose(one.note ?? '')),
  ]
}

function people({ groups }: PublicContents, say: SayPublic): Part[] {
  const shown = publishable(groups, say('and'))
  if (shown.length === 0) return [paragraph(say('none'))]
  const lines = shown.map(({ name, people: count }) => words(say('unspoken', { name, people: count })))
  return [{ kind: 'bullets', items: lines }, paragraph(say('small'))]
}

function publicSet(input: PublicContents): DocumentModel {
  const { locale, title, set } = input
  const say = sayingPublic(locale)
  const promised = promiseParts(input.promises, locale)
  const evaluated = evaluationParts(input.evaluations, locale)
  return {
    title,
    author: packageWords.author[locale],
    date: input.updatedAt,
    language: locale,
    direction: 'ltr',
    parts: [
      heading(1, title),
      paragraph(say('updated', { day: dayWords(input.updatedAt, locale) })),
      paragraph(say('state', sumOf(set))),
      ...section(heading(2, say('promise')), promised),
      heading(2, say('set', { count: set.length })),
      ...set.flatMap((one, index) => agreement(one, index, input, say)),
      heading(2, say('came')),
      { kind: 'bullets', items: figuresOf(input, say).map(words) },
      heading(3, say('people')),
      ...people(input, say),
      ...section(heading(3, say('evaluation')), evaluated),
      heading(2, say('method')),
      ...prose(input.method),
      paragraph(say('noNames')),
    ],
  }
}

/** Of the schema in docs/schema/set.json; another form of the data is another name. */
const FORMAT = 'dialoogtafel-set-1'

/** Field by field, so that nothing else slips in. */
export function publicJson(input: PublicContents): string {
  const { locale, title, promises, set, sessions, tables, roles, objections, groups, method } = input
  const data = {
    format: FORMAT,
    language: locale,
    title,
    promises: promises.map(({ text, at }) => ({ text, date: isoDay(at) })),
    updated: isoDay(input.updatedAt),
    agreements: set.map((one, index) => {
      const { title: name, text, why } = canonicalWords(one.words)
      const { verdict, words: other, by, reason } = one.judged
      return {
        number: index + 1,
        title: name,
        text,
        why,
        hash: one.hash,
        state: one.state,
        verdict,
        council: other && { title: other.title, text: other.text, why: other.why },
        by,
        reason,
        note: one.note,
        follow: one.follow.map(({ state, at, text: done }) => ({ state, date: isoDay(at), text: done })),
        origins: one.origins.map(({ table, role, session, version }) => ({ table, role, session, version })),
        objections: one.objections,
      }
    }),
    sessions,
    tables,
    roles,
    objections,
    groups: publishable(groups, saying(locale)('and')).map(({ name, people: count, seats, spoken }) => ({
      name,
      people: count,
      seats,
      spoken,
    })),
    evaluations: evaluationData(input.evaluations),
    method,
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

interface Form {
  type: string
  write(input: PublicContents): string | Uint8Array | Promise<Uint8Array>
}

export const PUBLIC_WRITERS: Readonly<Record<PublicForm, Form>> = {
  pdf: { type: 'application/pdf', write: (input) => pdfInThread(publicSet(input)) },
  odt: { type: 'application/vnd.oasis.opendocument.text', write: (input) => odt(publicSet(input)) },
  md: { type: 'text/markdown', write: (input) => markdown(publicSet(input)) },
  json: { type: 'application/json', write: publicJson },
}
