import { format, type Catalogue, type Values } from '../../shared/messages/format.ts'
import type { Locale } from '../../shared/protocol.ts'
import { packageWords } from './packageWords.ts'

/** What the public page of a dialogue says itself, around the words of others. */
export const publicWords = {
  state: {
    nl: '{same} van {all, plural, one {# afspraak is} other {# afspraken {same, plural, one {is} other {zijn}}}} ongewijzigd overgenomen. Veranderd: {changed}. Niet overgenomen: {declined}.',
    en: '{same} of {all, plural, one {# agreement was} other {# agreements {same, plural, one {was} other {were}}}} adopted unchanged. Changed: {changed}. Not adopted: {declined}.',
  },
  promise: packageWords.promise,
  set: {
    nl: '{count, plural, one {De afspraak} other {De # afspraken}}',
    en: '{count, plural, one {The agreement} other {The # agreements}}',
  },
  why: { nl: 'Waarom', en: 'Why' },
  council: { nl: 'Zo nam de raad het over', en: 'How the council adopted it' },
  by: { nl: 'Veranderd door: {by}', en: 'Changed by: {by}' },
  reason: { nl: 'Reden van de raad', en: 'Reason of the council' },
  declined: { nl: 'Niet overgenomen, omdat', en: 'Not adopted, because' },
  added: { nl: 'erbij:', en: 'added:' },
  removed: { nl: 'eraf:', en: 'removed:' },
  note: { nl: 'Met een minderheidsnotitie', en: 'With a minority note' },
  came: { nl: 'Hoe dit ontstond', en: 'How this came about' },
  from: { nl: 'Waar dit vandaan komt', en: 'Where this comes from' },
  origin: {
    nl: 'Geschreven aan tafel {table} ({role}), in sessie {session}. Dit werd versie {version}.',
    en: 'Written at table {table} ({role}), in session {session}. This became version {version}.',
  },
  changedBy: {
    nl: '{count, plural, one {De tekst veranderde door # bezwaar.} other {De tekst veranderde door # bezwaren.}}',
    en: '{count, plural, one {The text was changed by # objection.} other {The text was changed by # objections.}}',
  },
  objections: {
    nl: '{count, plural, =0 {geen bezwaren} one {# bezwaar} other {# bezwaren}} in de rondes en van thuis',
    en: '{count, plural, =0 {no objections} one {# objection} other {# objections}} in the rounds and from home',
  },
  keep: { nl: 'Bewaar de afspraken', en: 'Save the agreements' },
  'form.pdf': { nl: 'PDF, om te lezen', en: 'PDF, to read' },
  'form.odt': { nl: 'ODT, om te bewerken', en: 'ODT, to edit' },
  'form.md': { nl: 'Markdown, tekst voor een website', en: 'Markdown, text for a website' },
  'form.json': { nl: 'JSON, gegevens', en: 'JSON, data' },
  status: { nl: 'Besluit van de raad: {state}', en: 'Decision of the council: {state}' },
  followed: { nl: '{state}, {day}: {text}', en: '{state}, {day}: {text}' },
  sessions: {
    nl: '{count, plural, one {# sessie} other {# sessies}}',
    en: '{count, plural, one {# session} other {# sessions}}',
  },
  tables: {
    nl: '{tables, plural, one {# tafel} other {# tafels}}, rond {roles, plural, one {# rol} other {# rollen}} van de overheid',
    en: '{tables, plural, one {# table} other {# tables}}, around {roles, plural, one {# role} other {# roles}} of government',
  },
  notes: {
    nl: '{count, plural, =0 {geen minderheidsnotitie} one {# minderheidsnotitie} other {# minderheidsnotities}}',
    en: '{count, plural, =0 {no minority note} one {# minority note} other {# minority notes}}',
  },
  people: { nl: 'Wie aan het woord was', en: 'Who had the floor' },
  group: {
    nl: '{name}: {people} mensen. Zij hadden {seats} van de 100 stoelen en {spoken} van de 100 minuten.',
    en: '{name}: {people} people. They had {seats} of 100 seats and {spoken} of 100 minutes.',
  },
  unspoken: { nl: '{name}: {people} mensen.', en: '{name}: {people} people.' },
  small: {
    nl: 'Een groep van minder dan vijf mensen tellen we bij een andere op. Er is niets opgenomen.',
    en: 'A group of fewer than five people is counted with another one. Nothing was recorded.',
  },
  and: packageWords.and,
  none: packageWords['people.none'],
  evaluation: packageWords.evaluation,
  evaluated: packageWords['evaluation.answered'],
  value: packageWords['evaluation.value'],
  aloud: { nl: 'Lees voor', en: 'Read aloud' },
  aloudStop: { nl: 'Stop met voorlezen', en: 'Stop reading' },
  larger: { nl: 'Groter lezen', en: 'Larger letters' },
  method: packageWords.method,
  noNames: {
    nl: 'Op deze pagina staan geen namen van wie meededen.',
    en: 'On this page there are no names of those who took part.',
  },
  updated: { nl: 'Bijgewerkt op {day}.', en: 'Updated on {day}.' },
  notHere: { nl: 'Deze pagina is er niet', en: 'This page is not here' },
  notHereSub: {
    nl: 'Er staat hier niets, of nog niet. Klopt het adres? Vraag het dan aan de gemeente.',
    en: 'There is nothing here, or not yet. Is the address right? Then ask the municipality.',
  },
} satisfies Catalogue

/** The forms in which anybody may keep the set. */
export const PUBLIC_FORMS = ['pdf', 'odt', 'md', 'json'] as const
export type PublicForm = (typeof PUBLIC_FORMS)[number]

export type SayPublic = (key: keyof typeof publicWords, values?: Values) => string

export const sayingPublic =
  (locale: Locale): SayPublic =>
  (key, values) =>
    format(publicWords[key], locale, values)
