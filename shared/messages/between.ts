import type { Catalogue } from './format.ts'

/** Between two sessions: what lay there, what changed, and objecting from home. */
export const between = {
  'between.page': { nl: 'Tussen de bijeenkomsten', en: 'Between the meetings' },
  'between.until': {
    nl: 'U kunt een bezwaar geven tot en met {moment}.',
    en: 'You can object up to and including {moment}.',
  },
  'between.noUntil': { nl: 'Lees wat er ligt.', en: 'Read what lies there.' },
  'between.since': {
    nl: '{name}, u was er voor het laatst op {day}.',
    en: '{name}, you were last here on {day}.',
  },
  'between.never': { nl: '{name}, u was er nog niet bij.', en: '{name}, you have not been here yet.' },
  'between.ownFile': { nl: 'Haal op wat we van u bewaren', en: 'Fetch what we keep of you' },
  'between.title': { nl: 'Dit lag er, dit is veranderd', en: 'What lay there, and what changed' },
  'between.loading': { nl: 'We zoeken op wat er ligt …', en: 'Looking up what lies there …' },
  'between.failed': {
    nl: 'We konden niet ophalen wat er is veranderd. Ververs de pagina.',
    en: 'We could not fetch what has changed. Refresh the page.',
  },
  'between.none': { nl: 'Er ligt nog geen afspraak.', en: 'No agreement lies there yet.' },
  'between.same': {
    nl: '{all, plural, one {Er is niets veranderd. De afspraak is nog zoals u hem zag.} other {Er is niets veranderd. De # afspraken zijn nog zoals u ze zag.}}',
    en: '{all, plural, one {Nothing has changed. The agreement is as you saw it.} other {Nothing has changed. The # agreements are as you saw them.}}',
  },
  'between.count': {
    nl: '{changed, plural, one {Bij 1 van de {all} afspraken is iets veranderd.} other {Bij # van de {all} afspraken is iets veranderd.}} {others, plural, =0 {} one {De andere is gelijk gebleven.} other {De andere # zijn gelijk gebleven.}}',
    en: '{changed, plural, one {Something has changed with 1 of the {all} agreements.} other {Something has changed with # of the {all} agreements.}} {others, plural, =0 {} one {The other stayed the same.} other {The other # stayed the same.}}',
  },
  'between.showAll': {
    nl: '{count, plural, one {Lees de andere afspraak} other {Lees de andere # afspraken}}',
    en: '{count, plural, one {Read the other agreement} other {Read the other # agreements}}',
  },
  'between.showAllSame': {
    nl: '{count, plural, one {Lees de afspraak} other {Lees alle # afspraken}}',
    en: '{count, plural, one {Read the agreement} other {Read all # agreements}}',
  },
  'between.others': { nl: 'Gelijk gebleven', en: 'Stayed the same' },
  'between.silence': {
    nl: 'Zegt u niets? Dan schrijven we niet op dat u ja zegt. In de volgende bijeenkomst vragen we het u zelf.',
    en: 'Do you say nothing? Then we do not write down that you say yes. At the next meeting we ask you yourself.',
  },
  'between.from': {
    nl: 'Tafel {table}. Gemaakt van de afspraken {numbers}.',
    en: 'Table {table}. Made from the agreements {numbers}.',
  },
  'between.table': { nl: 'Tafel {table}.', en: 'Table {table}.' },
  'between.note': { nl: 'Minderheidsnotitie', en: 'Minority note' },
  'between.change.added': { nl: 'Deze afspraak is erbij gekomen.', en: 'This agreement was added.' },
  'between.change.words': { nl: 'De tekst is veranderd.', en: 'The text has changed.' },
  'between.change.agreed': {
    nl: 'Er is een ronde over gehouden, en de afspraak staat.',
    en: 'A round was held about it, and the agreement stands.',
  },
  'between.change.voided': {
    nl: 'Het akkoord is vervallen. De tekst wordt opnieuw aan iedereen voorgelegd.',
    en: 'Consent is void. The text will be put before everybody again.',
  },
  'between.change.taken': {
    nl: 'De afspraak staat nu in de set voor de raad.',
    en: 'The agreement is now in the set for the council.',
  },
  'between.change.leftOut': {
    nl: 'De afspraak staat niet meer in de set voor de raad.',
    en: 'The agreement is no longer in the set for the council.',
  },
  'between.change.merged': {
    nl: 'De afspraak is samengevoegd met een andere.',
    en: 'The agreement was merged with another one.',
  },
  'between.change.withdrawn': { nl: 'De afspraak is weggehaald.', en: 'The agreement was taken away.' },
  'between.change.offered': {
    nl: 'De afspraak ligt bij de raad.',
    en: 'The agreement lies with the council.',
  },
  'between.object': { nl: 'Ik heb een bezwaar', en: 'I object' },
  'between.objectTo': { nl: 'bij afspraak {number}', en: 'to agreement {number}' },
  'between.reason': { nl: 'Wat is uw bezwaar?', en: 'What is your objection?' },
  'between.reasonHint': {
    nl: 'Uw tafel, de begeleider en de organisator lezen dit. Zonder uw naam staat het ook in het pakket voor de raad. De tekst gaat dan weer open, en het akkoord erover vervalt.',
    en: 'Your table, the facilitator and the organiser read this. Without your name it also stands in the package for the council. The text is then open again, and consent on it is void.',
  },
  'between.give': { nl: 'Geef mijn bezwaar', en: 'Give my objection' },
  'between.dont': { nl: 'Toch niet', en: 'Rather not' },
  'between.given': { nl: 'Uw bezwaar is binnen.', en: 'Your objection is in.' },
  'between.own': { nl: 'U schreef: {reason}', en: 'You wrote: {reason}' },
  'between.takeBack': { nl: 'Trek terug', en: 'Take it back' },
  'between.takenBack': {
    nl: 'Uw bezwaar is weg. De tekst wordt wel opnieuw voorgelegd.',
    en: 'Your objection is gone. The text will still be put forward again.',
  },
  'between.by': { nl: 'Bezwaar van {name}: {reason}', en: 'Objection by {name}: {reason}' },
  'between.bySomebody': {
    nl: 'Bezwaar van iemand van een andere tafel: {reason}',
    en: 'Objection by somebody from another table: {reason}',
  },
  'between.objections': { nl: 'Bezwaar van thuis', en: 'Objection from home' },
  'between.sessions': { nl: 'De bijeenkomsten', en: 'The meetings' },
  'between.session': { nl: 'Bijeenkomst {number}', en: 'Meeting {number}' },
  'between.been': { nl: 'geweest', en: 'been' },
  'between.now': { nl: 'nu bezig', en: 'going on now' },
  'between.today': { nl: 'vandaag', en: 'today' },
  'between.inDays': {
    nl: '{days, plural, one {over 1 dag} other {over # dagen}}',
    en: '{days, plural, one {in 1 day} other {in # days}}',
  },
  'between.sameTable': {
    nl: 'U krijgt dezelfde tafel: tafel {table}. Verandert dat nog, dan hoort u het in de bijeenkomst.',
    en: 'You get the same table: table {table}. Should that change, you will hear it at the meeting.',
  },
  'between.missed': { nl: 'U was er toen niet.', en: 'You were not there then.' },
  'between.name': { nl: 'Mijn naam in het stuk voor de raad', en: 'My name in the document for the council' },
  'between.nameSub': {
    nl: 'Er staan geen namen in, behalve van wie dat zelf wil. U kunt dit veranderen tot de afspraken naar de raad gaan.',
    en: 'There are no names in it, but of those who want that themselves. You can change this until the agreements go to the council.',
  },
  'between.nameClosed': {
    nl: 'De afspraken liggen bij de raad. Dit kan nu niet meer veranderen.',
    en: 'The agreements lie with the council. This cannot change any more.',
  },
  'between.nameYes': {
    nl: 'Ja, mijn naam mag erin staan: {name}',
    en: 'Yes, my name may stand in it: {name}',
  },
  'between.nameAsked': {
    nl: 'Mag uw naam in het stuk voor de raad staan?',
    en: 'May your name stand in the document for the council?',
  },
  'between.nameNo': { nl: 'Geen antwoord is nee.', en: 'No answer is no.' },
  'between.nameWith': { nl: 'Ja, met mijn naam', en: 'Yes, with my name' },
  'between.nameWithout': { nl: 'Nee, zonder mijn naam', en: 'No, without my name' },
  'between.goOn': { nl: 'Verder naar de bijeenkomst', en: 'Go on to the meeting' },
  'between.calendar': {
    nl: 'Zet sessie {number} in mijn agenda',
    en: 'Put session {number} in my calendar',
  },
} satisfies Catalogue
