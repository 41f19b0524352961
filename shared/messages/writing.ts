import type { Catalogue } from './format.ts'

/** Writing the text of an agreement: its buttons, and the dialog for a link. */
export const writing = {
  'writing.tools': { nl: 'Opmaak: {field}', en: 'Formatting: {field}' },
  'writing.strong': { nl: 'Vet', en: 'Bold' },
  'writing.em': { nl: 'Schuin', en: 'Italic' },
  'writing.bullets': { nl: 'Lijst', en: 'List' },
  'writing.numbers': { nl: 'Nummers', en: 'Numbers' },
  'writing.link': { nl: 'Link', en: 'Link' },
  'writing.undo': { nl: 'Maak ongedaan', en: 'Undo' },
  'writing.linkTitle': { nl: 'Link', en: 'Link' },
  'writing.address': { nl: 'Adres', en: 'Address' },
  'writing.addressHint': {
    nl: 'Een adres van een website of een e-mailadres.',
    en: 'The address of a website, or an email address.',
  },
  'writing.addressRefused': {
    nl: 'Dit adres kan niet. Begin met https://, http:// of mailto:.',
    en: 'This address is not possible. Begin with https://, http:// or mailto:.',
  },
  'writing.putLink': { nl: 'Maak de link', en: 'Make the link' },
  'writing.removeLink': { nl: 'Haal de link weg', en: 'Remove the link' },
  'writing.plain': { nl: 'Gewone tekst', en: 'Plain text' },
} satisfies Catalogue
