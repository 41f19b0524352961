import { later } from '../../parts/ui/later.tsx'
import { withWords } from '../../parts/ui/withWords.ts'

const words = async () => (await import('../../../shared/messages/entering.ts')).entering

/** Only who has no link to press sees it. */
export const CodePage = later(async () => (await withWords(import('./CodePage.tsx'), words())).CodePage)
/** Below what most people do: it comes a moment later than the page. */
export const MoreWays = later(async () => (await withWords(import('./MoreWays.tsx'), words())).MoreWays)
