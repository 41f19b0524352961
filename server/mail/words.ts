import { onClock } from '../../shared/dialogue/session/moment.ts'
import { format, type Catalogue, type Values } from '../../shared/messages/format.ts'
import type { Locale } from '../../shared/protocol.ts'

/** What invitations say, in a mail, on paper and in a calendar. */
const mailWords = {
  invitation: { nl: 'Uitnodiging: {title}', en: 'Invitation: {title}' },
  invitationDay: { nl: 'Uitnodiging: {title}, {day}', en: 'Invitation: {title}, {day}' },
  reminder: { nl: 'Herinnering: {title}, {day}', en: 'Reminder: {title}, {day}' },
  dear: { nl: 'Dag {name},', en: 'Dear {name},' },
  invited: {
    nl: 'U bent uitgenodigd voor een online gesprek: {title}.',
    en: 'You are invited to an online talk: {title}.',
  },
  reminded: {
    nl: 'U doet mee aan een online gesprek: {title}. Het begint bijna.',
    en: 'You take part in an online talk: {title}. It starts soon.',
  },
  when: { nl: 'Wanneer', en: 'When' },
  from: { nl: '{day}, vanaf {from} uur', en: '{day}, from {from}' },
  fromTo: { nl: '{day}, van {from} tot {to} uur', en: '{day}, from {from} to {to}' },
  noDate: {
    nl: 'U hoort nog wanneer het is.',
    en: 'You will still hear when it is.',
  },
  how: { nl: 'Zo doet u mee', en: 'How to take part' },
  'how.mail': { nl: 'Druk op uw eigen link.', en: 'Press your own link.' },
  'how.paper': {
    nl: 'Richt de camera van uw telefoon op het vierkant met blokjes. Of gebruik uw code.',
    en: 'Point your phone’s camera at the square with blocks. Or use your code.',
  },
  'how.name': {
    nl: 'Kijk of uw naam klopt en druk op Verder.',
    en: 'See whether your name is right and press Continue.',
  },
  'how.wait': {
    nl: 'Kijk of beeld en geluid het doen. Daarna wacht u tot we beginnen.',
    en: 'See whether picture and sound work. Then wait until we start.',
  },
  open: { nl: 'Open mijn link', en: 'Open my link' },
  link: { nl: 'Uw eigen link', en: 'Your own link' },
  code: { nl: 'Uw code', en: 'Your code' },
  codeHow: {
    nl: 'Doet de link het niet? Ga naar {address} en typ uw code: {code}',
    en: 'Does the link not work? Go to {address} and type your code: {code}',
  },
  codeAt: { nl: 'Typ deze code op {address}', en: 'Type this code at {address}' },
  own: {
    nl: 'De link en de code zijn alleen voor u. Geef ze aan niemand anders.',
    en: 'The link and the code are for you only. Give them to nobody else.',
  },
  free: {
    nl: 'U hebt geen account nodig. U hoeft niets te installeren.',
    en: 'You need no account. You need not install anything.',
  },
  phone: { nl: 'Hulp nodig? Bel {phone}.', en: 'Need help? Call {phone}.' },
  answer: {
    nl: 'Hebt u een vraag? Beantwoord dan deze mail.',
    en: 'Do you have a question? Then answer this mail.',
  },
  scan: { nl: 'Code om te scannen, met uw eigen link', en: 'Code to scan, with your own link' },
  noMail: { nl: 'Geen mail meer', en: 'No more mail' },
  noMailHow: {
    nl: 'Wilt u hierover geen mail meer? U houdt gewoon uw plek.',
    en: 'Do you want no more mail about this? You simply keep your place.',
  },
  noMailAsk: {
    nl: 'Wilt u geen mail meer over {title}?',
    en: 'Do you want no more mail about {title}?',
  },
  noMailDone: {
    nl: 'U krijgt geen mail meer over {title}.',
    en: 'You get no more mail about {title}.',
  },
  kept: {
    nl: 'Uw plek blijft van u. Uw link en uw code blijven werken.',
    en: 'Your place stays yours. Your link and your code keep working.',
  },
  noMailWrong: {
    nl: 'Deze link om mail te stoppen werkt niet meer. Vraag het aan wie u heeft uitgenodigd.',
    en: 'This link to stop mail no longer works. Please ask whoever invited you.',
  },
  calendar: {
    nl: 'Open op die dag de link uit uw mail of uw brief. Of ga naar {address} en typ uw code.',
    en: 'On that day, open the link from your mail or letter. Or go to {address} and type your code.',
  },
  letters: { nl: 'Brieven voor {title}', en: 'Letters for {title}' },
  print: {
    nl: '{count, plural, =0 {Er zijn geen brieven.} one {Druk de brief af} other {Druk # brieven af}}',
    en: '{count, plural, =0 {There are no letters.} one {Print the letter} other {Print # letters}}',
  },
  lost: { nl: 'Uw link voor {title}', en: 'Your link for {title}' },
  asked: {
    nl: 'Iemand vroeg om uw link voor {title}. Was u dat niet? Dan hoeft u niets te doen.',
    en: 'Somebody asked for your link for {title}. Was it not you? Then you need not do anything.',
  },
} satisfies Catalogue

export type SayMail = (name: keyof typeof mailWords, values?: Values) => string
export const sayingMail =
  (locale: Locale): SayMail =>
  (name, values) =>
    format(mailWords[name], locale, values)

const TAGS: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

export const dayIn = (at: number, locale: Locale): string =>
  onClock(TAGS[locale], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

const timeIn = (at: number, locale: Locale): string =>
  onClock(TAGS[locale], { hour: '2-digit', minute: '2-digit' })
    .format(at)
    .replace(':', locale === 'nl' ? '.' : ':')

/** "dinsdag 8 december 2026, van 19.30 tot 21.30 uur", on the municipality's clock. */
export function whenIn(startsAt: number | null, endsAt: number | null, locale: Locale): string {
  const say = sayingMail(locale)
  if (startsAt === null) return say('noDate')
  const values = { day: dayIn(startsAt, locale), from: timeIn(startsAt, locale) }
  return endsAt === null ? say('from', values) : say('fromTo', { ...values, to: timeIn(endsAt, locale) })
}
