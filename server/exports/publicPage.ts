import { plainDifference } from '../../shared/agreement/difference.ts'
import type { Locale } from '../../shared/protocol.ts'
import { dayWords } from './dayWords.ts'
import { publishable } from './groups.ts'
import { changesHtml, proseHtml, richHtml } from './html.ts'
import type { EvaluationFigures, GroupFigures } from './packageInput.ts'
import type { PublicAgreement, PublicInput } from './publicContents.ts'
import { promiseLines } from './promise.ts'
import { figuresOf, stateWords, sumOf } from './publicFigures.ts'
import { PUBLIC_FORMS, sayingPublic, type SayPublic } from './publicWords.ts'
import { tag, text } from './xml.ts'

const words = (name: string, inside: string, attributes: Record<string, string> = {}): string =>
  tag(name, attributes, text(inside))

/** What the council wrote instead, who wanted it and why (H3). */
function council({ words: agreed, judged }: PublicAgreement, say: SayPublic): string {
  const { verdict, words: other, by, reason } = judged
  if (verdict === 'adopted') return ''
  if (verdict === 'declined')
    return words('h4', say('declined')) + tag('div', { class: 'told' }, proseHtml(reason))
  const told = { added: say('added'), removed: say('removed') }
  const parts = other ? Object.values(plainDifference(agreed, other)) : []
  const changed = parts
    .filter((part) => part.some(({ kind }) => kind !== 'same'))
    .map((part) => tag('p', {}, changesHtml(part, told)))
  return [
    words('h4', say('council')),
    tag('div', { class: 'told' }, changed.join('') + words('p', say('by', { by }))),
    words('h4', say('reason')),
    tag('div', { class: 'told' }, proseHtml(reason)),
  ].join('')
}

function follow({ follow: told }: PublicAgreement, locale: Locale): string {
  const lines = told.map(({ state, text: done, at }) =>
    tag('p', {}, words('strong', stateWords(state, locale)) + text(`, ${dayWords(at, locale)}: ${done}`)),
  )
  return lines.length > 0 ? tag('div', { class: 'told' }, lines.join('')) : ''
}

/** H1, without anybody's words. */
function origin({ origins, objections }: PublicAgreement, say: SayPublic): string {
  if (origins.length === 0) return ''
  const lines = origins.map(({ table, role, session, version }) =>
    words('p', say('origin', { table, role, session, version })),
  )
  const changed = objections > 0 ? words('p', say('changedBy', { count: objections })) : ''
  return tag('details', {}, words('summary', say('from')) + lines.join('') + changed)
}

function item(one: PublicAgreement, index: number, locale: Locale, say: SayPublic): string {
  const { title, text: body, why } = one.words
  const reason = richHtml(why)
  return tag(
    'li',
    {},
    [
      words('h3', `${index + 1}. ${title}`),
      words('p', stateWords(one.state, locale), { class: 'status' }),
      richHtml(body),
      reason === '' ? '' : words('h4', say('why')) + reason,
      council(one, say),
      follow(one, locale),
      origin(one, say),
      one.note === null ? '' : tag('details', {}, words('summary', say('note')) + proseHtml(one.note)),
    ].join(''),
  )
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const hundredths = (share: number): number => Math.round(share * 100)

/** Rule S5: only groups of five or more. */
function people(groups: readonly GroupFigures[], say: SayPublic): string {
  const shown = publishable(groups, say('and'))
  if (shown.length === 0) return words('p', say('none'))
  const measured = shown.some(({ spoken }) => spoken > 0)
  const lines = shown.map(({ name, people: count, seats, spoken }) => {
    const values = {
      name: capital(name),
      people: count,
      seats: hundredths(seats),
      spoken: hundredths(spoken),
    }
    return words('li', say(measured ? 'group' : 'unspoken', values))
  })
  return tag('ul', {}, lines.join('')) + words('p', say('small'), { class: 'soft' })
}

/** Plain links, for whoever wants to keep it. */
function files({ files: address }: PublicInput, say: SayPublic): string {
  const links = PUBLIC_FORMS.map((form) =>
    tag('li', {}, words('a', say(`form.${form}`), { href: `${address}.${form}` })),
  )
  return words('h2', say('keep')) + tag('ul', { class: 'files' }, links.join(''))
}

/** Figures only, and only of five or more. */
const evaluations = (held: readonly EvaluationFigures[], say: SayPublic): string =>
  held.length === 0
    ? ''
    : words('h3', say('evaluation')) +
      held
        .map(
          ({ session, answered, asked, values }) =>
            words('p', say('evaluated', { session, answered, asked })) +
            tag('ul', {}, values.map((value) => words('li', say('value', value))).join('')),
        )
        .join('')

function came(input: PublicInput, say: SayPublic): string {
  const figures = figuresOf(input, say)
  return [
    words('h2', say('came')),
    tag('ul', {}, figures.map((figure) => words('li', figure)).join('')),
    words('h3', say('people')),
    people(input.groups, say),
    evaluations(input.evaluations, say),
    words('h2', say('method')),
    proseHtml(input.method),
  ].join('')
}

const quote = (said: string): string => tag('blockquote', { class: 'promise' }, proseHtml(said))

/** What was promised before stays readable under what is promised now. */
function promise({ promises, locale }: PublicInput, say: SayPublic): string {
  const lines = promiseLines(promises, locale).map(({ kind, text: told }) =>
    kind === 'promised' ? quote(told) : words('p', told, { class: 'soft' }),
  )
  return lines.length > 0 ? words('h2', say('promise')) + lines.join('') : ''
}

/** Larger letters need no script; reading aloud shows itself where the device can do it. */
const tools = (say: SayPublic): string =>
  tag(
    'div',
    { class: 'tools' },
    words('button', say('aloud'), {
      id: 'voorlezen',
      type: 'button',
      hidden: '',
      'data-start': say('aloud'),
      'data-stop': say('aloudStop'),
    }) + tag('label', {}, `<input type="checkbox" id="groter">${text(say('larger'))}`),
  )

interface Frame {
  locale: Locale
  title: string
  listed: boolean
  sheet: string
  script?: string
}

/** No script is needed to read it: the one that is there reads it aloud. */
const page = ({ locale, title, listed, sheet, script }: Frame, inside: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">${[
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    listed ? '' : '<meta name="robots" content="noindex">',
    words('title', title),
    tag('link', { rel: 'stylesheet', href: sheet }),
    script === undefined ? '' : `<script src="${text(script)}" defer></script>`,
  ].join('')}</head><body>${inside}</body></html>`

export function publicPage(input: PublicInput): string {
  const { locale, set } = input
  const say = sayingPublic(locale)
  const sum = sumOf(set)
  const items = set.map((one, index) => item(one, index, locale, say)).join('')
  return page(
    input,
    [
      tag(
        'header',
        {},
        tools(say) + words('h1', input.title) + words('p', say('state', sum), { class: 'state' }),
      ),
      tag(
        'main',
        {},
        promise(input, say) +
          words('h2', say('set', { count: sum.all })) +
          tag('ol', { class: 'set' }, items) +
          came(input, say) +
          files(input, say),
      ),
      tag(
        'footer',
        { class: 'soft' },
        words('p', say('noNames')) + words('p', say('updated', { day: dayWords(input.updatedAt, locale) })),
      ),
    ].join(''),
  )
}

/** There is no such page, or it is not published: the same words for both. */
export function notPublic(locale: Locale, sheet: string): string {
  const say = sayingPublic(locale)
  const title = say('notHere')
  const said = tag('main', {}, words('h1', title) + words('p', say('notHereSub')))
  return page({ locale, title, listed: false, sheet }, said)
}
