import type { Unread } from '../dialogue/council/unread.ts'
import type { Catalogue } from './format.ts'

/** What the council decided: recording, explaining and publishing it. */
export const adoption = {
  'adoption.text': { nl: 'De tekst van de raad', en: 'The council’s text' },
  'adoption.since': {
    nl: 'De afspraken liggen bij de raad sinds {day}. Kwam er een besluit? Vergelijk het dan hier.',
    en: 'The agreements lie with the council since {day}. Is there a decision? Then compare it here.',
  },
  'adoption.paste': { nl: 'Plak de tekst', en: 'Paste the text' },
  'adoption.file': { nl: 'Kies een bestand', en: 'Choose a file' },
  'adoption.kinds': { nl: 'ODT, Word, PDF of tekst', en: 'ODT, Word, PDF or text' },
  'adoption.chosen': { nl: 'Gekozen: {name}', en: 'Chosen: {name}' },
  'adoption.compare': { nl: 'Vergelijk', en: 'Compare' },
  'adoption.again': { nl: 'Vergelijk opnieuw', en: 'Compare again' },
  'adoption.comparing': { nl: 'Vergelijken …', en: 'Comparing …' },
  'adoption.compared': {
    nl: 'Vergeleken. Hieronder ziet u wat de raad deed.',
    en: 'Compared. Below you see what the council did.',
  },
  'adoption.how': {
    nl: 'We vergelijken elk woord en elk leesteken. Een andere regel of witruimte telt niet.',
    en: 'We compare every word and every sign. Another line or white space does not count.',
  },
  'adoption.back': { nl: 'Neem de afspraken terug', en: 'Take the agreements back' },
  'adoption.backAsk': { nl: 'Neemt u de afspraken terug?', en: 'Do you take the agreements back?' },
  'adoption.backSub': {
    nl: 'Dan kunt u de set weer veranderen. Wat u over het besluit opschreef, gaat weg.',
    en: 'Then you can change the set again. What you wrote about the decision goes away.',
  },
  'adoption.backNo': { nl: 'Nee, laat ze daar', en: 'No, leave them there' },

  'adoption.each': { nl: 'Per afspraak', en: 'Each agreement' },
  'adoption.first': { nl: 'Wat anders is, staat bovenaan.', en: 'What is different stands first.' },
  'adoption.waits': {
    nl: 'De afspraken liggen bij de raad. Er is nog geen besluit.',
    en: 'The agreements lie with the council. There is no decision yet.',
  },
  'adoption.sum': {
    nl: '{same} van {all, plural, one {# afspraak is} other {# afspraken {same, plural, one {is} other {zijn}}}} ongewijzigd overgenomen. Veranderd: {changed}. Niet overgenomen: {declined}.',
    en: '{same} of {all, plural, one {# agreement was} other {# agreements {same, plural, one {was} other {were}}}} adopted unchanged. Changed: {changed}. Not adopted: {declined}.',
  },
  'adoption.addedBy': { nl: 'zette de raad erbij', en: 'was added by the council' },
  'adoption.takenOff': { nl: 'haalde de raad eraf', en: 'was taken off by the council' },
  'adoption.by': { nl: 'Wie veranderde dit?', en: 'Who changed this?' },
  'adoption.byHint': {
    nl: 'Bijvoorbeeld: amendement A2, van drie fracties. Dit wordt openbaar. Noem geen inwoners.',
    en: 'For example: amendment A2, by three parties. This becomes public. Do not name residents.',
  },
  'adoption.reason': { nl: 'Reden van de raad', en: 'Reason of the council' },
  'adoption.declined': { nl: 'Niet overgenomen, omdat …', en: 'Not adopted, because …' },
  'adoption.save': { nl: 'Bewaar', en: 'Save' },
  'adoption.saved': { nl: 'Opgeslagen', en: 'Saved' },

  'adoption.public': { nl: 'De openbare pagina', en: 'The public page' },
  'adoption.publicSub': {
    nl: 'Iedereen kan daar lezen wat is afgesproken en wat de raad ermee deed. Er staan geen namen op.',
    en: 'Everybody can read there what was agreed and what the council did with it. There are no names on it.',
  },
  'adoption.unexplained': {
    nl: 'Bij {count, plural, one {# afspraak} other {# afspraken}} staat nog niet waarom. Daarna kan het openbaar.',
    en: 'The reason is missing for {count, plural, one {# agreement} other {# agreements}}. After that it can be public.',
  },
  'adoption.listed': { nl: 'Zoekmachines mogen de pagina vinden', en: 'Search engines may find the page' },
  'adoption.publish': { nl: 'Zet op de openbare pagina', en: 'Put on the public page' },
  'adoption.isPublic': { nl: 'Het besluit is openbaar.', en: 'The decision is public.' },
  'adoption.hide': { nl: 'Haal de pagina weg', en: 'Take the page down' },

  'adoption.follow': { nl: 'Vertel wat ermee is gedaan', en: 'Tell what was done with it' },
  'adoption.followState': { nl: 'Hoe staat het ervoor?', en: 'How far is it?' },
  'adoption.followText': { nl: 'Wat is er gedaan?', en: 'What was done?' },
  'adoption.followHint': {
    nl: 'Dit wordt openbaar. Noem geen namen van inwoners.',
    en: 'This becomes public. Do not name residents.',
  },
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
  'adoption.unread.busy': {
    nl: 'We lezen nu te veel bestanden tegelijk. Er is niets veranderd. Probeer het over een minuut weer.',
    en: 'We are reading too many files now. Nothing has changed. Try again in a minute.',
  },
} satisfies Catalogue & Record<`adoption.unread.${Unread}`, unknown>
