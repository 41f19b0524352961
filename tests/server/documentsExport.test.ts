import { describe, expect, test } from 'vitest'
import { paragraphs, type Block } from '../../shared/agreement/richText.ts'
import { escapeMarkdown, exportJson, exportMarkdown, type ExportInput } from '../../server/exports/export.ts'

/** As it comes from a document: with its id. */
const agreement = (number: number, title: string, text: string[] = [], why: string[] = []) => ({
  id: `agr_${number}`,
  number,
  mergedFrom: [],
  title,
  text: paragraphs(...text),
  why: paragraphs(...why),
})

const items = (...lines: string[]) => lines.map((text) => [{ text, marks: [] }])
const bullets = (...lines: string[]): Block => ({ kind: 'bullets', items: items(...lines) })
const numbers = (...lines: string[]): Block => ({ kind: 'numbers', items: items(...lines) })

const input = (title: string, text: string[], why: string[] = []): ExportInput => ({
  title: 'Wonen in de wijk',
  date: Date.UTC(2026, 10, 24, 19),
  tables: [
    { number: 1, role: 'lawful', roleName: 'Rechtmatige overheid', unread: false, agreements: [] },
    {
      number: 2,
      role: 'networking',
      roleName: 'Netwerkende overheid',
      unread: false,
      agreements: [agreement(1, title, text, why)],
    },
  ],
})

/** Reads back what the escapes hide, the way a Markdown reader does. */
const unescape = (line: string): string =>
  line
    .replace(/\\([\\`*_[\]#|~$^.)\-+=:])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('the export', () => {
  test('holds what was typed, word for word, and says where there is nothing', () => {
    const markdown = exportMarkdown(
      input('Vroeg samen aan tafel', ["Inwoners zitten aan tafel vóór er 'n plan ligt."], ['Zo kan het.']),
    )
    expect(markdown).toBe(
      [
        '# Wonen in de wijk',
        '',
        '24 november 2026',
        '',
        '## Tafel 1: Rechtmatige overheid',
        '',
        'Hier staat nog geen afspraak.',
        '',
        '## Tafel 2: Netwerkende overheid',
        '',
        '### 1. Vroeg samen aan tafel',
        '',
        "Inwoners zitten aan tafel vóór er 'n plan ligt.",
        '',
        '**Waarom**',
        '',
        'Zo kan het.',
        '',
      ].join('\n'),
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '[klik](javascript:alert(1))',
    '![x](http://elders.example/x.png)',
    '# Kop',
    '- lijst',
    '+ lijst',
    '1. lijst',
    '2) lijst',
    '=== kop',
    '> citaat',
    '*schuin* **vet** _schuin_ `code` ~~weg~~ | cel |',
    '&lt;b&gt; blijft zo staan',
    'a\\b',
    'regel een\u2028regel twee',
  ])('[threat 12] %s stays words', (typed) => {
    const escaped = escapeMarkdown(typed)
    expect(escaped).not.toMatch(/[<>]|^[-+=#>]|^\d+[.)]|(^|[^\\])[`*_[\]]/)
    expect(escaped).not.toContain('\n')
    expect(unescape(escaped)).toBe(typed.replace(/\s+/g, ' '))
  })

  test('gives each the number it has, whatever stands around it', () => {
    const { tables, ...rest } = input('Eerste', ['x'])
    const [first, second] = tables
    const three = [
      { ...first!, agreements: [agreement(2, 'Tweede')] },
      second!,
      { ...first!, number: 5, agreements: [agreement(4, 'Vierde'), agreement(7, '')] },
    ]
    const markdown = exportMarkdown({ ...rest, tables: three })
    expect(markdown.match(/^###.*$/gm)).toEqual([
      '### 2. Tweede',
      '### 1. Eerste',
      '### 4. Vierde',
      '### 7. Zonder titel',
    ])
  })

  test('keeps lists as lists, and an item that looks like one stays words', () => {
    const list = { ...agreement(1, 'Lijst'), text: [bullets('een', '- twee'), numbers('drie', '4. vier')] }
    const { tables, ...rest } = input('', [])
    const markdown = exportMarkdown({ ...rest, tables: [{ ...tables[1]!, agreements: [list] }] })
    expect(markdown).toContain('- een\n- \\- twee\n\n1. drie\n2. 4\\. vier\n')
  })

  test('[H1] names every table that a merged agreement came from', () => {
    const { tables, ...rest } = input('', [])
    const mergedFrom = [
      { number: 1, table: 2 },
      { number: 3, table: 1 },
    ]
    const one = { ...agreement(4, 'Samen', ['Tekst.']), mergedFrom }
    const whole = { ...rest, tables: [{ ...tables[1]!, agreements: [one] }] }
    expect(exportMarkdown(whole)).toContain('Samengevoegd: afspraak 1 van tafel 2, afspraak 3 van tafel 1.\n')
    expect(JSON.parse(exportJson(whole)).tables[0].agreements[0].mergedFrom).toEqual(mergedFrom)
  })

  test('gives the same as data, with paragraphs as they are', () => {
    const data: unknown = JSON.parse(exportJson(input('Titel <b>', ['Een *', 'Twee'], ['Reden'])))
    expect(data).toMatchObject({
      title: 'Wonen in de wijk',
      date: '2026-11-24',
      tables: [
        { table: 1, agreements: [] },
        {
          table: 2,
          role: 'networking',
          agreements: [{ number: 1, title: 'Titel <b>', text: ['Een *', 'Twee'] }],
        },
      ],
    })
    expect(JSON.stringify(data)).not.toContain('agr_')
  })
})
