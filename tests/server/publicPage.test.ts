import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COUNCIL_LIMITS, readCouncil } from '../../server/council/read.ts'
import { publicPage } from '../../server/exports/publicPage.ts'
import { publicJson, PUBLIC_WRITERS } from '../../server/exports/publicSet.ts'
import { newId } from '../../server/kit/newId.ts'
import { hashOf } from '../../shared/agreement/canonical.ts'
import type { Judged } from '../../shared/dialogue/council/council.ts'
import { AGREED, eveningIsOver, pasted, pastes, sees } from '../support/adoption.ts'
import { does, type Agreeing } from '../support/agreeing.ts'
import { sha256 } from '../support/councilPackage.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { EVERYTHING, group, PUBLIC_INPUT } from '../support/publicPage.ts'

const PATIENT = 120_000
const NAMES = ['Saskia', 'Els', 'Frank', 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse', 'Griet']
const OTHER = 'Wie iets vraagt, of inbrengt, krijgt binnen 15 werkdagen antwoord.'

describe('the public page of a dialogue', () => {
  const { house } = ownHouse({ basePath: '/dialoog' })

  const at = (dialogue: string) => fetch(`${house.origin}/dialoog/openbaar/${dialogue}`)
  const saskia = (all: Agreeing) => all.who('Saskia')
  async function decided(): Promise<{ all: Agreeing; changed: string; same: string }> {
    const all = await eveningIsOver(house)
    // in the package, and not here
    await does(all.who('Riet'), 'allowName', { yes: true })
    await does(saskia(all), 'offerSet', {})
    await pastes(all, pasted(OTHER))
    const { agreements } = await sees(all, 'Saskia', 'decided', ({ council }) => council.decision !== null)
    const named = (state: string) => Object.values(agreements).find((one) => one.state === state)?.id ?? ''
    const explained = { by: 'Amendement A2', reason: 'In de zomer lukt dat niet.' }
    await does(saskia(all), 'explainVerdict', { agreement: named('changed'), ...explained })
    return { all, changed: named('changed'), same: named('adopted') }
  }

  test(
    '[H4] is there once it is published, with what became of each agreement, and gone when it is taken down',
    async () => {
      const { all, same } = await decided()
      expect((await at(all.dialogue)).status).toBe(404)
      await does(saskia(all), 'publishDecision', { listed: false })
      await does(saskia(all), 'followUp', { agreement: same, state: 'done', text: 'Staat bij elk plan.' })
      const answer = await at(all.dialogue)
      const page = await answer.text()
      expect(answer.status).toBe(200)
      for (const words of [
        '<html lang="nl">',
        '1 van 2 afspraken is ongewijzigd overgenomen. Veranderd: 1. Niet overgenomen: 0.',
        `1. ${AGREED[0].title}`,
        'Uitgevoerd',
        'Staat bij elk plan.',
        `2. ${AGREED[1].title}`,
        'Veranderd overgenomen',
        'Veranderd door: Amendement A2',
        'In de zomer lukt dat niet.',
        'Hoe dit ontstond',
        '1 sessie',
        'geen bezwaren in de rondes en van thuis',
        'Geschreven aan tafel 1 (Rechtmatige overheid), in sessie 1. Dit werd versie 1.',
        `href="/dialoog/openbaar/${all.dialogue}/afspraken.pdf"`,
        'Er deden minder dan vijf mensen mee.',
      ])
        expect(page).toContain(words)
      expect(page).toMatch(/<del><span class="unseen"> eraf: <\/span>10<\/del><ins>.*15<\/ins>/)
      await does(saskia(all), 'hideDecision', {})
      const gone = await at(all.dialogue)
      expect(gone.status).toBe(404)
      expect(await gone.text()).toContain('Er staat hier niets, of nog niet.')
      await all.close()
    },
    PATIENT,
  )

  test(
    'has nobody’s name in it, no script but the one that reads it aloud, and nothing from elsewhere',
    async () => {
      const { all } = await decided()
      await does(saskia(all), 'publishDecision', { listed: false })
      const page = await (await at(all.dialogue)).text()
      for (const name of NAMES) expect(page).not.toMatch(new RegExp(`\\b${name}\\b`))
      for (const { row } of NAMES.map(all.who)) expect(page).not.toContain(row.id)
      const scripts = page.match(/<script[^>]*>/g)
      expect(scripts).toEqual(['<script src="/dialoog/openbaar/voorlezen.js" defer>'])
      expect(page).not.toMatch(/<img|style=|\son\w+=|https?:/)
      await all.close()
    },
    PATIENT,
  )

  test(
    'may be kept as long as one asks each time whether it is still so, and not be indexed, unless the organiser says so; it sets no cookie',
    async () => {
      const { all } = await decided()
      const missing = await at(all.dialogue)
      expect(missing.headers.get('cache-control')).toBe('no-store')
      expect(missing.headers.get('x-robots-tag')).toBe('noindex')
      await does(saskia(all), 'publishDecision', { listed: false })
      const first = await at(all.dialogue)
      expect(first.headers.get('cache-control')).toBe('public, no-cache')
      expect(first.headers.get('x-robots-tag')).toBe('noindex')
      expect(first.headers.get('set-cookie')).toBeNull()
      expect(first.headers.get('content-security-policy')).toMatch(/default-src 'none'.*style-src 'self'/)
      expect(await first.text()).toContain('<meta name="robots" content="noindex">')
      await does(saskia(all), 'publishDecision', { listed: true })
      const listed = await at(all.dialogue)
      expect(listed.headers.get('x-robots-tag')).toBeNull()
      expect(await listed.text()).not.toContain('noindex')
      await all.close()
    },
    PATIENT,
  )

  const file = (dialogue: string, form: string, headers = {}) =>
    fetch(`${house.origin}/dialoog/openbaar/${dialogue}/afspraken.${form}`, { headers })
  const FORMS = ['pdf', 'odt', 'md', 'json'] as const

  test(
    'is gone at once when it is taken down, its files too, and whoever kept it is told so; put back it is there again',
    async () => {
      const { all } = await decided()
      for (const form of FORMS) expect((await file(all.dialogue, form)).status).toBe(404)
      await does(saskia(all), 'publishDecision', { listed: true })
      const page = await at(all.dialogue)
      const tag = page.headers.get('etag') ?? ''
      const again = () => fetch(page.url, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } })
      expect((await again()).status).toBe(304)
      for (const form of FORMS) {
        const answer = await file(all.dialogue, form)
        expect([form, answer.status, answer.headers.get('cache-control')]).toEqual([
          form,
          200,
          'public, no-cache',
        ])
        expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=afspraken.${form}`)
      }
      await does(saskia(all), 'hideDecision', {})
      expect((await again()).status).toBe(404)
      for (const form of FORMS) {
        const answer = await file(all.dialogue, form, { 'if-none-match': '*' })
        expect([form, answer.status, answer.headers.get('cache-control')]).toEqual([form, 404, 'no-store'])
        expect(await answer.text()).toContain('Er staat hier niets, of nog niet.')
      }
      await does(saskia(all), 'publishDecision', { listed: true })
      expect((await file(all.dialogue, 'md')).status).toBe(200)
      for (const form of ['docx', 'constructor', '__proto__'])
        expect([form, (await file(all.dialogue, form)).status]).toEqual([form, 404])
      await all.close()
    },
    PATIENT,
  )

  test(
    '[H3] its files have the words with their hash and what the council did, and nobody’s name',
    async () => {
      const { all } = await decided()
      await does(saskia(all), 'publishDecision', { listed: false })
      const [pdf, odt, md, json] = await Promise.all(
        FORMS.map(async (form) => new Uint8Array(await (await file(all.dialogue, form)).arrayBuffer())),
      )
      if (!pdf || !odt || !md || !json) throw new Error('a file is missing')
      const data = JSON.parse(new TextDecoder().decode(json))
      const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
        JSON.parse(readFileSync('docs/schema/set.json', 'utf8')),
      )
      validate(data)
      expect(validate.errors).toBeNull()
      expect(data.agreements.map(({ hash }: { hash: string }) => hash)).toEqual(
        AGREED.map((words) => hashOf(words, sha256)),
      )
      expect(data.agreements).toMatchObject([
        { verdict: 'adopted', origins: [{ table: 1, session: 1, version: 1 }] },
        { verdict: 'changed', by: 'Amendement A2' },
      ])
      const read = await readCouncil({ name: 'set.pdf', bytes: pdf }, { ...COUNCIL_LIMITS, ms: PATIENT })
      const told = {
        pdf: read.ok ? read.paragraphs.join(' ') : '',
        odt: strFromU8(unzipSync(odt)['content.xml'] ?? new Uint8Array()),
        md: new TextDecoder().decode(md),
        json: new TextDecoder().decode(json),
      }
      for (const [form, words] of Object.entries(told)) {
        expect([form, words.includes(AGREED[0].title)]).toEqual([form, true])
        expect([form, words.includes('In de zomer lukt dat niet.')]).toEqual([form, true])
        for (const name of NAMES) expect(words).not.toMatch(new RegExp(`\\b${name}\\b`))
        for (const { row } of NAMES.map(all.who)) expect(words).not.toContain(row.id)
      }
      await all.close()
    },
    PATIENT,
  )

  test('what reads it aloud is a file of our own, and names no other host', async () => {
    const script = await fetch(`${house.origin}/dialoog/openbaar/voorlezen.js`)
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(script.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    expect(await script.text()).not.toMatch(/https?:|fetch|XMLHttp|import/)
  })

  test('its style is a file of our own, and nothing is told of what is not there', async () => {
    const sheet = await fetch(`${house.origin}/dialoog/openbaar/stijl.css`)
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    expect(sheet.headers.get('cache-control')).toMatch(/^public/)
    const pages = await Promise.all(
      [newId('dlg'), 'constructor', '__proto__', '%00', 'a'.repeat(200)].map(async (id) => {
        const answer = await at(id)
        return [answer.status, (await answer.text()).includes('/dialoog/openbaar/stijl.css')]
      }),
    )
    expect(pages).toEqual(pages.map(() => [404, true]))
  })
})

describe('what stands in it', () => {
  test('words of people are words, whatever they look like; lists, marks and links stay', () => {
    const page = publicPage(PUBLIC_INPUT)
    expect(page).toContain('<h1>Afspraken &lt;over&gt; &amp; meer</h1>')
    expect(page).toContain('*nog niet* &amp; waarom &lt;dan&gt;.')
    expect(page).toContain('<strong>wie besluit</strong>')
    expect(page).toContain(
      '<a href="https://gemeente.example/besluiten?jaar=2027&amp;soort=(alle)" rel="nofollow noopener">de website</a>',
    )
    expect(page).toContain('<ol><li>eerst luisteren</li><li>dan besluiten</li></ol>')
    expect(page).toContain('<p>Wij nemen ze over.</p><p>Anders zeggen wij waarom.</p>')
    expect(publicPage({ ...PUBLIC_INPUT, promises: [] })).not.toContain('blockquote')
  })

  test('a promise that was changed stands there with the one before it, each with its day', () => {
    const page = publicPage({
      ...PUBLIC_INPUT,
      promises: [
        { text: 'Wij nemen ze over.', at: Date.UTC(2026, 10, 2, 9) },
        { text: 'Wij nemen ze over, <b>als</b> het kan.', at: Date.UTC(2026, 10, 24, 9) },
      ],
    })
    const told = [
      'Wij nemen ze over, &lt;b&gt;als&lt;/b&gt; het kan.',
      'Veranderd op 24 november 2026.',
      'Van 2 november 2026 tot 24 november 2026 stond hier:',
      'Wij nemen ze over.',
    ]
    const places = told.map((words) => page.indexOf(words))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(publicPage(PUBLIC_INPUT)).toContain('Vastgelegd op 2 november 2026.')
  })

  test('[H3] what was left out has its reason, and a note stands beside its agreement', () => {
    const [first] = PUBLIC_INPUT.set
    if (!first) throw new Error('an empty set')
    const declined: Judged = { ...first.judged, verdict: 'declined', reason: 'Later, bij de begroting.' }
    const page = publicPage({
      ...PUBLIC_INPUT,
      set: [{ ...first, state: 'declined', judged: declined, note: 'Wij willen meer.' }],
    })
    expect(page).toContain('0 van 1 afspraak is ongewijzigd overgenomen. Veranderd: 0. Niet overgenomen: 1.')
    expect(page).toMatch(/Niet overgenomen, omdat<\/h4><div class="told"><p>Later, bij de begroting\./)
    expect(page).toMatch(/<summary>Met een minderheidsnotitie<\/summary><p>Wij willen meer\.<\/p>/)
    expect(page).toContain('1 minderheidsnotitie')
  })

  test('[S5] a group of fewer than five is never shown by itself', () => {
    const page = publicPage({
      ...PUBLIC_INPUT,
      groups: [group('inwoners', 40), group('raad', 9), group('ambtenaren', 8), group('college', 3)],
    })
    expect(page).toContain('Inwoners: 40 mensen. Zij hadden 67 van de 100 stoelen en 67 van de 100 minuten.')
    expect(page).toContain('Ambtenaren en college: 11 mensen.')
    expect(page).not.toContain('3 mensen')
    const unmeasured = publicPage({ ...PUBLIC_INPUT, groups: [{ ...group('inwoners', 40), spoken: 0 }] })
    expect(unmeasured).toContain('<li>Inwoners: 40 mensen.</li>')
  })
})

test('what people answered afterwards stands there in figures, and no word of theirs; in its files too', () => {
  const { evaluations } = EVERYTHING
  const page = publicPage({ ...PUBLIC_INPUT, evaluations })
  expect(page).toContain('Hoe het was voor de mensen')
  expect(page).toContain('Sessie 3: 31 van 58 mensen gaven antwoord.')
  expect(page).toContain('Mijn stem telde even zwaar: 24 van 31')
  expect(publicPage(PUBLIC_INPUT)).not.toContain('Hoe het was voor de mensen')
  const { md, odt } = PUBLIC_WRITERS
  expect(md.write(EVERYTHING)).toContain('Mijn stem telde even zwaar: 24 van 31')
  expect(md.write(PUBLIC_INPUT)).not.toContain('Hoe het was voor de mensen')
  const content = strFromU8(unzipSync(odt.write(EVERYTHING) as Uint8Array)['content.xml'] ?? new Uint8Array())
  expect(content).toContain('Mijn stem telde even zwaar: 24 van 31')
  expect(JSON.parse(publicJson(EVERYTHING))).toMatchObject({ evaluations })
})
