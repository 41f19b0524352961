// @vitest-environment node
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { messages } from '../../client/build/messages.ts'
import { ENGLISH, fill, type Message, type Values } from '../../shared/messages/format.ts'
import { allTexts, arabicTexts } from '../support/catalogues.ts'

const FOLDER = resolve('shared/messages')
const NOT_TEXTS = /^(format|first|session)\.ts$/
const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !NOT_TEXTS.test(file))
    .map((file) => `${folder}/${file}`)

/** What the build makes of one file, as a page would have it. */
async function built(id: string): Promise<Record<string, Message | { nl: Message }>[]> {
  const { load } = messages
  if (typeof load !== 'object') throw new Error('the plugin loads nothing')
  const handler = load.handler as unknown as (id: string) => Promise<string>
  const code = await handler(id)
  const module: object = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return Object.values(module)
}

/** Every way a message can be filled in: each name a word, a few numbers, and each choice it has. */
function fillings(text: string): Values[] {
  const names = new Map<string, (string | number)[]>()
  const look = (parts: Exclude<Message, string>): void => {
    for (const part of parts) {
      if (part.type === 1) names.set(part.value, ['Riet'])
      if (part.type === 5) names.set(part.value, Object.keys(part.options))
      if (part.type === 2 || part.type === 6) names.set(part.value, [0, 1, 2, 3, 11, 100])
      if (part.type === 5 || part.type === 6) for (const { value } of Object.values(part.options)) look(value)
    }
  }
  look(new IntlMessageFormat(text, 'nl').getAst())
  const most = Math.max(1, ...[...names.values()].map(({ length }) => length))
  return Array.from({ length: most }, (_, turn) =>
    Object.fromEntries([...names].map(([name, values]) => [name, values[turn % values.length] ?? ''])),
  )
}

function expectSame(language: string, written: string, read: Message | undefined): void {
  expect(read, written).toBeDefined()
  for (const values of fillings(written))
    expect(fill(read ?? '', language, values)).toBe(fill(written, language, values))
}

test('a built page says every sentence as it is written, in Dutch and with its English apart', async () => {
  const nl = new Map<string, Message>()
  const en = new Map<string, Message>()
  for (const file of filesIn(FOLDER)) {
    for (const words of await built(file)) {
      expect(Object.getOwnPropertySymbols(words)).toEqual([ENGLISH])
      for (const [key, message] of Object.entries(words)) {
        expect(Object.keys(message)).toEqual(['nl'])
        nl.set(key, (message as { nl: Message }).nl)
      }
    }
    for (const words of await built(`${file}?english`))
      for (const [key, message] of Object.entries(words)) en.set(key, message as Message)
  }
  const written = (await allTexts()).filter(({ file }) => !/(package|public)Words/.test(file))
  expect(written.length).toBeGreaterThan(1_000)
  for (const text of written) {
    expectSame('nl', text.nl, nl.get(text.key))
    expectSame('en', text.en, en.get(text.key))
  }
})

test('and in Arabic', async () => {
  const read = new Map<string, Message>()
  for (const file of filesIn(`${FOLDER}/ar`))
    for (const words of await built(file))
      for (const [key, message] of Object.entries(words)) read.set(key, message as Message)
  const written = await arabicTexts()
  expect(written.size).toBeGreaterThan(500)
  for (const [key, text] of written) expectSame('ar', text, read.get(key))
})
