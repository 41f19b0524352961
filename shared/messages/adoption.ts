import type { Unread } from '../dialogue/council/unread.ts'
import type { Catalogue } from './format.ts'

/** What the council decided: recording, explaining and publishing it. */
export const adoption = {
  'adoption.unread.too_big': {
    nl: 'Dit bestand is te groot. Er is niets veranderd. Stuur alleen het besluit, of plak de tekst.',
    en: 'This file is too big. Nothing has changed. Send only the decision, or paste the text.',
  },
  'adoption.unread.not_a_document': {
    nl: 'Dit bestand kunnen we niet lezen. Er is niets veranderd. Kies ODT, Word, PDF of gewone tekst, of plak de tekst.',
    en: 'We cannot read this file. Nothing has changed. Choose ODT, Word, PDF or plain text, or paste the text.',
  },
  'adoption.unread.encrypted': {
    nl: 'Op dit bestand zit een wachtwoord. Er is niets veranderd. Haal het wachtwoord eraf, of plak de tekst.',
    en: 'This file has a password. Nothing has changed. Take the password off, or paste the text.',
  },
  'adoption.unread.no_text': {
    nl: 'Er staat geen tekst in, alleen plaatjes. Misschien is het een scan. Er is niets veranderd. Vraag om het document zelf, of plak de tekst.',
    en: 'There is no text in it, only pictures. It may be a scan. Nothing has changed. Ask for the document itself, or paste the text.',
  },
  'adoption.unread.too_long': {
    nl: 'Het lezen duurde te lang. Er is niets veranderd. Stuur alleen het besluit, of plak de tekst.',
    en: 'Reading it took too long. Nothing has changed. Send only the decision, or paste the text.',
  },
} satisfies Catalogue & Record<`adoption.unread.${Unread}`, unknown>
