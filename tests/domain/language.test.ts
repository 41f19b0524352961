import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { allTexts, arabicTexts } from '../support/catalogues.ts'

/** What people read: Dutch at level B1, the same in English, and in Arabic what is on a resident's path. */
const texts = await allTexts()
const arabic = await arabicTexts()

type Parts = ReturnType<IntlMessageFormat['getAst']>
const astOf = (message: string): Parts => new IntlMessageFormat(message, 'nl').getAst()

/** Each way a message can be read: values are one word, and every arm of a plural is read by itself. */
function readings(parts: Parts): string[] {
  return parts.reduce<string[]>(
    (before, part) => {
      const ways =
        'options' in part
          ? Object.values(part.options).flatMap((arm) => readings(arm.value))
          : [part.type === 0 ? part.value : part.type === 7 ? '7' : 'waarde']
      return before.flatMap((one) => ways.map((way) => one + way))
    },
    [''],
  )
}

const sentences = (text: string): string[] => text.split(/(?<=[.?!:])\s+/)
const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const dutch = texts.flatMap(({ file, key, nl }) =>
  readings(astOf(nl)).map((text) => ({ where: `${file} ${key}`, key, text })),
)
const found = (wrong: (text: string, key: string) => boolean): string[] =>
  dutch.filter(({ text, key }) => wrong(text, key)).map(({ where, text }) => `${where}: ${text}`)

test('all texts for people are looked at', () => {
  expect(texts.length).toBeGreaterThan(1_500)
  expect(texts.filter(({ file }) => file === 'publicWords.ts').length).toBeGreaterThan(20)
})

/**
 * B1, by which the national government writes, asks for short and active sentences
 * (https://www.communicatierijk.nl/vakkennis/rijkswebsites/aanbevolen-richtlijnen/taalniveau-b1). The number is that of the European rules
 * for easy reading: fifteen words.
 */
test('no Dutch sentence has more than fifteen words', () => {
  expect(found((text) => sentences(text).some((one) => wordsIn(one) > 15))).toEqual([])
})

const OFFICIAL =
  /\b(middels|betreffende|ten behoeve van|indien|teneinde|conform|dien(t|en) te|reeds|derhalve|omtrent|tevens|aangaande|inzake|alsmede|ingevolge|krachtens|hieromtrent|desalniettemin|echter|thans|gaarne|mits|tenzij|dusdanig|met betrekking tot|in verband met|op grond van|door middel van)\b|, welke\b/i
const JARGON =
  /\b(opt-?(in|out)|(browser)?cache|cookies?|urls?|servers?|tokens?|uploaden?|inlog(gen)?|login|applicatie|interface|refresh(en)?|websockets?|sfu|webrtc|timeout|errors?|feedback|stakeholders?|participanten?|moderator|host|breakout)\b/i

test('no Dutch text uses the words of offices or of technicians', () => {
  // what the person who starts the programme reads in its own window
  expect(
    found((text, key) => key !== 'server.notBuilt' && (OFFICIAL.test(text) || JARGON.test(text))),
  ).toEqual([])
})

test('people are addressed with "u", and never otherwise', () => {
  expect(found((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))).toEqual([])
})

/** A decision is the council's, a vote too; at a table one agrees, by consent. */
test('an agreement is never called a decision, and consent is never called a vote', () => {
  const about = /\braad|aangeboden|openbaar|\bgemeente\b/i
  const named = /^(adoption|council|refusal|template|package|proposal|decision|result|since|promise)\b/
  expect(
    found(
      (text, key) =>
        /\bbesluit(en|vorming)?\b/i.test(text) &&
        !/besluit niet/.test(text) &&
        !about.test(text) &&
        !named.test(key),
    ),
  ).toEqual([])
  expect(
    found((text) => /\b(stemm(en|ing)|voor- of tegen)\b/i.test(text) && !/geen stemming/.test(text)),
  ).toEqual([])
})

test('no sentence says no twice to mean yes', () => {
  const twice =
    /\b(niet|geen|niemand|nooit|niets)\b[^.?!,:]*\b(niet|geen|nooit|niets|onmogelijk|onduidelijk|ongewoon)\b/i
  // "not … no more" beside each other are two things, not one turned round
  expect(
    found((text) => sentences(text).some((one) => twice.test(one) && !/\b(en|of|niet meer)\b/.test(one))),
  ).toEqual([])
})

/** Words of people themselves may end in a mark of their own: "Wat maakte u mee?: nog 30 minuten". */
test('no mark stands behind what people wrote themselves', () => {
  const marked = /\{(title|text|note|reason|promise|question)\}[.:;,]/
  const wrong = texts.filter(({ nl, en }) => marked.test(nl) || marked.test(en))
  expect(wrong.map(({ file, key, nl }) => `${file} ${key}: ${nl}`)).toEqual([])
})

/** What is in a list may be one thing. */
test('a sentence with a list in it tells one from several', () => {
  // the name of a list, and what is always made of several
  const never = new Set(['harvest.listName', 'ask.parts', 'agreement.from', 'between.from'])
  const wrong = texts.filter(
    ({ key, nl, en }) =>
      !never.has(key) && [nl, en].some((text) => /\{(list|numbers)\}/.test(text) && !/plural/.test(text)),
  )
  expect(wrong.map(({ file, key, nl }) => `${file} ${key}: ${nl}`)).toEqual([])
})

const DUTCH_WORDS =
  /\b(het|een|niet|van|voor|naar|uw|deze|wordt|worden|zijn|afspra(ak|ken)|bijeenkomst|tafels?|zaal|inwoners?|raad|griffier|ambtenaar|wethouder|begeleider|helaas|klik|druk op)\b/i

test('every text is there in English, and no Dutch word is left in it', () => {
  // the words a list of people is read by are Dutch ones
  const asTyped = new Set(['dialogue.groups'])
  const wrong = texts.filter(
    ({ key, en }) =>
      !en.trim() || (!asTyped.has(key) && readings(astOf(en)).some((text) => DUTCH_WORDS.test(text))),
  )
  expect(wrong.map(({ file, key, en }) => `${file} ${key}: ${en}`)).toEqual([])
})

/** The values a message needs, and for each plural which of its arms are told by number. */
function needs(message: string): string {
  const names = new Set<string>()
  const walk = (parts: Parts): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7 && 'value' in part) names.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(astOf(message))
  return [...names].toSorted().join(' ')
}

/** The arms of each plural or choice, by the value it goes by. */
function arms(message: string): Map<string, string> {
  const all = new Map<string, string>()
  const walk = (parts: Parts): void => {
    for (const part of parts) {
      if (!('options' in part)) continue
      all.set(`${part.value}`, Object.keys(part.options).toSorted().join(' '))
      for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(astOf(message))
  return all
}

test('a text needs the same values in every language, and Dutch and English tell the same numbers apart', () => {
  const wrong = texts.filter(({ key, nl, en, ar = arabic.get(key) }) => {
    const [first, ...others] = [nl, en, ...(ar === undefined ? [] : [ar])].map(needs)
    const same = [...arms(nl)].every(([value, named]) => (arms(en).get(value) ?? named) === named)
    return others.some((other) => other !== first) || !same
  })
  expect(wrong.map(({ file, key }) => `${file} ${key}`)).toEqual([])
})

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other']

test('every plural in Arabic has all six forms, and no Arabic text chooses by a word', () => {
  const all = [
    ...arabic,
    ...texts.flatMap(({ key, ar }): [string, string][] => (ar === undefined ? [] : [[key, ar]])),
  ]
  const wrong = all.filter(([, ar]) =>
    [...arms(ar).values()].some((named) =>
      CATEGORIES.some((category) => !named.split(' ').includes(category)),
    ),
  )
  expect(all.length).toBeGreaterThan(700)
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('no Latin word stands in an Arabic text, save our name and what is typed', () => {
  const allowed = /Dialoogtafel|\u2066[^\u2069]+\u2069|\(H و\?\)/g
  const wrong = [...arabic].filter(([, ar]) =>
    readings(astOf(ar)).some((text) => /[A-Za-z]/.test(text.replace(/waarde/g, '').replace(allowed, ''))),
  )
  expect(wrong.map(([key, ar]) => `${key}: ${ar}`)).toEqual([])
})
