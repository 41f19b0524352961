import type { Locale } from '../../shared/protocol.ts'
import { tag, text } from '../exports/xml.ts'
import type { Invited } from './invitation.ts'
import { qrSvg } from './qr.ts'
import { sayingMail, whenIn, type SayMail } from './words.ts'

const words = (name: string, inside: string, attributes: Record<string, string> = {}): string =>
  tag(name, attributes, text(inside))

/** The square is for the camera; the link and the code beside it say the same in letters. */
const scanned = (url: string, say: SayMail): string =>
  tag('div', { class: 'qr', role: 'img', 'aria-label': say('scan') }, qrSvg(url))

function letter(invited: Invited, locale: Locale): string {
  const say = sayingMail(locale)
  const { name, title, url, code, codeUrl, phone } = invited
  const steps = [say('how.paper'), say('how.name'), say('how.wait')]
  return tag(
    'article',
    {},
    [
      words('p', title, { class: 'title' }),
      tag('h2', {}, tag('bdi', {}, text(name))),
      words('p', say('invited', { title })),
      tag(
        'p',
        { class: 'when' },
        words('b', `${say('when')}: `) + text(whenIn(invited.startsAt, invited.endsAt, locale)),
      ),
      words('h3', say('how')),
      tag('ol', {}, steps.map((step) => words('li', step)).join('')),
      tag(
        'div',
        { class: 'ways' },
        scanned(url, say) +
          tag(
            'div',
            {},
            words('h3', say('link')) +
              words('p', url, { class: 'link' }) +
              words('h3', say('code')) +
              words('p', code, { class: 'code' }) +
              words('p', say('codeAt', { address: codeUrl })),
          ),
      ),
      words('p', say('free')),
      words('p', say('own')),
      phone === null ? '' : words('p', say('phone', { phone }), { class: 'phone' }),
    ].join(''),
  )
}

export interface LettersInput {
  title: string
  locale: Locale
  letters: readonly Invited[]
  /** Where its style and its one line of script are. */
  sheet: string
  script: string
}

/** A page to print: one sheet of paper a person, so that nobody reads another's link. */
export function lettersPage({ title, locale, letters, sheet, script }: LettersInput): string {
  const say = sayingMail(locale)
  const name = say('letters', { title })
  const print = say('print', { count: letters.length })
  const head = [
    '<!doctype html>',
    `<html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    words('title', name),
    tag('link', { rel: 'stylesheet', href: sheet }),
    `<script src="${text(script)}" defer></script></head>`,
  ].join('')
  const bar = letters.length > 0 ? words('button', print, { type: 'button' }) : words('p', print)
  const pages = letters.map((one) => letter(one, locale)).join('')
  return `${head}<body><header>${words('h1', name)}${bar}</header><main>${pages}</main></body></html>`
}
