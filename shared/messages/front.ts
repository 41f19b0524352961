import type { Catalogue } from './format.ts'

/** The first page: the demonstration's (43), and elsewhere how one comes in. */
export const front = {
  'front.title': { nl: 'Wie wilt u zijn?', en: 'Who do you want to be?' },
  'front.intro': {
    nl: 'Open er meer dan één. Dan zit u met uzelf aan tafel.',
    en: 'Open more than one. Then you sit at the table with yourself.',
  },
  'front.open': { nl: 'Open', en: 'Open' },
  'front.table': { nl: 'Tafel {number}', en: 'Table {number}' },
  'front.atTable': { nl: 'tafel {number}', en: 'table {number}' },
  'front.does.organiser': {
    nl: 'Verdeel de mensen en begin het gesprek.',
    en: 'Divide the people and begin the talk.',
  },
  'front.does.participant': {
    nl: 'Praat mee en schrijf aan de afspraak.',
    en: 'Take part and write the agreement.',
  },
  'front.does.facilitator': {
    nl: 'Geef het woord. Bewaak het evenwicht.',
    en: 'Give the floor. Keep the balance.',
  },
  'front.does.helper': { nl: 'Help wie niets hoort of ziet.', en: 'Help those who hear or see nothing.' },
  'front.does.clerk': { nl: 'Lees wat er bij de raad ligt.', en: 'Read what lies with the council.' },
  'front.does.observer': { nl: 'Luister mee in de zaal.', en: 'Listen in the main room.' },
  'front.does.interpreter': {
    nl: 'Tolk in beeld, zonder spreektijd.',
    en: 'Interpret on screen, without speaking time.',
  },
  'front.everybody': {
    nl: '{count, plural, one {# deelnemer} other {Alle # deelnemers}}',
    en: '{count, plural, one {# participant} other {All # participants}}',
  },
  'front.tables': {
    nl: '{count, plural, one {aan één tafel} other {aan # tafels}}',
    en: '{count, plural, one {at one table} other {at # tables}}',
  },
  'front.begin': { nl: 'Zo begint u', en: 'How to begin' },
  'front.beginOrganiser': { nl: 'Open “Organisator”.', en: 'Open “Organiser”.' },
  'front.beginParticipant': {
    nl: 'Open “Deelnemer” in een ander venster.',
    en: 'Open “Participant” in another window.',
  },
  'front.beginTalk': {
    nl: 'Druk bij de organisator op “Open de zaal”.',
    en: 'Press “Open the main room” as the organiser.',
  },
  'front.own': { nl: 'Zelf een dialoog maken', en: 'Make a dialogue of your own' },
  'front.ownText': {
    nl: 'Met uw eigen mensen en uw eigen links.',
    en: 'With your own people and your own links.',
  },
  'front.ownGo': { nl: 'Maak een dialoog', en: 'Make a dialogue' },
  'front.demo': {
    nl: 'De mensen en teksten zijn verzonnen.',
    en: 'The people and texts are made up.',
  },
  'front.here': {
    nl: 'Deze pagina ziet u alleen op deze computer.',
    en: 'You see this page on this computer only.',
  },
  'front.stop': {
    nl: 'Stoppen: Ctrl + C in het venster waar u npm start typte.',
    en: 'To stop: Ctrl + C in the window where you typed npm start.',
  },
  'front.plain': {
    nl: 'U komt binnen met de link uit uw uitnodiging. Klik op die link, of kopieer de hele link naar de balk bovenin.',
    en: 'You come in with the link from your invitation. Press that link, or copy the whole link to the bar at the top.',
  },
  'front.yours': { nl: 'Uw dialogen', en: 'Your dialogues' },
  'front.yoursNote': {
    nl: 'U organiseert deze dialogen in deze browser. Een nieuwe maakt u in een van deze dialogen, bij “Mensen”.',
    en: 'You organise these dialogues in this browser. You make a new one in one of these, at “People”.',
  },
  'front.yoursAway': {
    nl: 'Uw dialogen konden niet worden opgehaald. Ververs straks deze pagina.',
    en: 'Your dialogues could not be fetched. Refresh this page later.',
  },
  'front.noDate': { nl: 'nog geen datum', en: 'no date yet' },
  'front.phase.lobby': { nl: 'nog niet begonnen', en: 'not begun yet' },
  'front.phase.running': { nl: 'is bezig', en: 'is going on' },
  'front.phase.ended': { nl: 'is klaar', en: 'is over' },
  'front.plainTitle': { nl: 'Welkom bij de dialoogtafel', en: 'Welcome to the dialogue table' },
} satisfies Catalogue
