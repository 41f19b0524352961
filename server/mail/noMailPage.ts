import type { Locale } from '../../shared/protocol.ts'
import { tag, text } from '../exports/xml.ts'
import { sayingMail } from './words.ts'

/** `asked`: looked at, and nothing done; a mail program that follows the link stops nobody's mail. */
export type NoMail = { state: 'asked' | 'done'; title: string } | { state: 'wrong' }

export function noMailPage(shown: NoMail, locale: Locale, sheet: string): string {
  const say = sayingMail(locale)
  const title =
    shown.state === 'wrong'
      ? say('noMail')
      : say(shown.state === 'asked' ? 'noMailAsk' : 'noMailDone', { title: shown.title })
  const inside = {
    asked: tag('form', { method: 'post' }, tag('button', {}, text(say('noMail')))),
    done: '',
    wrong: tag('p', {}, text(say('noMailWrong'))),
  }[shown.state]
  const kept = shown.state === 'wrong' ? '' : tag('p', {}, text(say('kept')))
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    tag('title', {}, text(title)),
    tag('link', { rel: 'stylesheet', href: sheet }),
    `</head><body><main>${tag('h1', {}, text(title))}${kept}${inside}</main></body></html>`,
  ].join('')
}
