import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { Refused } from './outcome.ts'

/** A stretch of text of a page, with the block of the structure it stands in; null where the file has no structure there. */
interface Run {
  text: string
  block: string | null
  /** The line ends here. */
  ends: boolean
}

/** In the structure of a tagged file: what is read as one paragraph. */
const BLOCK = /^(P|H\d?|LI|TH|TD|Caption|BlockQuote|Note|TOCI|Title|FENote)$/

type Tree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>
type Node = Tree | { type: string; id: string }

/** Which piece of content belongs to which block; ids are of this page. */
function blocksOf(tree: Tree | null, page: number): Map<string, string> {
  const found = new Map<string, string>()
  let last = 0
  const walk = (node: Node, block: string | null) => {
    if (!('children' in node)) {
      if (block !== null) found.set(node.id, block)
      return
    }
    const own = BLOCK.test(node.role) ? `${page}.${++last}` : block
    for (const child of node.children) walk(child, own)
  }
  if (tree) walk(tree, null)
  return found
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const blocks = blocksOf(await page.getStructTree(), page.pageNumber)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const found: Run[] = []
  // what is marked as no text of the document: numbers of pages, repeated heads
  const marks: { id: string | null; artifact: boolean }[] = []
  for (const item of items) {
    if ('str' in item) {
      if (marks.some(({ artifact }) => artifact)) continue
      const id = marks.findLast((mark) => mark.id !== null)?.id ?? ''
      found.push({ text: item.str, block: blocks.get(id) ?? null, ends: item.hasEOL })
    } else if (item.type === 'endMarkedContent') marks.pop()
    else marks.push({ id: item.id ?? null, artifact: Reflect.get(item, 'tag') === 'Artifact' })
  }
  // a page ends its last line without saying so
  const last = found.at(-1)
  if (last) last.ends = true
  return found
}

/** A file that keeps the space at the end of its lines breaks a word where there is none. */
function keepsSpaces(runs: readonly Run[]): boolean {
  const ends = runs.flatMap(({ ends: end }, index) => {
    const text = textUpTo(runs, index)
    return end && text !== '' && runs[index + 1] !== undefined ? [text.endsWith(' ')] : []
  })
  return ends.filter(Boolean).length * 2 > ends.length
}
/** The end of a line may be a run without text of its own. */
const textUpTo = (runs: readonly Run[], index: number): string =>
  runs[index]?.text || runs[index - 1]?.text || ''

/** Lines of a file without structure, and paragraphs of one that has it. */
function paragraphsOf(runs: readonly Run[]): string[] {
  const between = keepsSpaces(runs.filter(({ block }) => block !== null)) ? '' : ' '
  const found: string[] = []
  let last: string | null = null
  for (const { text, block, ends } of runs) {
    const goesOn = block !== null ? block === last : last === ''
    const part = text + (ends && block !== null ? between : '')
    if (goesOn && found.length > 0) found[found.length - 1] += part
    else found.push(part)
    // a line without structure ends where it ends; until then it goes on
    last = block ?? (ends ? null : '')
  }
  return found
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: bytes,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
  } catch (error) {
    throw new Refused(
      error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'not_a_document',
    )
  }
}

export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const file = await open(bytes)
  const runs: Run[] = []
  for (let number = 1; number <= file.numPages; number++)
    runs.push(...(await runsOf(await file.getPage(number))))
  return paragraphsOf(runs)
}
