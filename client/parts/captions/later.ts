import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const withCaptionWords = async <Part>(part: Promise<Part>): Promise<Part> =>
  withWords(
    part,
    import('../../../shared/messages/captions.ts').then(({ captions }) => captions),
  )

export const CaptionLane = later(
  async () => (await withCaptionWords(import('./CaptionLane.tsx'))).CaptionLane,
)
export const CaptionField = later(
  async () => (await withCaptionWords(import('./CaptionField.tsx'))).CaptionField,
)
