import { useSession } from '../../hooks/useSession.ts'
import { timeOf } from '../../parts/ui/when.ts'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import type { CallView } from './calls.ts'
import { checkWords, placeWords } from './callWords.ts'

interface CallRowProps {
  call: CallView
  isMine: boolean
  /** Name of whoever took it. */
  helper: string | null
  /** Nobody took it, or the line of whoever did is gone. */
  isAlone: boolean
  /** Waits longest of those nobody took: that is the one pine button. */
  first: boolean
}

/** Who, where, since when, the check, and who helps: one line, one action. */
export function CallRow({ call, isMine, helper, isAlone, first }: CallRowProps) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { busy, run } = useCommand()
  const tones = useSession(({ ownDevices }) => ownDevices[call.person]?.tones ?? 'untried')
  return (
    <li className={isMine ? 'dt-need is-mine' : 'dt-need'}>
      <div className="dt-need-who">
        <b>
          <bdi>{call.name}</bdi>
        </b>
        <span className="dt-soft dt-small">{placeWords(call, t)}</span>
      </div>
      <p className="dt-need-since dt-num">
        <b>{t('helper.minutes', { minutes: call.minutes })}</b>
        <span className="dt-soft dt-small">{t('helper.since', { time: timeOf(call.at, locale) })}</span>
      </p>
      <p className="dt-need-check">
        {call.note ? <bdi>{call.note} </bdi> : null}
        <span className={call.note ? 'dt-soft dt-small' : undefined}>{checkWords(call, tones, t)}</span>
      </p>
      <div className="dt-need-call">
        {helper === null || isMine ? null : (
          <p>{t(isAlone ? 'helper.otherAway' : 'helper.other', { name: helper })}</p>
        )}
        {isMine ? (
          <p>
            <b>{t('helper.mine')}</b>
          </p>
        ) : isAlone ? (
          <Button
            size="small"
            variant={first ? 'primary' : 'default'}
            isDisabled={busy !== null}
            onPress={() => void run('takeHelp', { person: call.person })}
          >
            {t('helper.take', { name: call.name })}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
