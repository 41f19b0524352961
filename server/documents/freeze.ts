import { canonicalWords } from '../../shared/agreement/canonical.ts'
import { readAgreement, readTable, type TableText } from '../../shared/agreement/document.ts'
import type { Frozen } from '../../shared/dialogue/decision.ts'
import type { AgreementId } from '../../shared/dialogue/model.ts'
import { hash } from '../kit/hash.ts'
import { within } from '../kit/within.ts'
import type { Held } from './documents.ts'
import type { TableDocument } from './table.ts'

/** Whoever waits for the answer would rather press again than wait longer for a database that is away. */
const PATIENCE_MS = 3_000

const patiently = (work: Promise<void>) => within(work, PATIENCE_MS, 'the text')

function read(document: TableDocument, agreement: AgreementId): Frozen {
  const { title, text, why } = readAgreement(document.live, agreement)
  const words = canonicalWords({ title, text, why })
  return {
    words,
    hash: hash(words),
    authors: document.authorsOf(agreement),
    seq: document.version().seq,
  }
}

/** The words of an agreement as they are stored. Rejects when what was accepted before cannot be stored in time. */
export async function wordsOf(document: TableDocument, agreement: AgreementId): Promise<Frozen> {
  await patiently(document.current())
  return read(document, agreement)
}

/** The same, standing still until `release`; when it rejects they are open again. */
export async function freeze(document: TableDocument, agreement: AgreementId): Promise<Held> {
  const { begun, stored, release } = document.freeze(agreement)
  try {
    await patiently(begun)
    return { frozen: read(document, agreement), hold: stored, release }
  } catch (error) {
    release()
    throw error
  }
}

/** The whole text as it is stored; `shared`: what other nodes stored is in it too. */
export async function textOf(document: TableDocument, shared: boolean): Promise<TableText> {
  if (shared) await patiently(document.current())
  return readTable(document.live)
}
