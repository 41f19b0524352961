import type { Catalogue } from './format.ts'

/** Words the server says itself: the goodbye of a socket, the demonstration's first page, names of an empty dialogue. */
export const server = {
  'bye.4401': {
    nl: 'Uw link is niet meer geldig. Open de link uit uw uitnodiging opnieuw.',
    en: 'Your link is no longer valid. Open the link from your invitation again.',
  },
  'bye.4403': { nl: 'U hebt hier geen toegang.', en: 'You have no access here.' },
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
  'server.firstDialogue': { nl: 'Uw eerste dialoog', en: 'Your first dialogue' },
  'server.ownDialogue': { nl: 'Mijn dialoog', en: 'My dialogue' },
  'server.ownOrganiser': { nl: 'Organisator', en: 'Organiser' },
  'server.firstOrganiser': { nl: 'Saskia', en: 'Saskia' },
} satisfies Catalogue
