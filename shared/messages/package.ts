import type { Catalogue } from './format.ts'

/** The organiser's page on what goes to the council. */
export const councilPackage = {
  'council.in': { nl: 'Zit alles erin?', en: 'Is everything in it?' },
  'council.concept': {
    nl: 'U kunt alles al bekijken. Er staat nu “concept” op, want er ontbreken nog dingen.',
    en: 'You can look at everything already. It says “draft” for now, for some things are still missing.',
  },
  'council.agreed': {
    nl: '{count, plural, =0 {Nog geen afspraken} one {# afspraak} other {# afspraken}}',
    en: '{count, plural, =0 {No agreements yet} one {# agreement} other {# agreements}}',
  },
  'council.agreedSub': {
    nl: '{count, plural, =0 {Een afspraak komt erin als de tafel erover heeft gesproken in een ronde.} other {De tekst staat vast. Elke letter is zoals aan tafel afgesproken.}}',
    en: '{count, plural, =0 {An agreement comes in once the table has spoken about it in a round.} other {The text is fixed. Every letter is as agreed at the table.}}',
  },
  'council.waiting': {
    nl: '{count, plural, one {# afspraak gaat} other {# afspraken gaan}} zo niet mee',
    en: '{count, plural, one {# agreement does} other {# agreements do}} not go along yet',
  },
  'council.waitingSub': {
    nl: '{count, plural, one {Dat is} other {Dat zijn}} {list}. In de bijlage staat alleen wat al is voorgelegd.',
    en: '{count, plural, one {This is} other {These are}} {list}. Only what was put forward stands in the annex.',
  },
  'council.waitingOne': { nl: 'afspraak {number} (tafel {table})', en: 'agreement {number} (table {table})' },
  'council.proposal': { nl: 'Raadsvoorstel', en: 'Proposal for the council' },
  'council.proposalSub': {
    nl: '{count, plural, =0 {Alles is ingevuld.} other {Nog niet ingevuld: {list}.}}',
    en: '{count, plural, =0 {Everything is filled in.} other {Not filled in yet: {list}.}}',
  },
  'council.names': { nl: 'Namen, alleen met toestemming', en: 'Names, only with consent' },
  'council.namesCount': {
    nl: '{named, plural, =0 {Niemand wil} one {1 deelnemer wil} other {# deelnemers willen}} met naam in het stuk. {others, plural, =0 {Verder is er niemand.} one {1 ander staat er zonder naam in.} other {{named, plural, =0 {Alle {others}} other {De andere {others}}} staan er zonder naam in.}}',
    en: '{named, plural, =0 {Nobody wants} one {1 participant wants} other {# participants want}} to be named in the document. {others, plural, =0 {There is nobody else.} one {1 other is in it without a name.} other {{named, plural, =0 {All {others}} other {The other {others}}} are in it without a name.}}',
  },
  'council.namesSub': {
    nl: 'Iedereen zegt dat zelf, op het eigen scherm. Geen antwoord is nee. Wie ja zegt, kan dat intrekken tot de afspraken naar de raad gaan.',
    en: 'Everybody says so themselves, on their own screen. No answer is no. Whoever says yes can take that back until the agreements go to the council.',
  },
  'council.namesTitle': { nl: 'Namen', en: 'Names' },
  'council.namesOpen': {
    nl: '{count, plural, =0 {{all, plural, =0 {Er zijn geen deelnemers.} other {Iedereen heeft ja of nee gezegd.}}} one {1 deelnemer heeft nog geen ja of nee gezegd.} other {# deelnemers hebben nog geen ja of nee gezegd.}}',
    en: '{count, plural, =0 {{all, plural, =0 {There are no participants.} other {Everybody has said yes or no.}}} one {1 participant has not said yes or no yet.} other {# participants have not said yes or no yet.}}',
  },
  'council.namesWait': {
    nl: '{count, plural, =0 {{all, plural, =0 {Er zijn geen deelnemers.} other {Iedereen heeft ja of nee gezegd.}}} one {De vraag staat nog bij 1 deelnemer op het scherm.} other {De vraag staat nog bij # deelnemers op het scherm.}}',
    en: '{count, plural, =0 {{all, plural, =0 {There are no participants.} other {Everybody has said yes or no.}}} one {The question is still on the screen of 1 participant.} other {The question is still on the screens of # participants.}}',
  },
  'council.namesAsk': { nl: 'Vraag het hun', en: 'Ask them' },
  'proposal.title': { nl: 'Raadsvoorstel, concept', en: 'Proposal for the council, draft' },
  'proposal.sub': {
    nl: 'De organisator en de griffier vullen dit samen in. Het staat in elke vorm van het pakket.',
    en: 'The organiser and the clerk fill this in together. It stands in every form of the package.',
  },
  'proposal.subject': { nl: 'Onderwerp', en: 'Subject' },
  'proposal.subjectHint': { nl: 'Waar gaat het voorstel over?', en: 'What is the proposal about?' },
  'proposal.holder': { nl: 'Portefeuillehouder', en: 'Portfolio holder' },
  'proposal.holderHint': { nl: 'Iemand uit het college.', en: 'Somebody from the executive.' },
  'proposal.question': { nl: 'Wat vraagt u aan de raad?', en: 'What do you ask of the council?' },
  'proposal.questionHint': { nl: 'Elk punt op een eigen regel.', en: 'Each point on a line of its own.' },
  'proposal.occasion': { nl: 'Aanleiding', en: 'Occasion' },
  'proposal.occasionHint': {
    nl: 'Hoe zijn de afspraken ontstaan?',
    en: 'How did the agreements come about?',
  },
  'proposal.arguments': { nl: 'Argumenten', en: 'Arguments' },
  'proposal.argumentsHint': {
    nl: 'Waarom zou de raad ze overnemen?',
    en: 'Why should the council adopt them?',
  },
  'proposal.remarks': { nl: 'Kanttekeningen', en: 'Remarks' },
  'proposal.remarksHint': {
    nl: 'Bijvoorbeeld: bij welke afspraak een minderheidsnotitie hoort.',
    en: 'For example: which agreement has a minority note.',
  },
  'proposal.costs': { nl: 'Kosten', en: 'Costs' },
  'proposal.costsHint': { nl: 'Wat kost het, en wie betaalt?', en: 'What does it cost, and who pays?' },
  'proposal.kept': { nl: 'Opgeslagen', en: 'Saved' },
  'proposal.failed': {
    nl: 'Nog niet opgeslagen. Verander iets en probeer het nog een keer.',
    en: 'Not saved yet. Change something and try again.',
  },
  'council.origin': { nl: 'Waar elke afspraak vandaan komt', en: 'Where each agreement comes from' },
  'council.originSub': {
    nl: 'Tafel, sessie, versie en bezwaar.',
    en: 'Table, session, version and objection.',
  },
  'council.people': { nl: 'Wie er meededen, in aantallen', en: 'Who took part, in numbers' },
  'council.peopleSub': {
    nl: 'Met het evenwicht van het gesprek, per groep van vijf of meer mensen.',
    en: 'With the balance of the talk, per group of five or more people.',
  },
  'council.notes': { nl: 'Minderheidsnotitie', en: 'Minority note' },
  'council.notesSub': {
    nl: '{count, plural, =0 {Er is geen notitie.} one {Bij afspraak {list}.} other {Bij de afspraken {list}.}}',
    en: '{count, plural, =0 {There is no note.} one {With agreement {list}.} other {With agreements {list}.}}',
  },
  'council.offer': { nl: 'Bied de afspraken aan', en: 'Offer the agreements' },
  'council.offerTitle': { nl: 'Naar de raad', en: 'To the council' },
  'council.offerSub': {
    nl: '{count, plural, =0 {Er is nog geen afspraak die naar de raad kan.} one {De tekst van deze afspraak staat dan vast.} other {De tekst van deze # afspraken staat dan vast.}}',
    en: '{count, plural, =0 {There is no agreement yet that can go to the council.} one {From then on the text of this agreement is fixed.} other {From then on the text of these # agreements is fixed.}}',
  },
  'council.offerBack': {
    nl: 'U kunt ze terugnemen tot het besluit van de raad openbaar is.',
    en: 'You can take them back until the council’s decision is public.',
  },
  'council.toPresent': {
    nl: '{count, plural, one {Deze samengevoegde tekst is nog niet voorgelegd: {list}. Leg hem eerst voor, of haal hem weer uit elkaar.} other {Deze samengevoegde teksten zijn nog niet voorgelegd: {list}. Leg ze eerst voor, of haal ze weer uit elkaar.}}',
    en: '{count, plural, one {This merged text has not been put forward yet: {list}. Put it forward first, or take it apart again.} other {These merged texts have not been put forward yet: {list}. Put them forward first, or take them apart again.}}',
  },
  'council.mergeWaits': {
    nl: '{count, plural, one {Over het samenvoegen van {list} is nog niet beslist. Wacht op de tafels, of trek het voorstel in.} other {Over deze voorstellen om samen te voegen is nog niet beslist: {list}. Wacht op de tafels, of trek ze in.}}',
    en: '{count, plural, one {The merging of {list} is not decided yet. Wait for the tables, or take the proposal back.} other {These proposals to merge are not decided yet: {list}. Wait for the tables, or take them back.}}',
  },
  'council.textOf': { nl: 'afspraak {number}, “{title}”', en: 'agreement {number}, “{title}”' },
  'council.clerk': { nl: 'Bij de raad', en: 'With the council' },
  'council.clerkWaits': {
    nl: 'Er liggen nu geen afspraken bij de raad. Biedt de organisator ze aan? Dan ziet u ze hier.',
    en: 'No agreements lie with the council now. Once the organiser offers them, you see them here.',
  },
  'council.done': { nl: 'In orde:', en: 'In order:' },
  'council.open': { nl: 'Nog niet klaar:', en: 'Not ready yet:' },
  'council.set': { nl: 'De afspraken voor de raad', en: 'The agreements for the council' },
  'council.setNone': { nl: 'Er staat nog geen afspraak in de set.', en: 'No agreement is in the set yet.' },
  'council.from': {
    nl: 'tafel {table}, daar afspraak {number}',
    en: 'table {table}, agreement {number} there',
  },
  'council.withNote': { nl: 'met een notitie', en: 'with a note' },
  'council.save': { nl: 'Bewaar het pakket', en: 'Save the package' },
  'council.odt': { nl: 'Document om te bewerken', en: 'Document to edit' },
  'council.odtSub': { nl: 'ODT, voor het raadsvoorstel', en: 'ODT, for the proposal' },
  'council.pdf': { nl: 'Document om te lezen', en: 'Document to read' },
  'council.pdfSub': {
    nl: 'PDF, toegankelijk en voor het archief',
    en: 'PDF, accessible and for the archive',
  },
  'council.md': { nl: 'Tekst voor de website', en: 'Text for the website' },
  'council.mdSub': { nl: 'Markdown', en: 'Markdown' },
  'council.json': { nl: 'Gegevens', en: 'Data' },
  'council.jsonSub': { nl: 'JSON, met herkomst en versies', en: 'JSON, with origin and versions' },
} satisfies Catalogue
