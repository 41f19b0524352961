import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COUNCIL_LIMITS, readCouncil } from '../../server/council/read.ts'
import { hashOf, type Words } from '../../shared/agreement/canonical.ts'
import { titleOf } from '../../shared/agreement/document.ts'
import { paragraphs, textOf } from '../../shared/agreement/richText.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import { does, peopleAtTables, type About, type Agreeing } from '../support/agreeing.ts'
import { SET, sha256 } from '../support/councilPackage.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { readMarkdown, readOdtContent } from '../support/readExports.ts'
import { textAt } from '../support/textAt.ts'
import { until } from '../support/until.ts'

const { house } = ownHouse()

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = 120_000
const FORMS = ['odt', 'pdf', 'md', 'json'] as const
const plainWords = (title: string): Words => ({ title, text: paragraphs('Aan tafel.'), why: [] })

/** The words are changed by whoever sits there, and put forward again. */
async function rewrites(all: Agreeing, name: string, about: About, title: string) {
  await does(all.leaderOf(name), 'reviseAgreement', about)
  const stored = async () => (await house.store.documents.load(about.table, all.dialogue)).updates.length
  const before = await stored()
  const text = await textAt(all.who(name).visitor, about.table)
  titleOf(text.doc, about.agreement).insert(0, title)
  await until('stored', async () => (await stored()) > before)
  text.stop()
  await does(all.leaderOf(name), 'presentAgreement', about)
}

/** One agreed after an objection, one with a note after two, one that is put forward and one that is being written. */
async function evening() {
  const all = await peopleAtTables(house)
  const closes = (name: string, { table: room }: About) => does(all.leaderOf(name), 'closeConsent', { room })
  const draft = await all.writes('Riet', plainWords('Nog een concept'))
  const agreed = await all.writes('Riet', SET[1] ?? plainWords(''))
  const noted = await all.writes('Mehmet', SET[2] ?? plainWords(''))
  for (const [name, about] of [
    ['Riet', agreed],
    ['Mehmet', noted],
  ] as const) {
    await does(all.leaderOf(name), 'presentAgreement', about)
    await all.answers(name, about, 'objects', 'Te vaag.')
    await closes(name, about)
    await rewrites(all, name, about, 'Heel ')
  }
  await all.answers('Riet', agreed, 'canLive')
  await closes('Riet', agreed)
  await all.answers('Mehmet', noted, 'objects', 'Nog te vaag.')
  await does(all.who('Mehmet'), 'noteMinority', { room: noted.table, text: 'Wij willen meer.\nEn eerder.' })
  await closes('Mehmet', noted)
  const presented = await all.writes('Mehmet', plainWords('Ligt voor'))
  await does(all.leaderOf('Mehmet'), 'presentAgreement', presented)
  return { all, draft, agreed, noted, presented }
}

const fetched = async (all: Agreeing, form: string): Promise<Uint8Array> =>
  new Uint8Array(await (await all.who('Saskia').visitor.send('GET', `api/package.${form}`)).arrayBuffer())
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The hashes that people agreed on, as they stand in the log. */
async function agreedOn(all: Agreeing): Promise<string[]> {
  const log = await house.store.events.read(all.who('Saskia').line.state().id)
  const isResult = (event: DialogueEvent) =>
    event.type === 'AgreementAgreed' || event.type === 'AgreementNoted' ? [event.hash] : []
  return log.flatMap(({ event }) => isResult(event))
}

/** A PDF tells lines: those of a text as they are read aloud. */
const linesOf = ({ text: blocks }: Words): string =>
  blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [textOf(block.spans)]
        : block.items.map((item, at) => `${block.kind === 'bullets' ? '•' : `${at + 1}.`} ${textOf(item)}`),
    )
    .join(' ')

test(
  '[H3] the words in each of the four files have the hashes that stand in the log',
  { timeout: PATIENT },
  async () => {
    const { all } = await evening()
    const hashes = await agreedOn(all)
    expect(hashes).toHaveLength(2)
    const [odt, pdf, md, json] = await Promise.all(FORMS.map((form) => fetched(all, form)))
    if (!odt || !pdf || !md || !json) throw new Error('a file is missing')
    const hashed = (set: readonly Words[]) => set.map((words) => hashOf(words, sha256))
    const set: Words[] = JSON.parse(text(json)).agreements
    expect(hashed(set)).toEqual(hashes)
    expect(hashed(readMarkdown(text(md)))).toEqual(hashes)
    expect(hashed(readOdtContent(strFromU8(unzipSync(odt)['content.xml'] ?? new Uint8Array())))).toEqual(
      hashes,
    )
    const read = await readCouncil({ name: 'pakket.pdf', bytes: pdf }, { ...COUNCIL_LIMITS, ms: PATIENT })
    const told = read.ok ? read.paragraphs.join(' ') : ''
    for (const [index, words] of set.entries()) {
      expect(told).toContain(`${index + 1}. ${words.title} ${linesOf(words)}`)
      expect(told).toContain(hashes[index])
    }

    expect([odt, pdf, md, json]).toEqual(await Promise.all(FORMS.map((form) => fetched(all, form))))
    await all.close()
  },
)

test(
  '[H1] [C6] the set is numbered anew, each with its origin, the objection that changed it and its note; what else was put forward stands in the annex',
  async () => {
    const { all } = await evening()
    const data = JSON.parse(text(await fetched(all, 'json')))
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('docs/schema/agreements.json', 'utf8')),
    )
    validate(data)
    expect(validate.errors).toBeNull()
    const origin = { session: 1, version: 2, objection: 'Te vaag.' }
    expect(data.agreements).toMatchObject([
      { number: 1, origins: [{ ...origin, table: 1, oldNumber: 2 }], note: null },
      {
        number: 2,
        origins: [{ ...origin, table: 2, oldNumber: 3 }],
        note: paragraphs('Wij willen meer.', 'En eerder.'),
      },
    ])
    expect(data.versions).toMatchObject([
      { table: 2, session: 1, version: 1, oldNumber: 4, title: 'Ligt voor' },
    ])
    expect(data).toMatchObject({ language: 'nl', concept: true, names: [], groups: [] })
    expect(data.sessions).toMatchObject([{ title: 'Sessie 1', people: 2, tables: 4 }])
    const asked = await all.who('Saskia').visitor.get('api/package.json?language=en')
    expect(asked).toMatchObject({
      language: 'en',
      agreements: [{ origins: [{ role: 'Lawful government' }] }, {}],
    })
    await all.close()
  },
  PATIENT,
)

test(
  'before the set lies with the council it is for the organiser alone; there are four forms and no other',
  async () => {
    const all = await peopleAtTables(house)
    const status = async (name: string, form: string) =>
      (await all.who(name).visitor.send('GET', `api/package.${form}`)).status
    for (const form of FORMS) {
      expect([form, await status('Saskia', form)]).toEqual([form, 200])
      for (const name of ['Els', 'Frank', 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse'])
        expect([form, name, await status(name, form)]).toEqual([form, name, 403])
    }
    for (const form of ['docx', 'constructor', '', 'pdf.exe'])
      expect([form, await status('Saskia', form)]).toEqual([form, 404])
    const answer = await all.who('Saskia').visitor.send('GET', 'api/package.odt')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=raadspakket.odt')
    expect(answer.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.text')
    await all.close()
  },
  PATIENT,
)

test(
  'who asks for a document while too many are being read and written is asked to come back, in words',
  { timeout: PATIENT },
  async () => {
    const all = await peopleAtTables(house)
    const { visitor } = all.who('Saskia')
    const reads = Array.from({ length: 18 }, () => readCouncil({ pasted: 'Een besluit.' }))
    const program = await visitor.send('GET', 'api/package.pdf')
    const person = await fetch(new URL('api/package.pdf', visitor.home), {
      headers: { cookie: visitor.cookie, accept: 'text/html,*/*' },
    })
    expect([program.status, await program.json()]).toEqual([429, { error: 'busy' }])
    expect(program.headers.get('retry-after')).toBe('60')
    expect([person.status, await person.text()]).toEqual([429, expect.stringContaining('"code":"busy"')])
    await Promise.all(reads)
    expect((await visitor.send('GET', 'api/package.pdf')).status).toBe(200)
    await all.close()
  },
)

/** Every form as text that can be searched; of a PDF what a screen reader is told. */
async function everyForm(all: Agreeing): Promise<Record<string, string>> {
  const [odt, pdf, md, json] = await Promise.all(FORMS.map((form) => fetched(all, form)))
  if (!odt || !pdf || !md || !json) throw new Error('a file is missing')
  const read = await readCouncil({ name: 'pakket.pdf', bytes: pdf }, { ...COUNCIL_LIMITS, ms: PATIENT })
  const told = read.ok ? read.paragraphs.join(' ') : ''
  const content = strFromU8(unzipSync(odt)['content.xml'] ?? new Uint8Array())
  return { odt: content, pdf: told, md: text(md), json: text(json) }
}

test(
  'no table’s draft is in any form of it, neither one that was never put forward nor one that was opened again',
  async () => {
    const { all, presented } = await evening()
    await does(all.leaderOf('Mehmet'), 'reviseAgreement', presented)
    for (const [form, told] of Object.entries(await everyForm(all)))
      expect([form, told.includes('Nog een concept'), told.includes('Ligt voor')]).toEqual([
        form,
        false,
        false,
      ])
    await all.close()
  },
  PATIENT,
)

test(
  'the draft proposal stands in every form as organiser and clerk filled it in; without an open field it is no concept',
  async () => {
    const { all } = await evening()
    await does(all.who('Saskia'), 'endSession', {})
    const writes = (name: string, field: string, words: string) =>
      does(all.who(name), 'writeProposal', { field, text: words })
    await writes('Saskia', 'subject', 'Acht afspraken over de wijk')
    expect((await everyForm(all))['json']).toContain('"concept": true')
    await does(all.who('Saskia'), 'offerSet', {})
    await writes('Griet', 'question', 'Eerste vraag.\nTweede vraag.')
    for (const field of ['holder', 'occasion', 'arguments', 'remarks', 'costs'])
      await writes('Griet', field, `Dit is ${field}`)
    const forms = await everyForm(all)
    for (const [form, told] of Object.entries(forms))
      for (const words of ['Acht afspraken over de wijk', 'Tweede vraag.', 'Dit is holder', 'Dit is costs'])
        expect([form, words, told.includes(words)]).toEqual([form, words, true])
    expect(forms['json']).toContain('"concept": false')
    expect(forms['md']).not.toContain('Concept. Er ontbreken nog dingen')
    await all.close()
  },
  PATIENT,
)

test(
  'only the names of who said yes are printed, and of nobody else; by everybody’s own word',
  async () => {
    const { all } = await evening()
    await does(all.who('Saskia'), 'endSession', {})
    const present = async () =>
      Object.entries(await everyForm(all)).map(([form, told]) => [form, /\bRiet\b/.test(told)])
    expect(await present()).toEqual(FORMS.map((form) => [form, false]))
    await does(all.who('Riet'), 'allowName', { yes: true })
    expect(await present()).toEqual(FORMS.map((form) => [form, true]))
    const forms = await everyForm(all)
    expect(forms['md']).toContain('Deelnemers die met naam genoemd willen worden')
    for (const told of Object.values(forms))
      for (const name of ['Mehmet', 'Els', 'Frank', 'Saskia', 'Griet', 'Tom', 'Olga', 'Ilse'])
        expect(told).not.toMatch(new RegExp(`\\b${name}\\b`))
    await does(all.who('Saskia'), 'offerSet', {})
    const late = await all.who('Riet').line.command('allowName', { yes: false })
    expect(late).toMatchObject({ ok: false, code: 'names_closed' })
    await all.close()
  },
  PATIENT,
)
