import type { Catalogue } from './format.ts'

/** The table's agreements: writing and reading them. */
export const agreement = {
  'agreement.ours': { nl: 'Onze afspraak', en: 'Our agreement' },
  'agreement.place': { nl: '{place} van {count} aan deze tafel', en: '{place} of {count} at this table' },
  'agreement.draft': { nl: 'Concept', en: 'Draft' },
  'agreement.title': { nl: 'Titel', en: 'Title' },
  'agreement.text': { nl: 'Tekst', en: 'Text' },
  'agreement.textLabel': { nl: 'Tekst van de afspraak', en: 'Text of the agreement' },
  'agreement.why': { nl: 'Waarom', en: 'Why' },
  'agreement.whyLabel': { nl: 'Waarom u dit afspreekt', en: 'Why you agree on this' },
  'agreement.saved': { nl: 'Opgeslagen', en: 'Saved' },
  'agreement.saving': { nl: 'Bewaren …', en: 'Saving …' },
  'agreement.unsent': { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  'agreement.unsentSub': {
    nl: 'De verbinding is even weg. Uw tekst blijft hier staan. Laat dit scherm open.',
    en: 'The connection is lost for now. Your text stays here. Keep this screen open.',
  },
  'agreement.alsoWrites': { nl: '{name} schrijft mee', en: '{name} is writing too' },
  'agreement.alsoWriteMany': {
    nl: '{count, plural, one {# ander schrijft} other {# anderen schrijven}} mee',
    en: '{count, plural, one {# other person is} other {# other people are}} writing too',
  },
  'agreement.new': { nl: 'Nieuwe afspraak', en: 'New agreement' },
  'agreement.next': { nl: 'Volgende afspraak', en: 'Next agreement' },
  'agreement.previous': { nl: 'Vorige afspraak', en: 'Previous agreement' },
  'agreement.removeEmpty': { nl: 'Haal deze lege afspraak weg', en: 'Remove this empty agreement' },
  'agreement.none': { nl: 'Er staat nog geen afspraak.', en: 'There is no agreement yet.' },
  'agreement.noneWrite': {
    nl: 'Heeft u samen iets afgesproken? Zet het hier. Iedereen aan uw tafel kan meeschrijven.',
    en: 'Have you agreed on something together? Put it here. Everybody at your table can write along.',
  },
  'agreement.opening': { nl: 'De tekst wordt geopend …', en: 'Opening the text …' },
  'agreement.broken': {
    nl: 'Deze tekst kan nu niet worden geopend. Er is niets weggegooid. Vraag de organisator om hulp.',
    en: 'This text cannot be opened now. Nothing was thrown away. Ask the organiser for help.',
  },
  'agreement.tooLong': {
    nl: 'Dit is te lang. Maak de tekst korter, of zet een deel in een nieuwe afspraak.',
    en: 'This is too long. Make the text shorter, or put a part in a new agreement.',
  },
  'agreement.left': {
    nl: 'Dit had u nog niet verstuurd. Het staat niet in de afspraak:',
    en: 'You had not sent this. It is not in the agreement:',
  },
  'agreement.refused': {
    nl: 'Dit kon niet worden bewaard. Het staat niet in de afspraak:',
    en: 'This could not be saved. It is not in the agreement:',
  },
  'agreement.stuck': {
    nl: 'Wat u typt kan nu niet worden bewaard. Kopieer uw tekst en open de pagina opnieuw. Blijft het zo? Vraag dan de organisator om hulp.',
    en: 'What you type cannot be saved now. Copy your text and open the page again. Does it stay like this? Then ask the organiser for help.',
  },
  'agreement.copy': { nl: 'Kopieer mijn tekst', en: 'Copy my text' },
  'agreement.copied': { nl: 'Gekopieerd', en: 'Copied' },
  'agreement.dismiss': { nl: 'Ik heb dit niet meer nodig', en: 'I no longer need this' },
  'agreement.readAloud': { nl: 'Lees voor', en: 'Read aloud' },
  'agreement.stopReading': { nl: 'Stop met voorlezen', en: 'Stop reading' },
  'agreement.readOnly': { nl: 'U kunt dit lezen.', en: 'You can read this.' },
  'agreement.untitled': { nl: 'Nog zonder titel', en: 'No title yet' },
  'agreement.atTable': { nl: 'tafel {number}', en: 'table {number}' },
  'agreement.number': { nl: 'Afspraak {number}', en: 'Agreement {number}' },
  'agreement.all': { nl: 'Alle afspraken', en: 'All agreements' },
  'agreement.noneForRole': { nl: 'Hier staat nog geen afspraak.', en: 'No agreement here yet.' },
} satisfies Catalogue
