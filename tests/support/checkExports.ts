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
import { packageOf, SET } from './councilPackage.ts'

/**
 * A real package before those who judge such files: veraPDF for the PDF, LibreOffice for the OpenDocument text. What
 * this machine does not have is passed over and said. Ends with 1 when one of them says no.
 */

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
  writeFileSync(file('package.pdf'), await pdf(councilPackage(packageOf(SET))))
  if (!has('java', '-version')) return passOver('PDF by veraPDF', 'there is no Java here')
  const jar = verapdf()
  if (!jar) return passOver('PDF by veraPDF', 'it could not be fetched; Maven and a registry are needed once')
  for (const [flavour, name] of Object.entries(FLAVOURS)) {
    const options = ['--format', 'text', '-v', '--flavour', flavour]
    const { stdout } = run(
      'java',
      '-cp',
      jar,
      'org.verapdf.apps.GreenfieldCliWrapper',
      ...options,
      file('package.pdf'),
    )
    say(`${name} by veraPDF`, stdout.startsWith('PASS'), stdout.startsWith('PASS') ? '' : stdout)
  }
}

const office = () => ['soffice', 'libreoffice'].find((command) => has(command, '--version'))

/** Without white space and the signs before items, which LibreOffice writes in its own way. */
const bare = (text: string): string =>
  text
    .replace(/^\s*(?:[•-]|\d+\.)\s+/gmu, '')
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim()

async function checkOdt(): Promise<void> {
  const bytes = odt(councilPackage(packageOf(SET)))
  const own = await paragraphsOf({ name: 'package.odt', bytes }, COUNCIL_LIMITS.unpacked)
  writeFileSync(file('package.odt'), bytes)
  const command = office()
  if (!command) return passOver('OpenDocument by LibreOffice', 'it is not installed here')
  const convert = (to: string) =>
    run(
      command,
      `-env:UserInstallation=file://${file('profile')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      file('package.odt'),
    )
  convert('txt:Text (encoded):UTF8')
  const text = existsSync(file('package.txt')) ? readFileSync(file('package.txt'), 'utf8') : ''
  say('OpenDocument to text by LibreOffice: the same text', bare(text) === bare(own.join('\n')))
  for (const [to, name] of [
    ['docx', 'Word'],
    ['pdf', 'PDF'],
  ] as const) {
    convert(to)
    const made = existsSync(file(`package.${to}`))
      ? new Uint8Array(readFileSync(file(`package.${to}`)))
      : new Uint8Array([0])
    const lines = await paragraphsOf({ name: '', bytes: made }, COUNCIL_LIMITS.unpacked)
    const told = compare(SET, lines).map(({ verdict }) => verdict)
    say(
      `saved as ${name} by LibreOffice: ${told.join(', ')}`,
      told.every((one) => one === 'unchanged'),
    )
  }
}

try {
  await checkPdf()
  await checkOdt()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = refusals > 0 ? 1 : 0
