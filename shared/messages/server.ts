import type { Catalogue } from './format.ts'

/** Words the server says itself: the goodbye of a socket, the demonstration's first page, names of an empty dialogue, what stands where a name was. */
export const server = {
  'bye.4401': {
    nl: 'Uw link is niet meer geldig. Open de link uit uw uitnodiging opnieuw.',
    en: 'Your link is no longer valid. Open the link from your invitation again.',
  },
  'bye.4403': { nl: 'U hebt hier geen toegang.', en: 'You have no access here.' },
  'bye.4404': {
    nl: 'De organisator heeft u uit deze dialoog gehaald.',
    en: 'The organiser has taken you out of this dialogue.',
  },
  'bye.4409': {
    nl: 'U bent op een ander scherm binnengekomen. Dit scherm doet niet meer mee.',
    en: 'You have come in on another screen. This screen no longer takes part.',
  },
  'bye.4410': { nl: 'Deze dialoog is voorbij.', en: 'This dialogue is over.' },
  'bye.4429': {
    nl: 'Er kwamen te veel berichten tegelijk van dit scherm. Ververs de pagina.',
    en: 'Too many messages came from this screen. Please refresh the page.',
  },
  'server.broken': {
    nl: 'Er gaat iets mis. Probeer het over een minuut opnieuw.',
    en: 'Something went wrong. Please try again in a minute.',
  },
  'server.notBuilt': {
    nl: 'De schermen zijn nog niet gebouwd. Voer eerst npm run build uit.',
    en: 'The screens have not been built. Run npm run build first.',
  },
  'erased.inwoner': { nl: 'een inwoner', en: 'a resident' },
  'erased.college': { nl: 'iemand van het college', en: 'somebody of the executive' },
  'erased.raad': { nl: 'iemand van de raad', en: 'somebody of the council' },
  'erased.ambtenaar': { nl: 'een ambtenaar', en: 'a civil servant' },
  'erased.organiser': { nl: 'de organisator', en: 'the organiser' },
  'erased.facilitator': { nl: 'een procesbegeleider', en: 'a facilitator' },
  'erased.participant': { nl: 'een deelnemer', en: 'a participant' },
  'erased.helper': { nl: 'een digitale helper', en: 'a digital helper' },
  'erased.observer': { nl: 'een toehoorder', en: 'an observer' },
  'erased.interpreter': { nl: 'een tolk', en: 'an interpreter' },
  'erased.clerk': { nl: 'de griffier', en: 'the clerk of the council' },
  'server.firstDialogue': { nl: 'Uw eerste dialoog', en: 'Your first dialogue' },
  'server.ownDialogue': { nl: 'Mijn dialoog', en: 'My dialogue' },
  'server.ownOrganiser': { nl: 'Organisator', en: 'Organiser' },
  'server.firstOrganiser': { nl: 'Saskia', en: 'Saskia' },
} satisfies Catalogue
