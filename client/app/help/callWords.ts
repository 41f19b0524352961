import type { T } from '../../parts/ui/text.tsx'
import type { DeviceStatus, OwnDevice } from '../../../shared/protocol.ts'
import type { CallView } from './calls.ts'

/** Of the three steps on the way in, the page of the link is the first: whoever is there cannot call yet. */
const STEPS: Readonly<Record<string, number>> = { join: 2, lobby: 3 }

export function placeWords({ place, status }: Pick<CallView, 'place' | 'status'>, t: T): string {
  const step = STEPS[status?.screen ?? '']
  if (place === 'notIn') return step ? t('helper.notIn', { step }) : t('standing.never')
  return place === 'plenary' ? t('helper.plenary') : t('helper.table', { number: place })
}

/** The check in one line: only what is wrong, or that all is well. */
export function checkWords(
  { away, status }: Pick<CallView, 'away' | 'status'>,
  tones: OwnDevice['tones'],
  t: T,
): string {
  if (away) return `${t('helper.line')}: ${t('helper.line.away')}.`
  if (!status || isUntried(status)) return t('helper.unknown')
  const { media } = status
  const wrong = [
    ...(media === 'trouble' || media === 'connecting' ? [t(`helper.media.${media}`)] : []),
    ...(['microphone', 'camera'] as const).flatMap((device) => {
      const is = status[device]
      return is === 'none' || is === 'blocked' ? [`${t(`helper.${device}`)} ${t(`helper.is.${is}`)}`] : []
    }),
    ...(tones === 'silent' ? [t('helper.tones.notHeard')] : []),
  ]
  const found = wrong.length === 0 ? t('helper.test.good') : wrong.map(asSentence).join('. ')
  return t('helper.test', { found })
}

/** No device was asked for yet, nor sound and picture: that says nothing good. */
const isUntried = ({ room, microphone, camera, media }: DeviceStatus): boolean =>
  room === null && [microphone, camera, media].every((is) => is === 'off')

/** The first goes on after "Test:". */
const asSentence = (words: string, index: number): string => {
  const [first = '', ...rest] = words
  return [index === 0 ? first.toLocaleLowerCase() : first.toLocaleUpperCase(), ...rest].join('')
}
