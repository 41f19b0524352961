import type { Catalogue } from './format.ts'

/** How long a dialogue is kept, and taking somebody out of it: the organiser's. */
export const keeping = {
  'keep.title': { nl: 'Hoe lang bewaren we dit?', en: 'How long do we keep this?' },
  'keep.how': {
    nl: 'Op de eerste dag wissen we alle namen. Op de tweede dag wissen we alles van deze dialoog. Dat gaat vanzelf.',
    en: 'On the first day we erase all names. On the second day we erase everything of this dialogue. It happens by itself.',
  },
  'keep.names': { nl: 'Namen wissen op', en: 'Erase names on' },
  'keep.all': { nl: 'Alles wissen op', en: 'Erase everything on' },
  'keep.waits': {
    nl: 'Is er dan een bijeenkomst bezig, of komt er nog een? Dan wachten we tot die voorbij is.',
    en: 'Is a meeting going on then, or is one still to come? Then we wait until it is over.',
  },
  'keep.named': {
    nl: 'De namen zijn al gewist. De afspraken staan er nog.',
    en: 'The names have been erased already. The agreements are still there.',
  },
  'keep.leftOpen': {
    nl: 'Deze bijeenkomst is begonnen en niet gesloten. Er gebeurt al langer dan een dag niets. Daarom tellen de dagen alsof zij voorbij is. U kunt haar nog sluiten bij “Leiden”.',
    en: 'This meeting was begun and not closed. Nothing has happened for more than a day, so the days count as if it were over. You can still close it at “Lead”.',
  },
  'keep.save': { nl: 'Bewaar deze dagen', en: 'Save these days' },
  'keep.saved': { nl: 'Bewaard.', en: 'Saved.' },
  'keep.too_early': {
    nl: 'Kies een dag na vandaag, en na de laatste bijeenkomst.',
    en: 'Choose a day after today, and after the last meeting.',
  },
  'keep.order': {
    nl: 'Alles wissen kan niet eerder dan de namen. Kies daarvoor een latere dag.',
    en: 'Everything cannot be erased before the names. Choose a later day for that.',
  },
  'keep.malformed': { nl: 'Vul twee dagen in.', en: 'Fill in two days.' },

  'erase.button': { nl: 'Wis', en: 'Erase' },
  'erase.named': { nl: 'Wis {name}', en: 'Erase {name}' },
  'erase.ask': { nl: '{name} uit deze dialoog wissen?', en: 'Erase {name} from this dialogue?' },
  'erase.file': { nl: 'Haal op wat we van {name} bewaren', en: 'Fetch what we keep of {name}' },
  'erase.goes': { nl: 'Dit gaat weg', en: 'This goes' },
  'erase.goesName': {
    nl: 'De naam en de functie, overal. Er staat dan een woord als “een inwoner”.',
    en: 'The name and the function, everywhere. A word such as “a resident” stands there then.',
  },
  'erase.goesLink': {
    nl: 'De eigen link. Wie nog binnen is, is er meteen uit.',
    en: 'The own link. Whoever is still in is out at once.',
  },
  'erase.goesSaid': {
    nl: 'Wat {name} typte in een beurt, en vragen om hulp.',
    en: 'What {name} typed in a turn, and calls for help.',
  },
  'erase.stays': { nl: 'Dit blijft', en: 'This stays' },
  'erase.staysWords': {
    nl: 'De tekst van de afspraken. Niemand ziet nog wie wat schreef.',
    en: 'The text of the agreements. Nobody sees any more who wrote what.',
  },
  'erase.staysInText': {
    nl: 'Een naam die in zo’n tekst zelf staat. Laat die dan eerst veranderen.',
    en: 'A name that stands in such a text itself. Have that changed first.',
  },
  'erase.namedNow': {
    nl: '{count, plural, one {In de tekst van afspraak {list} lijkt {name} te staan. Laat die tekst eerst aan tafel veranderen.} other {In de teksten van de afspraken {list} lijkt {name} te staan. Laat die teksten eerst aan tafel veranderen.}}',
    en: '{count, plural, one {The text of agreement {list} seems to name {name}. Have that text changed at the table first.} other {The texts of agreements {list} seem to name {name}. Have those texts changed at the table first.}}',
  },
  'erase.namedBefore': {
    nl: '{count, plural, one {Een eerdere versie van afspraak {list} lijkt {name} te noemen. Die versie blijft te lezen.} other {Eerdere versies van de afspraken {list} lijken {name} te noemen. Die versies blijven te lezen.}}',
    en: '{count, plural, one {An earlier version of agreement {list} seems to name {name}. That version can still be read.} other {Earlier versions of agreements {list} seem to name {name}. Those versions can still be read.}}',
  },
  'erase.namedNowhere': {
    nl: 'In geen tekst van een afspraak vonden we de naam {name}.',
    en: 'In no text of an agreement did we find the name {name}.',
  },
  'erase.staysReason': {
    nl: 'Bezwaren die aan tafel open zijn gezegd, zonder naam.',
    en: 'Objections that were said openly at the table, without a name.',
  },
  'erase.staysTime': {
    nl: 'De spreektijd, zonder naam. De aantallen blijven kloppen.',
    en: 'The speaking time, without a name. The figures stay right.',
  },
  'erase.final': { nl: 'U kunt dit niet terugdraaien.', en: 'You cannot undo this.' },
  'erase.running': {
    nl: 'Er is nu een bijeenkomst bezig. Wissen kan als die voorbij is.',
    en: 'A meeting is going on now. Erasing can be done once it is over.',
  },
  'erase.not': { nl: 'Niet wissen', en: 'Do not erase' },
  'erase.done': { nl: '{name} is gewist.', en: '{name} has been erased.' },
  'erase.unread': {
    nl: '{count, plural, one {De tekst van tafel {list} is} other {De teksten van tafel {list} zijn}} beschadigd. Daar kan de naam nog in staan.',
    en: '{count, plural, one {The text of table {list} is} other {The texts of tables {list} are}} damaged. The name may still stand in {count, plural, one {it} other {them}}.',
  },
  'erase.failed': {
    nl: 'Wissen lukte niet. Er is niets veranderd. Probeer het zo nog eens.',
    en: 'It could not be erased. Nothing has changed. Please try again soon.',
  },
} satisfies Catalogue
