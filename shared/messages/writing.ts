import type { Catalogue } from './format.ts'

/** Writing the text of an agreement: its buttons, the dialog for a link, and why one cannot write now. Beside it: remarks. */
export const writing = {
  'writing.tools': { nl: 'Opmaak: {field}', en: 'Formatting: {field}' },
  'writing.strong': { nl: 'Vet', en: 'Bold' },
  'writing.em': { nl: 'Schuin', en: 'Italic' },
  'writing.bullets': { nl: 'Lijst', en: 'List' },
  'writing.numbers': { nl: 'Nummers', en: 'Numbers' },
  'writing.link': { nl: 'Link', en: 'Link' },
  'writing.undo': { nl: 'Ongedaan', en: 'Undo' },
  'writing.linkTitle': { nl: 'Link', en: 'Link' },
  'writing.address': { nl: 'Adres', en: 'Address' },
  'writing.addressHint': {
    nl: 'Een adres van een website of een e-mailadres.',
    en: 'The address of a website, or an email address.',
  },
  'writing.addressRefused': {
    nl: 'Dit adres kan niet. Een link begint met https://, http:// of mailto: (voor e-mail).',
    en: 'This address is not possible. A link begins with https://, http:// or mailto: (for email).',
  },
  'writing.putLink': { nl: 'Maak de link', en: 'Make the link' },
  'writing.removeLink': { nl: 'Haal de link weg', en: 'Remove the link' },
  'writing.plain': { nl: 'Gewone tekst', en: 'Plain text' },
  'writing.fixedPresented': {
    nl: 'Versie {version} ligt voor. De tekst staat vast, zodat iedereen over dezelfde woorden spreekt.',
    en: 'Version {version} is put forward. The text is fixed, so that everybody speaks about the same words.',
  },
  'writing.fixedAgreed': {
    nl: 'Versie {version} is afgesproken: niemand had bezwaar. Daarom staat de tekst vast.',
    en: 'Version {version} was agreed: nobody objected. That is why the text is fixed.',
  },
  'writing.fixedNote': {
    nl: 'Versie {version} is afgesproken, met een kanttekening. Daarom staat de tekst vast.',
    en: 'Version {version} was agreed, with a note. That is why the text is fixed.',
  },
  'writing.fixedSet': {
    nl: 'Deze tekst staat in de set voor de raad. Daarom staat hij vast.',
    en: 'This text is in the set for the council. That is why it is fixed.',
  },
  'writing.fixedCouncil': {
    nl: 'Deze tekst ligt bij de raad. Daarom staat hij vast.',
    en: 'This text lies with the council. That is why it is fixed.',
  },
  'writing.fixedMerged': {
    nl: 'Deze tekst is samengevoegd met een andere afspraak. De oude woorden blijven hier staan.',
    en: 'This text was merged with another agreement. The old words stay here.',
  },
  'writing.fixedWithdrawn': {
    nl: 'Afspraak {number} is weggehaald. Daarom kan niemand er nu in schrijven.',
    en: 'Agreement {number} was taken away. That is why nobody can write in it now.',
  },
  'writing.fixedLeader': {
    nl: 'Verandert u de tekst? Dan vervallen de antwoorden uit de ronde.',
    en: 'Do you change the text? Then the answers of the round are void.',
  },
  'writing.fixedSetLeader': {
    nl: 'Moet er toch iets anders in? Dan haalt de organisator hem eerst uit de set.',
    en: 'Does something have to change after all? Then the organiser first takes it out of the set.',
  },
  'writing.fixedOver': {
    nl: 'Deze bijeenkomst is voorbij. U kunt de tekst nog lezen.',
    en: 'This meeting is over. You can still read the text.',
  },
  'writing.readOnly': {
    nl: 'U kunt dit lezen. Wie aan deze tafel zit, schrijft de tekst.',
    en: 'You can read this. Those who sit at this table write the text.',
  },
  'writing.restore': { nl: 'Zet terug', en: 'Put back' },
  'writing.remarks': { nl: 'Opmerkingen', en: 'Remarks' },
  'writing.remark': { nl: 'Opmerking', en: 'Remark' },
  'writing.remarkHint': {
    nl: 'Iedereen die deze afspraak leest, ziet dit. Het komt niet in de tekst.',
    en: 'Everybody who reads this agreement sees this. It does not become part of the text.',
  },
  'writing.remarkPlace': { nl: 'Plaats de opmerking', en: 'Place the remark' },
  'writing.remarkBy': { nl: 'Opmerking van {name}', en: 'Remark by {name}' },
  'writing.remarkDone': { nl: 'Dit is klaar', en: 'This is done' },
} satisfies Catalogue
