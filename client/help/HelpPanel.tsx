import { useEffect, useState } from 'react'
import { playTones } from '../join/sounds.ts'
import { OwnTime } from '../meter/OwnTime.tsx'
import { send, sendScreen } from '../session/socket.ts'
import { useSession } from '../session/store.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LanguageMenu, SecondSentenceMenu, SoundMenu, ThemeMenu } from '../ui/Preferences.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/Toast.tsx'
import './help.css'

/** Only they may call a helper; everybody finds the rest. */
const ASKERS: readonly string[] = ['participant', 'facilitator']

/** The way to help (07): somebody who comes, what to try, one's own balance, language and display. */
export function HelpPanel() {
  const t = useT()
  const role = useSession(({ state, me }) => state?.people[me]?.role ?? '')
  const counts = useSession((session) => session.meter?.own != null)
  const measured = useSession((session) => session.meter?.gaps.length === 0)
  useEffect(() => {
    const before = sendScreen('help')
    return () => {
      sendScreen(before)
    }
  }, [])
  return (
    <div className="help-panel">
      {ASKERS.includes(role) ? <Call /> : null}
      <TryFirst />
      {counts ? (
        <section className="card stack-tight" aria-label={t('help.balance')}>
          <OwnTime measured={measured} />
          <p className="small soft">{t('help.balanceText')}</p>
        </section>
      ) : null}
      <section className="stack-tight">
        <h2>{t('help.looks')}</h2>
        <div className="row">
          <LanguageMenu />
          <ThemeMenu />
          <SecondSentenceMenu />
          <SoundMenu />
        </div>
      </section>
    </div>
  )
}

function Call() {
  const t = useT()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const me = useSession((session) => session.me)
  const call = useSession(({ state, me: own }) => state?.help.find((each) => each.person === own))
  const helper = useSession(({ state }) => (call?.takenBy ? state?.people[call.takenBy]?.name : undefined))
  const run = async (type: 'askHelp' | 'closeHelp', payload: Record<string, unknown>): Promise<boolean> => {
    setBusy(true)
    const answer = await send(type, payload)
    setBusy(false)
    if (!answer.ok) showToast(answer.text)
    return answer.ok
  }
  const solved = async (): Promise<void> => {
    if (await run('closeHelp', { person: me })) announce(t('help.done'))
  }
  if (call) {
    return (
      <section className="help-waits">
        <div className="help-words" role="status">
          <Icon name="help" />
          <p>
            <strong>{helper ? t('help.taken', { name: helper }) : t('help.asked')}</strong>
            <span>{t('help.askedText')}</span>
          </p>
        </div>
        <Button icon="check" isDisabled={busy} onPress={() => void solved()}>
          {t('help.solved')}
        </Button>
      </section>
    )
  }
  return (
    <section className="stack-tight">
      <TextField
        label={t('help.note')}
        hint={t('help.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={300}
      />
      <Button
        variant="primary"
        size="big"
        wide
        icon="help"
        isDisabled={busy}
        onPress={() => void run('askHelp', { note })}
      >
        {t('help.ask')}
      </Button>
      <p>{t('help.askText')}</p>
    </section>
  )
}

function TryFirst() {
  const t = useT()
  const play = async (): Promise<void> => {
    await playTones()
    announce(t('help.tonesPlayed'))
  }
  return (
    <section className="stack-tight">
      <h2>{t('help.tryFirst')}</h2>
      <ul className="help-tries">
        <li>
          <p>
            <strong>{t('help.hearNothing')}</strong>
            <span>{t('help.hearText')}</span>
          </p>
          <Button icon="sound" onPress={() => void play()}>
            {t('help.playTones')}
          </Button>
        </li>
        <li>
          <p>
            <strong>{t('help.reload')}</strong>
            <span>{t('help.reloadText')}</span>
          </p>
          <Button icon="round" onPress={() => location.reload()}>
            {t('app.reload')}
          </Button>
        </li>
      </ul>
    </section>
  )
}
