import { afterEach, beforeEach, expect, it, test } from 'vitest'
import { addWords, tNow, translate } from '../../client/parts/ui/text.tsx'
import { chooseLanguage, withArabicOfSession } from '../../client/parts/ui/language.ts'
import {
  chooseLocale,
  chooseWritten,
  leaveArabic,
  setLocale,
  useLocale,
} from '../../client/parts/ui/locale.ts'

const { documentElement: root } = document

beforeEach(async () => {
  await withArabicOfSession()
  await chooseLanguage('ar')
})
afterEach(() => setLocale('nl'))

it('turns the page round with the language, and back', async () => {
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  expect(tNow('words.close')).toBe('إغلاق')
  await chooseLanguage('en')
  expect([root.lang, root.dir]).toEqual(['en', 'ltr'])
})

it('is chosen by the link, by what was chosen before, or by the browser', () => {
  expect(chooseLocale('?lang=ar', 'nl', ['nl'])).toBe('ar')
  expect(chooseLocale('', null, ['ar-SY', 'nl'])).toBe('ar')
  expect(chooseWritten(['ar-SY', 'en-GB', 'nl'])).toBe('en')
  expect(chooseWritten(['ar-SY'])).toBe('nl')
})

test('a screen without Arabic is in a written language as a whole, and Arabic comes back after it', () => {
  const back = leaveArabic()
  const { written } = useLocale.getState()
  expect([root.lang, root.dir, useLocale.getState().locale]).toEqual([written, 'ltr', written])
  expect(useLocale.getState().chosen).toBe('ar')
  back()
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
})

test('a word that has no Arabic is said in a written language, between marks of its direction', () => {
  addWords({ 'test.here': { nl: 'Alleen hier', en: 'Only here' } })
  expect(translate('ar', 'test.here')).toMatch(/^\u2066(Alleen hier|Only here)\u2069$/)
})

test('a name keeps its direction in every language, and a mark of direction in it turns nothing', () => {
  expect(translate('ar', 'join.ready', { name: 'Riet' })).toBe('أنت معنا، \u2068Riet\u2069.')
  expect(translate('nl', 'join.ready', { name: 'שרה' })).toBe('U bent er, \u2068שרה\u2069.')
  expect(translate('nl', 'join.ready', { name: 'Evil\u202Egnp\u2069' })).toBe('U bent er, Evilgnp.')
})
