import { SaxesParser } from 'saxes'
import { Refused } from './outcome.ts'
import { unzip } from './zip.ts'

/** Paragraphs of OpenDocument text and of Word's; what they look like, what was crossed out and what stands in the margin is left. */

interface Form {
  file: string
  /** A paragraph begins and ends with one of these. */
  paragraphs: ReadonlySet<string>
  /** What stands in one of these is no text of the document as it reads now. */
  left: ReadonlySet<string>
  /** Where words stand; undefined: anywhere in a paragraph. */
  words?: string
  /** White space that has a sign of its own. */
  spaces: ReadonlySet<string>
}

const ODT: Form = {
  file: 'content.xml',
  paragraphs: new Set(['text:p', 'text:h']),
  left: new Set([
    'text:tracked-changes',
    'office:annotation',
    'text:note',
    'text:table-of-content',
    'text:sequence-decls',
  ]),
  spaces: new Set(['text:s', 'text:tab', 'text:line-break']),
}
const DOCX: Form = {
  file: 'word/document.xml',
  paragraphs: new Set(['w:p']),
  left: new Set(['w:del', 'w:moveFrom', 'mc:Fallback']),
  words: 'w:t',
  spaces: new Set(['w:tab', 'w:br', 'w:cr']),
}

/** Entities a file declares itself are not followed: one inside another, a few bytes become all there is. */
function paragraphsOf(xml: string, form: Form): string[] {
  const found: string[] = []
  const open: string[] = []
  let left = 0
  let words = 0
  const add = (text: string) => {
    const at = open.length - 1
    if (left === 0 && at >= 0) open[at] += text
  }
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Refused('not_a_document')
  })
  parser.on('opentag', ({ name }) => {
    if (form.left.has(name)) left++
    if (name === form.words) words++
    if (form.paragraphs.has(name)) open.push('')
    if (form.spaces.has(name)) add(' ')
  })
  parser.on('text', (text) => {
    if (form.words === undefined || words > 0) add(text)
  })
  parser.on('closetag', ({ name }) => {
    if (form.left.has(name)) left--
    if (name === form.words) words--
    if (form.paragraphs.has(name)) found.push(open.pop() ?? '')
  })
  parser.write(xml).close()
  return found
}

const MANIFEST = 'META-INF/manifest.xml'

export async function officeText(bytes: Uint8Array, unpacked: number): Promise<string[]> {
  const files = await unzip(bytes, [MANIFEST, ODT.file, DOCX.file], unpacked)
  if (files.get(MANIFEST)?.includes('encryption-data')) throw new Refused('encrypted')
  for (const form of [ODT, DOCX]) {
    const xml = files.get(form.file)
    if (xml !== undefined) return paragraphsOf(xml, form)
  }
  throw new Refused('not_a_document')
}
