import type { Person } from '../../../shared/dialogue/model.ts'
import { lineCode, lineVerdict } from '../../../shared/dialogue/help/line.ts'
import { Suspense } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { hasMessage, useT } from '../../parts/ui/text.tsx'
import { tipFor, type CallView } from './calls.ts'
import { placeWords } from './callWords.ts'
import { HelpCode } from '../../parts/help/HelpCode.tsx'
import { ApartWithCaller } from '../../parts/help/later.ts'
import { PhoneButton } from '../../parts/help/PhoneButton.tsx'

/** The call one has taken: how the device does, what to say first, and the end of it, or another helper who goes on with it. */
export function CallDetail({ call, others }: { call: CallView; others: readonly Person[] }) {
  const t = useT()
  const { busy, run } = useCommand()
  const title = t('helper.youHelp', { name: call.name })
  const screen = call.status && `helper.screen.${call.status.screen}`
  return (
    <section className="dt-card dt-stack" aria-label={title}>
      <div className="dt-stack-tight">
        <h2 dir="auto">{title}</h2>
        <p className="dt-soft">
          {placeWords(call, t)} · {t('helper.code')} <HelpCode person={call.person} />
          {call.away ? ` · ${t('helper.away')}` : null}
          {!call.away && screen && hasMessage(screen)
            ? ` · ${t('helper.sees', { screen: t(screen) })}`
            : null}
        </p>
        <p>{call.note || t('helper.noNote')}</p>
      </div>
      <Checks call={call} />
      <Suspense fallback={null}>
        <ApartWithCaller call={call} name={call.name} />
      </Suspense>
      <div className="dt-note">
        <Icon name="talk" />
        <p>
          <strong>{t('helper.tips')}</strong> {t(`helper.tip.${tipFor(call)}`)}
        </p>
      </div>
      <div className="dt-row">
        <Button
          icon="check"
          isDisabled={busy !== null}
          aria-label={t('helper.solvedName', { name: call.name })}
          onPress={() => void run('closeHelp', { person: call.person })}
        >
          {t('helper.solved')}
        </Button>
        <PhoneButton person={call.person} />
        {others.map(({ id, name }) => (
          <Button
            key={id}
            icon="swap"
            isDisabled={busy !== null}
            onPress={() => void run('passHelp', { person: call.person, helper: id })}
          >
            {t('helper.passOn', { name })}
          </Button>
        ))}
      </div>
    </section>
  )
}

function Checks({ call: { person, away, status, line } }: { call: CallView }) {
  const t = useT()
  const device = useSession(({ ownDevices }) => ownDevices[person])
  const checks = [
    { name: t('helper.line'), good: !away, words: t(`helper.line.${away ? 'away' : 'here'}`) },
    ...(line
      ? [
          {
            name: t('line.ofHelper'),
            good: lineVerdict(line.answers) === 'good' || lineVerdict(line.answers) === 'narrow',
            words: `${t(`line.short.${lineVerdict(line.answers)}`)} (${lineCode(line.answers)})`,
          },
        ]
      : []),
    ...(status
      ? [
          {
            name: t('helper.microphone'),
            good: usable(status.microphone),
            words: t(`helper.is.${status.microphone}`),
          },
          { name: t('helper.camera'), good: usable(status.camera), words: t(`helper.is.${status.camera}`) },
          { name: t('helper.media'), good: status.media === 'on', words: t(`helper.media.${status.media}`) },
        ]
      : []),
    ...(device
      ? [
          {
            name: t('helper.speaker'),
            good: device.tones !== 'silent',
            words: t(`helper.tones.${device.tones}`),
          },
          {
            name: t('helper.device'),
            good: true,
            words: t('helper.deviceWith', {
              device: t(`helper.device.${device.kind}`),
              browser: t(`helper.browser.${device.browser}`),
            }),
          },
        ]
      : []),
  ]
  return (
    <ul className="dt-facts" aria-label={t('helper.check')}>
      {checks.map((check) => (
        <li key={check.name}>
          <Icon name={check.good ? 'check' : 'warning'} />
          <span>
            <b>{check.name}</b> {check.words}
          </span>
        </li>
      ))}
    </ul>
  )
}

const usable = (device: 'on' | 'off' | 'none' | 'blocked'): boolean => device === 'on' || device === 'off'
