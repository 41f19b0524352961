import { format, type Catalogue, type Values } from '../../shared/messages/format.ts'
import type { Locale } from '../../shared/protocol.ts'

/** What the council's package says itself, around the words of others. */
export const packageWords = {
  author: { nl: 'Deelnemers aan de dialoog', en: 'Participants in the dialogue' },
  concept: {
    nl: 'Concept. Er ontbreken nog dingen in dit stuk.',
    en: 'Draft. Some things are still missing here.',
  },
  promise: { nl: 'De belofte van de raad', en: 'The promise of the council' },
  'promise.since': { nl: 'Vastgelegd op {day}.', en: 'Recorded on {day}.' },
  'promise.changed': { nl: 'Veranderd op {day}.', en: 'Changed on {day}.' },
  'promise.earlier': {
    nl: 'Van {from} tot {to} stond hier:',
    en: 'From {from} until {to} this was written here:',
  },
  dialogue: { nl: 'Hoe het gesprek ging', en: 'How the talk went' },
  people: { nl: 'Wie er meededen', en: 'Who took part' },
  'people.small': {
    nl: 'Een groep van minder dan vijf mensen tellen we bij een andere op.',
    en: 'A group of fewer than five people is counted with another one.',
  },
  'people.none': {
    nl: 'Er deden minder dan vijf mensen mee. Daarom staan hier geen aantallen.',
    en: 'Fewer than five people took part, so there are no figures here.',
  },
  group: { nl: 'Groep', en: 'Group' },
  'group.inwoner': { nl: 'inwoners', en: 'residents' },
  'group.college': { nl: 'college', en: 'executive' },
  'group.raad': { nl: 'raad', en: 'council' },
  'group.ambtenaar': { nl: 'ambtenaren', en: 'civil servants' },
  'group.people': { nl: 'Mensen', en: 'People' },
  'group.seats': { nl: 'Deel van de stoelen', en: 'Share of the seats' },
  'group.spoken': { nl: 'Deel van de spreektijd', en: 'Share of the speaking time' },
  percent: { nl: '{share}%', en: '{share}%' },
  and: { nl: 'en', en: 'and' },
  sessions: { nl: 'De sessies', en: 'The sessions' },
  session: { nl: 'Sessie', en: 'Session' },
  'session.number': { nl: 'Sessie {number}', en: 'Session {number}' },
  'session.date': { nl: 'Datum', en: 'Date' },
  'session.people': { nl: 'Mensen', en: 'People' },
  'session.tables': { nl: 'Tafels', en: 'Tables' },
  method: { nl: 'De werkwijze', en: 'The method' },
  'method.size': {
    nl: '{sessions, plural, one {# sessie} other {# sessies}}, {tables, plural, one {# tafel} other {# tafels}} rond {roles, plural, one {# rol} other {# rollen}} van de overheid.',
    en: '{sessions, plural, one {# session} other {# sessions}}, {tables, plural, one {# table} other {# tables}} around {roles, plural, one {# role} other {# roles}} of government.',
  },
  'method.how': {
    nl: 'Er is niet gestemd. Iedereen kreeg om de beurt de vraag: kunt u leven met deze tekst? Een afspraak staat hier als niemand een zwaarwegend bezwaar had. Bleef er een bezwaar, dan staat het er als notitie bij.',
    en: 'There was no vote. Everybody was asked in turn: can you live with this text? An agreement stands here when nobody had a grave objection. Where an objection remained, it stands beside it as a note.',
  },
  evaluation: { nl: 'Hoe het was voor de mensen', en: 'How it was for people' },
  'evaluation.answered': {
    nl: '{session}: {answered} van {asked} mensen gaven antwoord. Zo veel van hen zeiden “meestal” of “helemaal”:',
    en: '{session}: {answered} of {asked} people answered. So many of them said “mostly” or “wholly”:',
  },
  'evaluation.value': { nl: '{name}: {said} van {of}', en: '{name}: {said} of {of}' },
  'value.equality': { nl: 'Mijn stem telde even zwaar', en: 'My voice counted as much' },
  'value.transparency': {
    nl: 'Ik wist wat er met mijn woorden gebeurt',
    en: 'I knew what happens with my words',
  },
  'value.involvement': {
    nl: 'Ik kon meedoen zoals bij mij past',
    en: 'I could take part in a way that suits me',
  },
  'value.empathy': { nl: 'Ik begrijp beter hoe anderen denken', en: 'I understand better how others think' },
  set: { nl: 'De afspraken', en: 'The agreements' },
  why: { nl: 'Waarom', en: 'Why' },
  origin: {
    nl: 'Herkomst: tafel {table} ({role}), sessie {session}, versie {version}. Daar was dit afspraak {old}.',
    en: 'Origin: table {table} ({role}), session {session}, version {version}. There it was agreement {old}.',
  },
  objection: {
    nl: 'Bezwaar dat de tekst veranderde: {objection}',
    en: 'Objection that changed the text: {objection}',
  },
  note: { nl: 'Minderheidsnotitie', en: 'Minority note' },
  hash: { nl: 'Controlegetal: {hash}', en: 'Check number: {hash}' },
  proposal: { nl: 'Raadsvoorstel, concept', en: 'Proposal for the council, draft' },
  'proposal.subject': { nl: 'Onderwerp', en: 'Subject' },
  'proposal.holder': { nl: 'Portefeuillehouder', en: 'Portfolio holder' },
  'proposal.question': { nl: 'Wat wij aan de raad vragen', en: 'What we ask of the council' },
  'proposal.occasion': { nl: 'Aanleiding', en: 'Occasion' },
  'proposal.arguments': { nl: 'Argumenten', en: 'Arguments' },
  'proposal.remarks': { nl: 'Kanttekeningen', en: 'Remarks' },
  'proposal.costs': { nl: 'Kosten', en: 'Costs' },
  'proposal.empty': { nl: 'Nog niet ingevuld.', en: 'Not filled in yet.' },
  names: {
    nl: 'Deelnemers die met naam genoemd willen worden',
    en: 'Participants who want to be named',
  },
  annex: { nl: 'Bijlage: de teksten van de tafels', en: 'Annex: the texts of the tables' },
  version: {
    nl: 'Tafel {table}, sessie {session}, afspraak {old}, versie {version}: {title}',
    en: 'Table {table}, session {session}, agreement {old}, version {version}: {title}',
  },
  'version.merged': {
    nl: 'Samengevoegd, sessie {session}, afspraak {old}, versie {version}: {title}',
    en: 'Merged, session {session}, agreement {old}, version {version}: {title}',
  },
  mergedFrom: {
    nl: 'Gemaakt van afspraak {old} van tafel {table} ({role}).',
    en: 'Made from agreement {old} of table {table} ({role}).',
  },
  untitled: { nl: 'Zonder titel', en: 'Untitled' },
} satisfies Catalogue

export type PackageWord = keyof typeof packageWords

export type Say = (key: PackageWord, values?: Values) => string

export const saying =
  (locale: Locale): Say =>
  (key, values) =>
    format(packageWords[key], locale, values)
