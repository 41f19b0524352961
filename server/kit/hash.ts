import { createHash } from 'node:crypto'
import { hashOf, type Words } from '../../shared/agreement/canonical.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

/** SHA-256 of words in their canonical form, in hexadecimal: what an agreement is known by (H3). */
export const hash = (words: Words): string => hashOf(words, sha256)
