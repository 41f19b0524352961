import type { Locale } from '../../shared/protocol.ts'
import { tag, text as escaped } from '../exports/xml.ts'
import type { Message } from './mailer.ts'
import { dayIn, sayingMail, whenIn } from './words.ts'

/** What somebody has to know to come in. */
export interface Invited {
  name: string
  title: string
  startsAt: number | null
  endsAt: number | null
  url: string
  /** As it is shown, in two groups. */
  code: string
  /** Where a code is typed. */
  codeUrl: string
  /** Whom to call for help. */
  phone: string | null
}

export interface MailParts extends Invited {
  /** `lost`: they asked for their link themselves. */
  kind: 'invitation' | 'reminder' | 'lost'
  noMailUrl: string
  /** An answer reaches somebody. */
  answered: boolean
}

/** One line of the mail, the same in both its forms. */
type Line =
  | { kind: 'words' | 'soft'; words: string }
  | { kind: 'head'; words: string }
  | { kind: 'steps'; words: string[] }
  | { kind: 'button' | 'link'; words: string; url: string }

function linesOf(parts: MailParts, locale: Locale): Line[] {
  const say = sayingMail(locale)
  const { kind, name, title, phone } = parts
  const opening = { invitation: 'invited', reminder: 'reminded', lost: 'asked' } as const
  return [
    { kind: 'words', words: say('dear', { name }) },
    { kind: 'words', words: say(opening[kind], { title }) },
    { kind: 'words', words: `${say('when')}: ${whenIn(parts.startsAt, parts.endsAt, locale)}` },
    { kind: 'head', words: say('how') },
    { kind: 'steps', words: [say('how.mail'), say('how.name'), say('how.wait')] },
    { kind: 'button', words: say('open'), url: parts.url },
    { kind: 'words', words: say('codeHow', { address: parts.codeUrl, code: parts.code }) },
    { kind: 'words', words: say('free') },
    { kind: 'words', words: say('own') },
    ...(phone === null ? [] : [{ kind: 'words', words: say('phone', { phone }) } as const]),
    ...(parts.answered ? [{ kind: 'words', words: say('answer') } as const] : []),
    { kind: 'soft', words: say('noMailHow') },
    { kind: 'link', words: say('noMail'), url: parts.noMailUrl },
  ]
}

function plain(line: Line): string {
  switch (line.kind) {
    case 'steps':
      return line.words.map((step, index) => `${index + 1}. ${step}`).join('\n')
    case 'button':
    case 'link':
      return `${line.words}:\n${line.url}`
    default:
      return line.words
  }
}

const STYLE = {
  body: 'margin:0;padding:24px;background:#f8f5ef;color:#1f2729;font:18px/1.5 Verdana,sans-serif',
  button:
    'display:inline-block;padding:14px 24px;border-radius:10px;background:#0f4f4a;color:#ffffff;font-weight:bold',
  soft: 'color:#50585a;font-size:15px',
  link: 'color:#0f4f4a',
}

function html(line: Line): string {
  switch (line.kind) {
    case 'head':
      return tag('h2', {}, escaped(line.words))
    case 'steps':
      return tag('ol', {}, line.words.map((step) => tag('li', {}, escaped(step))).join(''))
    case 'button':
    case 'link':
      return tag('p', {}, tag('a', { href: line.url, style: STYLE[line.kind] }, escaped(line.words)))
    case 'soft':
      return tag('p', { style: STYLE.soft }, escaped(line.words))
    case 'words':
      return tag('p', {}, escaped(line.words))
  }
}

/** In words and in simple HTML: nothing in it is fetched from anywhere, so it tells nobody that it was read. */
export function mailOf(parts: MailParts, locale: Locale): Pick<Message, 'subject' | 'text' | 'html'> {
  const { kind, title, startsAt } = parts
  const say = sayingMail(locale)
  const day = startsAt === null ? '' : dayIn(startsAt, locale)
  const named = {
    invitation: day === '' ? 'invitation' : 'invitationDay',
    reminder: 'reminder',
    lost: 'lost',
  }
  const subject = say(named[kind] as 'invitation', { title, day })
  const lines = linesOf(parts, locale)
  return {
    subject,
    text: `${lines.map(plain).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">${tag('title', {}, escaped(subject))}</head>${tag(
      'body',
      { style: STYLE.body },
      lines.map(html).join(''),
    )}</html>`,
  }
}
