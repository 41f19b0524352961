import type { T } from '../../parts/ui/text.tsx'
import type { CallView } from './calls.ts'

export function placeWords({ place }: Pick<CallView, 'place'>, t: T): string {
  if (place === 'notIn') return t('standing.never')
  return place === 'plenary' ? t('helper.plenary') : t('helper.table', { number: place })
}

/** The check in one line: what is wrong, or that all is well. */
export function checkWords({ away, status }: Pick<CallView, 'away' | 'status'>, t: T): string {
  if (away) return `${t('helper.line')}: ${t('helper.line.away')}.`
  if (!status) return t('helper.unknown')
  const media = status.media === 'off' ? [] : [`${t('helper.line')}: ${t(`helper.media.${status.media}`)}`]
  const parts = [
    `${t('helper.microphone')}: ${t(`helper.is.${status.microphone}`)}`,
    `${t('helper.camera')}: ${t(`helper.is.${status.camera}`)}`,
    ...media,
  ]
  return `${parts.join('. ')}.`
}
