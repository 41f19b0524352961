import { textOf } from '../../shared/agreement/richText.ts'
import type { DocumentModel, Level } from './model.ts'
import { writePart } from './pdf/blocks.ts'
import { bytesOf, newDocument, numberPages, type Doc } from './pdf/paper.ts'

type Outline = Pick<PDFKit.PDFOutline, 'addItem'>

/** The contents beside the pages: each heading under the last one above it, from the sections on. */
function contents(doc: Doc): (level: Level, title: string) => void {
  const above: Outline[] = [doc.outline]
  return (level, title) => {
    if (level === 1 || level === 4) return
    const parent = above[level - 2] ?? doc.outline
    above.length = level - 1
    above.push(parent.addItem(title))
  }
}

/** PDF for reading and for the archive: tagged (PDF/UA-1), with its letters inside (PDF/A-2a). */
export function pdf(model: DocumentModel): Promise<Uint8Array> {
  const doc = newDocument(model)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const list = contents(doc)
  for (const part of model.parts) {
    writePart(doc, root, part, model.direction)
    if (part.kind === 'heading') list(part.level, textOf(part.spans))
  }
  root.end()
  numberPages(doc)
  return bytesOf(doc)
}
