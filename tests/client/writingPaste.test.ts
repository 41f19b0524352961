import { describe, expect, test } from 'vitest'
import { pasted } from '../../client/parts/agreement/writing/pasted.ts'
import { paragraphs, plain, type RichText, type Span } from '../../shared/agreement/richText.ts'
import { COPIED } from './support/copied.ts'
import { writing } from './support/writers.ts'

/** What stands in an empty text after this was pasted, as the server reads it. */
function afterPaste(html: string, before: RichText = paragraphs('')): RichText {
  const anna = writing(before)
  anna.goToEnd()
  anna.editor.view.pasteHTML(html)
  expect(anna.fault()).toBeNull()
  return anna.text()
}
/** As plain text, with `*strong*`, `_emphasis_` and `[links](address)` told apart. */
const told = (text: RichText): string =>
  plain(
    text.map((block) => {
      const mark = (spans: readonly Span[]): Span[] =>
        spans.map(({ text: words, marks }) => ({ text: marks.reduce<string>(around, words), marks: [] }))
      return block.kind === 'paragraph'
        ? { ...block, spans: mark(block.spans) }
        : { ...block, items: block.items.map(mark) }
    }),
  )
const around = (words: string, mark: unknown): string => {
  if (mark === 'strong') return `*${words}*`
  if (mark === 'em') return `_${words}_`
  return `[${words}](${String(Reflect.get(Object(mark), 'link'))})`
}
const after = (html: string) => told(afterPaste(html))

describe('what is copied', () => {
  test('from Word keeps paragraphs, lists, strong, emphasis and links, and nothing else', () => {
    expect(after(COPIED.word)).toBe(
      [
        'Samen aan tafel',
        'Inwoners zitten *vroeg* aan _tafel_, zie [de website](https://gemeente.example/plan).',
        '- Eerst luisteren\n- Dan pas schrijven\n- Ook dieper',
        '1. Eén\n2. Twee',
        'Wat',
        'Wie',
        'Zaal',
        'Riet',
      ].join('\n\n'),
    )
  })

  test('from Google Docs is not all strong, and lists in lists are of one level', () => {
    expect(after(COPIED.docs)).toBe(
      [
        'Samen aan tafel',
        'Inwoners zitten *vroeg* aan _tafel_, zie [de website](https://gemeente.example/plan).',
        '- Eerst luisteren\n- naar elkaar\n- Dan pas schrijven',
      ].join('\n\n'),
    )
  })

  test('from a web page leaves no trace of what runs, is drawn or is not seen', () => {
    expect(after(COPIED.page)).toBe(
      [
        'Nieuws',
        'Lees dit eerst.',
        'Meer hier en [daar](mailto:griffie@gemeente.example).',
        'Regel een',
        'Regel twee',
      ].join('\n\n'),
    )
  })

  test('as plain text is a paragraph for each line, whatever it looks like', () => {
    const anna = writing(paragraphs(''))
    anna.editor.view.pasteText('Een <b>regel</b>\r\n\r\njavascript:alert(1)\n- twee')
    expect(anna.text()).toEqual(paragraphs('Een <b>regel</b>', 'javascript:alert(1)', '- twee'))
    expect(anna.fault()).toBeNull()
  })

  test('within one line goes on in that line', () => {
    expect(afterPaste('<span style="color:red">twee</span>', paragraphs('een '))).toMatchObject(
      paragraphs('een twee'),
    )
    expect(
      plain(afterPaste('<p>a</p><p>b</p>', [{ kind: 'bullets', items: [[{ text: 'x', marks: [] }]] }])),
    ).toBe('- xa\n- b')
  })
})

test.each([
  ['a script', '<script>alert(1)</script>', ''],
  ['a style', '<style>p { color: red }</style>', ''],
  ['words about a style', '<p>met style="x" en &lt;style&gt;</p>', 'met style="x" en <style>'],
  ['a comment', '<!-- geheim -->', ''],
  ['a picture', '<img src="x" onerror="alert(1)" alt="foto">', ''],
  ['a drawing', '<svg><text>geheim</text><script>alert(1)</script></svg>', ''],
  ['what is put in from elsewhere', '<object>geheim</object><video>geheim</video>', ''],
  ['what is hidden', '<p hidden>a</p><p style="display: none">b</p>c', 'c'],
  ['what was struck out', 'a<del>b</del>c', 'ac'],
  ['what happens on a press', '<p onclick="alert(1)">a</p>', 'a'],
  ['a link that runs', '<a href="javascript:alert(1)">a</a>', 'a'],
  ['a link that runs, hidden in signs', '<a href=" java\nscript:alert(1)">a</a>', 'a'],
  ['a link to data', '<a href="data:text/html,x">a</a>', 'a'],
  ['a link within the page', '<a href="#b">a</a><a href="/c">d</a>', 'ad'],
  ['a link as long as a book', `<a href="https://a.example/${'a'.repeat(3_000)}">a</a>`, 'a'],
  ['headings', '<h1>a</h1><h2><b>b</b></h2>', 'a\n\n*b*'],
  ['a quote', '<blockquote><p>a</p>b</blockquote>', 'a\n\nb'],
  ['ends of line', 'a<br>b<br><br>c', 'a\n\nb\n\nc'],
  ['an end of line in an item', '<ul><li>a<br>b<p>c</p></li></ul>', '- a b c'],
  ['lines as they stand', '<pre>a\nb</pre>', 'a\n\nb'],
  [
    'a list within an item',
    '<ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul>d</li></ol>',
    '1. a\n2. b\n3. c\n4. d',
  ],
  ['a list in a table', '<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>', '- a\n\nb'],
  ['an item on its own', '<li>a</li>', '- a'],
  ['white space', '<p> a \n <b> b</b>&nbsp; c </p>', 'a *b* c'],
  ['nothing at all', '<p> </p><ul><li></li></ul>', ''],
])('%s', (_name, html, text) => {
  expect(told(pasted(html))).toBe(text)
  expect(plain(afterPaste(html)).replaceAll(/\n+/g, '\n')).toBe(plain(pasted(html)).replaceAll(/\n+/g, '\n'))
})

test('an end that a mark has does not go on', () => {
  expect(told(pasted('<b>a<span style="font-weight:400">b</span></b><i>c</i>'))).toBe('*a*b_c_')
})
