import * as Y from 'yjs'

/**
 * The shape of a table's document, for the editor and for exports.
 * One root, `agreements`: Y.Array<Y.Map>; each map holds `id` (string), `title`, `text` and `why` (Y.XmlFragment for `text` and `why`, Y.Text for `title`).
 */
export const ROOT = 'agreements'

export interface AgreementText {
  id: string
  title: string
  /** Paragraphs, plain text. */
  text: string[]
  why: string[]
}
export type TableText = AgreementText[]

export type AgreementMap = Y.Map<string | Y.Text | Y.XmlFragment>

export const agreementsOf = (doc: Y.Doc): Y.Array<AgreementMap> => doc.getArray(ROOT)
