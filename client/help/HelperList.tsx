import { useEffect, useRef } from 'react'
import { Connection } from '../join/Connection.tsx'
import { timeOf } from '../join/when.ts'
import { useServerNow } from '../session/clock.ts'
import { useSession } from '../session/store.ts'
import { announce } from '../ui/Announcer.tsx'
import { Icon, Mark } from '../ui/Icon.tsx'
import { LanguageMenu, ThemeMenu } from '../ui/Preferences.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { playTones } from '../join/sounds.ts'
import { CallDetail } from './CallDetail.tsx'
import { CallRow } from './CallRow.tsx'
import { callsOf, type CallView } from './calls.ts'
import { PhoneChoice } from './PhoneChoice.tsx'
import './help.css'

/** The digital helper's screen (29): who waits, since when, how the device does, and who took it. */
export default function HelperList() {
  const t = useT()
  const now = useServerNow(5_000)
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const presence = useSession((session) => session.presence)
  const calls = state ? callsOf(state, presence, now) : []
  useNewCalls(calls)
  useEffect(() => {
    document.title = `${t('helper.title')} · ${t('app.name')}`
  }, [t])
  if (!state) return null
  const mine = calls.filter((call) => call.takenBy === me)
  return (
    <div className="helper-page">
      <SkipLink />
      <HelperBar people={Object.keys(state.people).length} tables={state.tableOrder.length} now={now} />
      <Connection />
      <HelperState waiting={calls.filter((call) => call.takenBy === null).length} mine={mine} />
      <main id="main" className="helper" tabIndex={-1}>
        <section className="stack-tight" aria-labelledby="calls">
          <h2 id="calls">{t('helper.list')}</h2>
          {calls.length === 0 ? <p className="card">{t('helper.empty')}</p> : null}
          <ol className="needs" aria-labelledby="calls">
            {calls.map((call) => (
              <CallRow
                key={call.person}
                call={call}
                isMine={call.takenBy === me}
                helper={call.takenBy ? (state.people[call.takenBy]?.name ?? '') : null}
                first={call === calls.find((each) => each.takenBy === null)}
              />
            ))}
          </ol>
          <p className="small soft">{t('helper.privacy')}</p>
        </section>
        <div className="stack">
          {mine.map((call) => (
            <CallDetail key={call.person} call={call} />
          ))}
          <PhoneChoice state={state} me={me} className="card stack" />
        </div>
      </main>
    </div>
  )
}

/** A new call is heard too: a helper does not stare at the screen all evening. */
function useNewCalls(calls: readonly CallView[]): void {
  const t = useT()
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    const now = new Set(calls.map((call) => call.person))
    const fresh = known.current ? calls.filter((call) => !known.current?.has(call.person)) : []
    known.current = now
    for (const call of fresh) announce(t('helper.newCall', { name: call.name }))
    // Before the first press the browser plays nothing; the words above are then all there is.
    if (fresh.length > 0) playTones().catch(() => undefined)
  }, [calls, t])
}

function HelperBar({ people, tables, now }: { people: number; tables: number; now: number }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  return (
    <header className="helper-bar">
      <Mark size={36} />
      <h1>{t('helper.title')}</h1>
      <span className="with-icon soft">
        <Icon name="people" />
        {t('helper.people', { people, tables })}
      </span>
      <span className="with-icon soft num">
        <Icon name="clock" />
        {t('helper.time', { time: timeOf(now, locale) })}
      </span>
      <span className="helper-end">
        <LanguageMenu />
        <ThemeMenu />
      </span>
    </header>
  )
}

function HelperState({ waiting, mine }: { waiting: number; mine: readonly CallView[] }) {
  const t = useT()
  return (
    <div className="helper-state" role="status">
      <span className="helper-state-icon">
        <Icon name="help" />
      </span>
      <div>
        <p className="helper-state-text">
          <span>{waiting === 0 ? t('helper.nobodyWaits') : t('helper.waiting', { count: waiting })}</span>{' '}
          {mine.map((call) => (
            <span key={call.person}>{t('helper.youHelp', { name: call.name })} </span>
          ))}
        </p>
        <p className="soft">{t('helper.longest')}</p>
      </div>
    </div>
  )
}
