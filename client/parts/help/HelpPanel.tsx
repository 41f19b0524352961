import { Suspense, useEffect, useRef, useState } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { playTones } from '../ui/sounds.ts'
import { OwnTime } from '../meter/OwnTime.tsx'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LanguageMenu, SecondSentenceMenu, SoundMenu, ThemeMenu } from '../ui/Preferences.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { HelpCode } from './HelpCode.tsx'
import { ApartBar, CallMeBack, FromHelper } from './later.ts'
import './help.css'

/** Only they may call a helper; everybody finds the rest. */
const ASKERS: readonly string[] = ['participant', 'facilitator']

/** The way to help (07): somebody who comes, what to try, one's own balance, language and display. */
export function HelpPanel() {
  const t = useT()
  const { session } = useDialogue()
  const me = useSession((known) => known.me)
  const role = useSession(({ state }) => state?.people[me]?.role ?? '')
  const counts = useSession(({ meter }) => meter?.own != null)
  const measured = useSession(({ meter }) => meter?.gaps.length === 0)
  useEffect(() => {
    const before = session.sendScreen('help')
    return () => {
      session.sendScreen(before)
    }
  }, [session])
  return (
    <div className="dt-help-panel">
      {ASKERS.includes(role) ? (
        <>
          <Call />
          <p>
            {t('help.code')} <HelpCode person={me} />
            <span className="dt-small dt-soft"> {t('help.codeText')}</span>
          </p>
        </>
      ) : null}
      <TryFirst />
      {counts ? (
        <section className="dt-card dt-stack-tight" aria-label={t('help.balance')}>
          <OwnTime measured={measured} />
          <p className="dt-small dt-soft">{t('help.balanceText')}</p>
        </section>
      ) : null}
      <section className="dt-stack-tight">
        <h2>{t('help.looks')}</h2>
        <div className="dt-row">
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
  const place = useRef<HTMLElement>(null)
  // the button that was pressed goes with its answer
  const stay = (): void => place.current?.focus()
  const t = useT()
  const { busy, run } = useCommand()
  const [note, setNote] = useState('')
  const me = useSession((session) => session.me)
  const call = useSession(({ state, me: own }) => state?.help.find((each) => each.person === own))
  const helper = useSession(({ state }) => (call?.takenBy ? state?.people[call.takenBy]?.name : undefined))
  const solved = async (): Promise<void> => {
    if (!(await run('closeHelp', { person: me }))) return
    announce(t('help.done'))
    stay()
  }
  const ask = async (): Promise<void> => {
    if (await run('askHelp', { note })) stay()
  }
  if (call) {
    return (
      <section ref={place} tabIndex={-1} className="dt-help-waits">
        <div className="dt-help-words" role="status">
          <Icon name="help" />
          <p>
            <strong>{helper ? t('help.taken', { name: helper }) : t('help.asked')}</strong>
            <span>{t('help.askedText')}</span>
          </p>
        </div>
        <Button icon="check" isDisabled={busy !== null} onPress={() => void solved()}>
          {t('help.solved')}
        </Button>
        <Suspense fallback={null}>
          <FromHelper />
          {call.aside ? <ApartBar /> : <CallMeBack />}
        </Suspense>
      </section>
    )
  }
  return (
    <section ref={place} tabIndex={-1} className="dt-stack-tight">
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
        isDisabled={busy !== null}
        onPress={() => void ask()}
      >
        {t('help.ask')}
      </Button>
      <p>{t('help.askText')}</p>
    </section>
  )
}

function TryFirst() {
  const t = useT()
  const { reload } = useDialogue()
  const play = async (): Promise<void> => {
    await playTones()
    announce(t('help.tonesPlayed'))
  }
  return (
    <section className="dt-stack-tight">
      <h2>{t('help.tryFirst')}</h2>
      <ul className="dt-help-tries">
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
          <Button icon="round" onPress={reload}>
            {t('app.reload')}
          </Button>
        </li>
      </ul>
    </section>
  )
}
