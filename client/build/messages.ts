import { IntlMessageFormat } from 'intl-messageformat'
import { runnerImport, type Plugin } from 'vite'
import { ENGLISH, isPlain, type Message } from '../../shared/messages/format.ts'

/** A file with texts: `shared/messages/consent.ts`, its English, or its Arabic. */
const FILE = /\/shared\/messages\/(?:ar\/)?(?!format\.ts|first\.ts|session\.ts)\w+\.ts(?:\?english)?$/
const APART = '?english'

/**
 * What people read, as a browser takes it: read beforehand, so that no page brings a parser along; and the English of each catalogue apart,
 * for whoever reads English. Elsewhere (server, tests) the files are what they say.
 */
export const messages: Plugin = {
  name: 'messages',
  apply: 'build',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
    },
  }),
  load: {
    filter: { id: FILE },
    handler: async (id) => {
      const file = id.replace(APART, '')
      const { module } = await runnerImport<Record<string, Texts>>(file)
      const write = id.endsWith(APART) ? writeEnglish : file.includes('/ar/') ? writeArabic : writeDutch
      return Object.entries(module)
        .map(([name, texts]) => `export const ${name} = ${write(texts, name, file)}`)
        .join('\n')
    },
  },
}

type Texts = Record<string, string> | Record<string, { nl: string; en: string }>

const writeArabic = (texts: Texts): string => JSON.stringify(readAll(texts, 'ar'))
const writeEnglish = (texts: Texts): string => JSON.stringify(readAll(texts, 'en'))

/** With the way to its English, which `addWords` finds there. */
function writeDutch(texts: Texts, name: string, file: string): string {
  const dutch = Object.entries(readAll(texts, 'nl')).map(([key, nl]) => [key, { nl }])
  const english = `async () => (await import(${JSON.stringify(file + APART)})).${name}`
  return `{ [Symbol.for('${String(ENGLISH.description)}')]: ${english}, ...${JSON.stringify(Object.fromEntries(dutch))} }`
}

/** In one language; a text in parts where there is something to fill in. */
function readAll(texts: Texts, language: 'nl' | 'en' | 'ar'): Record<string, Message> {
  const read = ([key, text]: [string, string | Record<string, string>]): [string, Message] => {
    const written = typeof text === 'string' ? text : (text[language] ?? '')
    return [key, isPlain(written) ? written : new IntlMessageFormat(written, language).getAst()]
  }
  return Object.fromEntries(Object.entries(texts).map(read))
}
