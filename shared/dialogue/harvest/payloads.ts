import * as z from 'zod'
import { EDITOR_LIMITS } from '../../agreement/limits.ts'
import { charactersIn, type Block, type Mark, type Span } from '../../agreement/richText.ts'
import { anyLine, anyProse } from '../text.ts'

/** Text with structure as it comes from a browser; made canonical before it is kept, so what has no place in it falls out. */
const link = z.strictObject({ link: anyLine(2_000) })
const mark: z.ZodType<Mark> = z.union([z.enum(['strong', 'em']), link])
const span = z.strictObject({ text: anyProse(EDITOR_LIMITS.field), marks: z.array(mark).max(3) })
const spans: z.ZodType<Span[]> = z.array(span)
const block: z.ZodType<Block> = z.union([
  z.strictObject({ kind: z.literal('paragraph'), spans }),
  z.strictObject({ kind: z.enum(['bullets', 'numbers']), items: z.array(spans) }),
])
/** As long as the editor lets anybody write. */
export const richText = z.array(block).refine((text) => charactersIn(text) <= EDITOR_LIMITS.field)
