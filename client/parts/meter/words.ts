import type {
  Basis,
  BalanceWords,
  GroupBalance,
  PersonBalance,
} from '../../../shared/dialogue/time/balance.ts'
import { clockWords } from '../../core/room/view.ts'
import type { MessageKey, T } from '../ui/text.tsx'

const KEYS = {
  none: 'balance.none',
  early: 'balance.early',
  muchLess: 'balance.muchLess',
  less: 'balance.less',
  equal: 'balance.words.equal',
  more: 'balance.more',
  muchMore: 'balance.muchMore',
} as const satisfies Record<BalanceWords, MessageKey>

/** Message key for a balance in words: no score, no rank, no judging (S3). */
export const balanceKey = (words: BalanceWords): MessageKey => KEYS[words]

/** Where the bar ends, 0..1, so that an equal share stands in the middle and nobody runs off the track. */
export const barOf = (share: number): number => Math.min(1, Math.max(0, share / 2))

/** Whole minutes of speech; below one minute whole seconds. */
export const spanWords = (ms: number, t: T): string =>
  ms < 60_000
    ? t('balance.seconds', { seconds: Math.round(ms / 1_000) })
    : t('balance.minutes', { minutes: Math.round(ms / 60_000) })

/** "3 stoelen", or "1 van 3 stoelen bezet" while some have not come. */
export const seatWords = ({ seats, free }: Pick<GroupBalance, 'seats' | 'free'>, t: T): string =>
  t('balance.seats', { seats, free, all: seats + free })

export const percentOf = (part: number): number => Math.round(part * 100)

/** S2: "3:10", or "3:10 beurt, 2:05 gemeten" where what counts is of another kind than what was heard. */
export const timeWords = ({ spokenMs, measuredMs }: PersonBalance, basis: Basis, t: T): string =>
  t(`time.${basis}`, { counted: clockWords(spokenMs), measured: clockWords(measuredMs) })

/** S2: what several rooms together rest on. */
export function basisOf(all: readonly Basis[]): Basis {
  const [first = 'speech', ...rest] = all
  return rest.every((basis) => basis === first) ? first : 'both'
}
