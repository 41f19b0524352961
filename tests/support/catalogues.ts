import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageWords } from '../../server/exports/packageWords.ts'
import { publicWords } from '../../server/exports/publicWords.ts'

/** One text in the languages it has. */
export interface Written {
  file: string
  key: string
  nl: string
  en: string
  ar?: string
}

const FOLDER = 'shared/messages'

const isMessage = (value: unknown): value is { nl: string; en: string; ar?: string } =>
  typeof value === 'object' && value !== null && 'nl' in value && 'en' in value

const textsOf = (file: string, catalogue: object): Written[] =>
  Object.entries(catalogue).flatMap(([key, message]) =>
    isMessage(message) ? [{ file, key, nl: message.nl, en: message.en, ar: message.ar }] : [],
  )

/** Everything an exported catalogue of a file says. */
async function exportsOf(folder: string): Promise<[string, object][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const modules = await Promise.all(
    files.map(async (file) => {
      const module: object = await import(pathToFileURL(join(folder, file)).href)
      return Object.values(module).flatMap((value): [string, object][] =>
        typeof value === 'object' && value !== null ? [[file, value]] : [],
      )
    }),
  )
  return modules.flat()
}

/** Every text for people, of screens, mails and exports. */
export async function allTexts(): Promise<Written[]> {
  const catalogues = await exportsOf(FOLDER)
  return [
    ...catalogues.flatMap(([file, catalogue]) => textsOf(file, catalogue)),
    ...textsOf('packageWords.ts', packageWords),
    ...textsOf('publicWords.ts', publicWords),
  ]
}

/** The Arabic texts beside their own catalogues, by key. */
export async function arabicTexts(): Promise<Map<string, string>> {
  const catalogues = await exportsOf(join(FOLDER, 'ar'))
  return new Map(
    catalogues.flatMap(([, catalogue]) => Object.entries<string>(catalogue as Record<string, string>)),
  )
}
