import { fetched } from '../../core/fetched.ts'
import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const withBesideWords = async <Part>(part: Promise<Part>): Promise<Part> =>
  withWords(
    part,
    import('../../../shared/messages/beside.ts').then(({ beside }) => beside),
  )

export const GuestHands = later(async () => (await withBesideWords(import('./GuestHands.tsx'))).GuestHands)
export const loadBeside = fetched(
  async () => (await withBesideWords(import('./BesideDialog.tsx'))).BesideDialog,
)
