import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const withAsideWords = async <Part>(part: Promise<Part>): Promise<Part> =>
  withWords(
    part,
    import('../../../shared/messages/aside.ts').then(({ aside }) => aside),
  )

export const ApartSound = later(async () => (await import('./ApartSound.tsx')).ApartSound)
export const ApartBar = later(async () => (await withAsideWords(import('./ApartBar.tsx'))).ApartBar)
export const ApartWithCaller = later(
  async () => (await withAsideWords(import('./ApartWithCaller.tsx'))).ApartWithCaller,
)
export const FromHelper = later(async () => (await withAsideWords(import('./FromHelper.tsx'))).FromHelper)
export const OwnCall = later(async () => (await withAsideWords(import('./OwnCall.tsx'))).OwnCall)
export const CallMeBack = later(async () => (await withAsideWords(import('./CallMeBack.tsx'))).CallMeBack)
