import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import axe from 'axe-core'
import pino from 'pino'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Documents } from '../../server/documents/documents.ts'
import { createDocuments } from '../../server/documents/server.ts'
import { startPostgres, type RunningPostgres } from '../../server/start/postgres.mjs'
import { titleOf } from '../../shared/agreement/document.ts'
import { COPIED } from '../client/support/copied.ts'
import { launchChromium } from '../support/chromium.ts'
import { DIALOGUE, editor, freshTable } from '../support/documents.ts'
import { until } from '../support/until.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'

/** Two people in real browsers at one text, under the product's content security policy. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'self'; form-action 'self'"
const KINDS: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The one that the page knows. */
const AGREEMENTS = new Set(['agr_1'])

const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-agreement-'))
let postgres: RunningPostgres
let database: DocumentsDatabase
let documents: Documents
let server: Server
let browser: Browser
const troubles: string[] = []
/** The line between the browsers and the documents; down is Anna's. */
const line = { down: false, sockets: [] as Duplex[] }

function serve(): Server {
  const http = createServer((req, res) => {
    if (req.url === '/favicon.ico') return void res.writeHead(204).end()
    const path = normalize(new URL(req.url ?? '/', 'http://localhost').pathname)
    const file = join(dir, 'dist', path === '/' ? 'index.html' : path)
    res.setHeader('Content-Security-Policy', CSP)
    res.setHeader('Content-Type', KINDS[extname(file)] ?? 'application/octet-stream')
    try {
      res.end(readFileSync(file))
    } catch {
      res.writeHead(404).end()
    }
  })
  http.on('upgrade', (req, socket, head) => {
    socket.on('error', () => socket.destroy())
    const url = new URL(req.url ?? '/', 'http://localhost')
    const [, , person = '', , table = ''] = url.pathname.split('/')
    if (line.down && person === 'anna') return void socket.destroy()
    line.sockets.push(socket)
    const epoch = Number(url.searchParams.get('epoch'))
    const name = person === 'anna' ? 'Anna' : 'Bram'
    const rights = { writes: true, known: AGREEMENTS, writable: AGREEMENTS }
    const visitor = { person, name, dialogue: DIALOGUE, table, epoch, rights }
    documents.open({ ...visitor, valid: () => Promise.resolve(true) }, req, socket, head)
  })
  return http
}

beforeAll(async () => {
  chmodSync(dir, 0o755)
  postgres = await startPostgres({ dataDir: join(dir, 'pg') })
  database = await documentsDatabase(postgres.url)
  documents = createDocuments({ store: database.store, log: pino({ level: 'silent' }) })
  await build({
    root: fileURLToPath(new URL('./agreement', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    build: { outDir: join(dir, 'dist'), emptyOutDir: true, assetsInlineLimit: 0 },
  })
  server = serve()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await launchChromium({ locale: 'nl-NL' })
})
afterAll(async () => {
  await browser.close()
  await documents.close()
  server.close()
  await database.close()
  await postgres.stop()
  rmSync(dir, { recursive: true, force: true })
})
afterEach(() => expect(troubles.splice(0)).toEqual([]))

async function open(
  person: string,
  table: string,
  options: { width?: number; phase?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 420, height: 800 },
    locale: 'nl-NL',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      troubles.push(message.text())
  })
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const query = new URLSearchParams({ person, table, phase: options.phase ?? 'tables' })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?${query}`)
  return page
}
const title = (page: Page) => page.getByRole('textbox', { name: 'Titel' })
const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de afspraak' })

const stored = async (table: string) => (await documents.text(table, DIALOGUE))['agr_1']?.title

async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe }
    const { violations } = await run.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  })
  expect(found).toEqual([])
}

test('two people write one agreement, see each other and see that it is stored', async () => {
  const table = freshTable()
  const [anna, bram] = await Promise.all([open('anna', table), open('bram', table)])
  await title(anna).fill('Vroeg samen aan tafel')
  await text(anna).click()
  await anna.keyboard.type('Inwoners zitten aan tafel.')
  await anna.keyboard.press('Enter')
  await anna.keyboard.type('<script>alert(1)</script>')
  await text(bram).getByText('<script>alert(1)</script>').waitFor()
  expect(await title(bram).inputValue()).toBe('Vroeg samen aan tafel')
  await bram.getByText('Anna schrijft mee').waitFor()
  await text(bram).getByText('Anna', { exact: true }).waitFor()

  await text(bram).click()
  await bram.keyboard.press('Control+End')
  await bram.keyboard.type(' En verder.')
  await text(anna).getByText('En verder.').waitFor()
  await anna.keyboard.press('Control+z')
  await until('undo leaves Bram’s words', async () => (await text(anna).innerText()).includes('En verder.'))
  await anna.getByText('Opgeslagen').waitFor()

  expect(await documents.text(table, DIALOGUE)).toMatchObject({ agr_1: { title: 'Vroeg samen aan tafel' } })
  await accessible(anna)
  await accessible(bram)
  await Promise.all([anna.context().close(), bram.context().close()])
})

test('the buttons are walked with the arrows, and a paste of Word and plain text are kept under the security policy', async () => {
  const table = freshTable()
  const anna = await open('anna', table)
  await title(anna).click()
  await anna.keyboard.press('Tab')
  const tools = anna.getByRole('toolbar', { name: 'Opmaak: Tekst' })
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await anna.keyboard.press(key)
  expect(await tools.locator(':focus').innerText()).toBe('Lijst')
  await anna.keyboard.press('Tab')
  await paste(anna, COPIED.word)
  await text(anna).getByText('Samen aan tafel').waitFor()
  await until('stored', async () => (await documents.text(table, DIALOGUE))['agr_1']?.text.length === 8)
  expect(await text(anna).innerHTML()).not.toMatch(/style|mso|geheim/i)
  await shoot(anna, 'editor')

  await anna.keyboard.press('Control+k')
  const address = anna.getByRole('textbox', { name: 'Adres' })
  await address.fill('javascript:alert(1)')
  await anna.keyboard.press('Enter')
  await anna.getByText('Dit adres kan niet', { exact: false }).waitFor()
  await accessible(anna)
  await shoot(anna, 'link')
  await address.fill('dialoog.example')
  await anna.keyboard.press('Enter')
  await text(anna).locator('a[href="https://dialoog.example"]').waitFor()

  await anna.getByRole('button', { name: 'Gewone tekst' }).click()
  await text(anna).press('Control+End')
  await anna.keyboard.press('Enter')
  await anna.keyboard.type('- en Joke')
  await until(
    'stored',
    async () => (await documents.text(table, DIALOGUE))['agr_1']?.text.at(-1)?.kind === 'bullets',
  )
  await accessible(anna)
  await shoot(anna, 'plain')
  await anna.getByRole('button', { name: 'Gewone tekst' }).click()
  await text(anna).getByRole('listitem').filter({ hasText: 'en Joke' }).waitFor()
  await accessible(anna)
  await anna.context().close()
})

/** As the browser does it, from a clipboard that holds this. */
const paste = (page: Page, html: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    clipboardData.setData('text/plain', 'anders')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, html)

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['DT_SHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Anna's line goes down, and she writes on. */
async function typesWithTheLineDown(anna: Page): Promise<void> {
  line.down = true
  for (const socket of line.sockets.splice(0)) socket.destroy()
  await title(anna).fill('Eerst en dan')
  await anna.getByText('Nog niet verstuurd').first().waitFor()
}

test('with the line down the text stays, says so, and is sent by itself afterwards', async () => {
  const table = freshTable()
  const anna = await open('anna', table)
  await title(anna).fill('Eerst')
  await until('stored', async () => (await stored(table)) === 'Eerst')
  await typesWithTheLineDown(anna)
  await accessible(anna)

  const asked = new Promise<string>((resolve) => {
    anna.once('dialog', (dialog) => resolve(dialog.type()))
  })
  await anna.evaluate(() => setTimeout(() => location.reload()))
  expect(await asked).toBe('beforeunload')
  line.down = false
  await anna.getByText('Opgeslagen').first().waitFor()
  expect(await documents.text(table, DIALOGUE)).toMatchObject({ agr_1: { title: 'Eerst en dan' } })
  troubles.splice(0)
  await anna.context().close()
})

/** Mallory sees under which client id Anna would write, and once she is away writes under it first. */
async function takeTheIdOf(table: string, away: () => Promise<void>): Promise<void> {
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/p/mallory/docs`
  const mallory = editor({ url }, table)
  const others = () => [...mallory.provider.awareness.getStates().keys()].filter((id) => id !== own)
  const own = mallory.doc.clientID
  const hers = await until('Anna is seen', () => mallory.provider.synced && others()[0])
  await away()
  await until('Anna is gone', () => others().length === 0)
  mallory.doc.clientID = hers
  titleOf(mallory.doc, 'agr_1').insert(0, 'Niet ')
  await until('stored', async () => (await stored(table)) === 'Niet ')
  mallory.doc.clientID = own
  mallory.stop()
}

test('whose client id was taken meanwhile gets the text anew, keeps the words to copy, and writes on', async () => {
  const table = freshTable()
  const anna = await open('anna', table)
  await title(anna).waitFor()
  await takeTheIdOf(table, () => typesWithTheLineDown(anna))
  line.down = false
  await anna.getByText('Dit kon niet worden bewaard').waitFor()
  await anna.getByText('Eerst en dan', { exact: true }).waitFor()
  await accessible(anna)

  await title(anna).fill('Eerst, en dan verder')
  await until('stored', async () => (await stored(table)) === 'Eerst, en dan verder')
  await anna.getByRole('region').getByText('Opgeslagen').waitFor()
  troubles.splice(0)
  await anna.context().close()
})

test('is usable at 320 px, and after a recall reads without a place to write', async () => {
  const table = freshTable()
  const anna = await open('anna', table, { width: 320 })
  await title(anna).fill(`Antwoord binnen ${randomBytes(20).toString('hex')}`)
  await text(anna).click()
  await anna.keyboard.type('x'.repeat(120))
  await anna.getByText('Opgeslagen').waitFor()
  const overflow = await anna.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await accessible(anna)

  const reader = await open('bram', table, { width: 320, phase: 'plenary' })
  await reader.getByText('Antwoord binnen', { exact: false }).waitFor()
  expect(await reader.getByRole('textbox').count()).toBe(0)
  expect(
    await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await accessible(reader)
  await shoot(anna, 'panel-320')
  await shoot(reader, 'reader-320')
  await Promise.all([anna.context().close(), reader.context().close()])
})
