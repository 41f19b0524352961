import type { Catalogue } from './format.ts'

/** The organiser's side of objecting from home. */
export const objections = {
  'objections.title': { nl: 'Bezwaar van thuis', en: 'Objections from home' },
  'objections.none': {
    nl: 'Mensen kunnen nu geen bezwaar geven.',
    en: 'People cannot object now.',
  },
  'objections.until': {
    nl: 'Mensen kunnen een bezwaar geven tot en met {moment}.',
    en: 'People can object up to and including {moment}.',
  },
  'objections.sub': {
    nl: 'Dat doen ze met hun eigen link. Na een bezwaar gaat de tekst weer open voor de tafel. Het akkoord erover vervalt.',
    en: 'They do so with their own link. After an objection the text is open again for the table. Consent on it is void.',
  },
  'objections.set': { nl: 'Kies tot wanneer', en: 'Choose until when' },
  'objections.change': { nl: 'Kies een ander moment', en: 'Choose another moment' },
  'objections.stop': { nl: 'Geen bezwaar meer', en: 'No more objections' },
  'objections.date': { nl: 'Tot en met', en: 'Up to and including' },
  'objections.time': { nl: 'Hoe laat', en: 'What time' },
  'objections.missing': { nl: 'Vul een dag en een tijd in.', en: 'Fill in a day and a time.' },
  'objections.save': { nl: 'Leg dit vast', en: 'Save this' },
  'objections.list': { nl: 'Bezwaren die er liggen', en: 'Objections that lie there' },
  'objections.to': { nl: 'Afspraak {number}, door {name}', en: 'Agreement {number}, by {name}' },
  'objections.open': {
    nl: 'De tekst staat weer open voor tafel {table}.',
    en: 'The text is open again for table {table}.',
  },
  'objections.again': {
    nl: 'De samengevoegde tekst wordt opnieuw voorgelegd.',
    en: 'The merged text will be put forward again.',
  },
  'tables.objections': {
    nl: 'Bezwaar van thuis bij {count, plural, one {afspraak} other {de afspraken}} {numbers}',
    en: 'Objection from home to {count, plural, one {agreement} other {agreements}} {numbers}',
  },
} satisfies Catalogue
