import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { paragraphsOf } from '../../server/council/paragraphs.ts'
import { COUNCIL_LIMITS } from '../../server/council/read.ts'
import { compare } from '../../server/council/compare.ts'
import { odt } from '../../server/exports/odt.ts'
import { councilPackage } from '../../server/exports/package.ts'
import { pdf } from '../../server/exports/pdf.ts'
import { PUBLIC_WRITERS } from '../../server/exports/publicSet.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { packageOf, SET } from './councilPackage.ts'
import { EVERYTHING } from './publicPage.ts'

/**
 * Every document the product makes before those who judge such files: veraPDF for the PDF, LibreOffice for the OpenDocument
 * text. The package has a proposal, names, a promise that was changed, notes and what people answered; the public set what
 * the council changed and left out. What this machine does not have is passed over and said. Ends with 1 when one of them says no.
 */
interface Document {
  name: string
  pdf(): Promise<Uint8Array>
  odt(): Uint8Array
  /** The words of the set are all there in what was read back. */
  isKept(lines: readonly string[]): boolean
}

/** As the council's text is compared with what was agreed (H3). */
const isUnchanged = (lines: readonly string[]): boolean =>
  compare(SET, lines).every(({ verdict }) => verdict === 'unchanged')

/** Without white space and the signs before items, which LibreOffice writes in its own way. */
const bare = (text: string): string =>
  text
    .replace(/^\s*(?:[•-]|\d+\.)\s+/gmu, '')
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim()

/** Paragraph by paragraph: beside them the public set tells what became of each. */
const WORDS = SET.flatMap(({ title, text, why }) =>
  [title, plain(text), plain(why)].flatMap((part) => part.split('\n').map(bare)),
)

const changed = { text: 'Wij nemen ze over, behalve wat geld kost.', at: Date.UTC(2026, 10, 20, 9) }
const packages = (['nl', 'en'] as const).map((locale): Document => {
  const input = packageOf(SET)
  const model = councilPackage({ ...input, locale, promises: [...input.promises, changed] })
  return { name: `package-${locale}`, pdf: () => pdf(model), odt: () => odt(model), isKept: isUnchanged }
})
const publicSet: Document = {
  name: 'public',
  pdf: async () => (await PUBLIC_WRITERS.pdf.write(EVERYTHING)) as Uint8Array,
  odt: () => PUBLIC_WRITERS.odt.write(EVERYTHING) as Uint8Array,
  isKept: (lines) => WORDS.every((words) => bare(lines.join('\n')).includes(words)),
}
const DOCUMENTS = [...packages, publicSet]

const VERAPDF = { artifact: 'org.verapdf.apps:greenfield-apps:1.28.1', jar: 'greenfield-apps-1.28.1.jar' }
const FLAVOURS = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a' }

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dialoogtafel', 'verapdf')
const folder = mkdtempSync(join(tmpdir(), 'dialoogtafel-exports-'))
const file = (name: string) => join(folder, name)

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 })
const has = (command: string, version: string): boolean => run(command, version).status === 0

let refusals = 0
function say(what: string, well: boolean, more = ''): void {
  if (!well) refusals++
  console.log(`${well ? 'ok' : 'NOT OK'}  ${what}${more && `\n${more}`}`)
}
const passOver = (what: string, why: string) => console.log(`skipped  ${what}: ${why}`)

/** Fetched once by Maven, from wherever it is set up to look. */
function verapdf(): string | null {
  const jar = join(cache, VERAPDF.jar)
  if (existsSync(jar)) return jar
  if (!has('mvn', '--version')) return null
  mkdirSync(cache, { recursive: true })
  run('mvn', '-q', 'dependency:get', `-Dartifact=${VERAPDF.artifact}`, '-Dtransitive=false')
  run('mvn', '-q', 'dependency:copy', `-Dartifact=${VERAPDF.artifact}`, `-DoutputDirectory=${cache}`)
  return existsSync(jar) ? jar : null
}

async function checkPdf(): Promise<void> {
  for (const { name, pdf: write } of DOCUMENTS) writeFileSync(file(`${name}.pdf`), await write())
  if (!has('java', '-version')) return passOver('PDF by veraPDF', 'there is no Java here')
  const jar = verapdf()
  if (!jar) return passOver('PDF by veraPDF', 'it could not be fetched; Maven and a registry are needed once')
  for (const { name } of DOCUMENTS)
    for (const [flavour, standard] of Object.entries(FLAVOURS)) {
      const options = ['--format', 'text', '-v', '--flavour', flavour]
      const judge = 'org.verapdf.apps.GreenfieldCliWrapper'
      const { stdout } = run('java', '-cp', jar, judge, ...options, file(`${name}.pdf`))
      const well = stdout.startsWith('PASS')
      say(`${name}: ${standard} by veraPDF`, well, well ? '' : stdout)
    }
}

const office = () => ['soffice', 'libreoffice'].find((command) => has(command, '--version'))

async function checkOdt(): Promise<void> {
  const command = office()
  if (!command) return passOver('OpenDocument by LibreOffice', 'it is not installed here')
  for (const document of DOCUMENTS) await opened(command, document)
}

/** Opened by LibreOffice, and saved by it in three forms. */
async function opened(command: string, { name, odt: write, isKept }: Document): Promise<void> {
  const bytes = write()
  const own = await paragraphsOf({ name: `${name}.odt`, bytes }, COUNCIL_LIMITS.unpacked)
  writeFileSync(file(`${name}.odt`), bytes)
  const convert = (to: string) => {
    const profile = `-env:UserInstallation=file://${file('profile')}`
    run(command, profile, '--headless', '--convert-to', to, '--outdir', folder, file(`${name}.odt`))
  }
  const made = (ending: string): Uint8Array =>
    existsSync(file(`${name}.${ending}`))
      ? new Uint8Array(readFileSync(file(`${name}.${ending}`)))
      : new Uint8Array([0])
  convert('txt:Text (encoded):UTF8')
  const text = new TextDecoder().decode(made('txt'))
  say(`${name}: OpenDocument to text by LibreOffice: the same text`, bare(text) === bare(own.join('\n')))
  for (const [to, form] of [
    ['docx', 'Word'],
    ['pdf', 'PDF'],
  ] as const) {
    convert(to)
    const lines = await paragraphsOf({ name: '', bytes: made(to) }, COUNCIL_LIMITS.unpacked)
    say(`${name}: saved as ${form} by LibreOffice: the set as it was`, isKept(lines))
  }
}

try {
  await checkPdf()
  await checkOdt()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = refusals > 0 ? 1 : 0
