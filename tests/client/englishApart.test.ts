import { afterEach, expect, test, vi } from 'vitest'
import { chooseLanguage } from '../../client/parts/ui/language.ts'
import { setLocale } from '../../client/parts/ui/locale.ts'
import { fetchEnglish, tNow, addWords, type MessageKey } from '../../client/parts/ui/text.tsx'
import { withWords } from '../../client/parts/ui/withWords.ts'
import { ENGLISH } from '../../shared/messages/format.ts'

afterEach(() => setLocale('nl'))

/** A catalogue as a built page has it. */
const apart = (key: string, english: () => Promise<Record<string, string>>) => ({
  [key]: { nl: `Dit is ${key}` },
  [ENGLISH]: english,
})
const say = (key: string): string => tNow(key as MessageKey)

test('whoever reads Dutch fetches no English; whoever chooses it has all that can be said by then', async () => {
  const english = vi.fn(async () => ({ 'apart.first': 'This is first' }))
  await withWords(Promise.resolve('part'), Promise.resolve(apart('apart.first', english)))
  expect(say('apart.first')).toBe('Dit is apart.first')
  expect(english).not.toHaveBeenCalled()
  await chooseLanguage('en')
  expect(say('apart.first')).toBe('This is first')
})

test('a part that comes later comes with its English', async () => {
  await chooseLanguage('en')
  const words = apart('apart.later', async () => ({ 'apart.later': 'This is later' }))
  await withWords(Promise.resolve('part'), Promise.resolve([words]))
  expect(say('apart.later')).toBe('This is later')
})

test('English that does not come leaves the page in Dutch, and can be asked for again', async () => {
  const english = vi
    .fn<() => Promise<Record<string, string>>>()
    .mockRejectedValueOnce(new Error('no line'))
    .mockResolvedValue({ 'apart.again': 'This is again' })
  addWords(apart('apart.again', english))
  await expect(chooseLanguage('en')).rejects.toThrow('no line')
  expect(say('apart.again')).toBe('Dit is apart.again')
  await fetchEnglish()
  await chooseLanguage('en')
  expect(say('apart.again')).toBe('This is again')
})
