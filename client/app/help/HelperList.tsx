import { useEffect, useRef } from 'react'
import type { HelpCall, PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Connection } from '../shell/Connection.tsx'
import { timeOf } from '../../parts/ui/when.ts'
import { announce } from '../../parts/ui/Announcer.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, Mark } from '../../parts/ui/Icon.tsx'
import { LanguageMenu, ThemeMenu } from '../../parts/ui/Preferences.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { useTitle } from '../shell/title.ts'
import { useWithoutArabic } from '../../parts/ui/useWithoutArabic.ts'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { playTones } from '../../parts/ui/sounds.ts'
import { CallDetail } from './CallDetail.tsx'
import { LineTests } from './LineTests.tsx'
import { CallRow } from './CallRow.tsx'
import { callsOf, hasPause, isAlone, otherHelpers, type CallView } from './calls.ts'
import { PhoneChoice } from '../../parts/help/PhoneChoice.tsx'
import '../../parts/help/help.css'

/** The digital helper's screen (29): who waits, since when, how the device does, and who took it. */
export function HelperList() {
  useWithoutArabic()
  const t = useT()
  const now = useServerNow(5_000)
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const presence = useSession((session) => session.presence)
  const calls = state ? callsOf(state, presence, now) : []
  const alone = calls.filter((call) => isAlone(call, presence, me))
  const pauses = hasPause(presence, me)
  useNewCalls(state, presence, me)
  useTitle(`${t('helper.title')} · ${t('app.name')}`)
  if (!state) return null
  const mine = calls.filter((call) => call.takenBy === me)
  const others = otherHelpers(state, presence, me)
  return (
    <div className="dt-helper-page">
      <SkipLink />
      <HelperBar
        people={Object.keys(state.people).length}
        tables={state.tableOrder.length}
        now={now}
        pauses={pauses}
      />
      <Connection />
      <HelperState waiting={alone.length} mine={mine} pauses={pauses} />
      <main id="main" className="dt-helper" tabIndex={-1}>
        <section className="dt-stack-tight" aria-labelledby="calls">
          <h2 id="calls">{t('helper.list')}</h2>
          {calls.length === 0 ? <p className="dt-card">{t('helper.empty')}</p> : null}
          <ol className="dt-needs" aria-labelledby="calls">
            {calls.map((call) => (
              <CallRow
                key={call.person}
                call={call}
                isMine={call.takenBy === me}
                helper={call.takenBy ? (state.people[call.takenBy]?.name ?? '') : null}
                isAlone={alone.includes(call)}
                first={call === alone[0]}
              />
            ))}
          </ol>
          {others.paused.map(({ id, name }) => (
            <p key={id}>{t('helper.otherPauses', { name })}</p>
          ))}
          <p className="dt-small dt-soft">
            {state.helped.length > 0 ? `${t('helper.helped', { count: state.helped.length })} ` : null}
            {t('helper.privacy')}
          </p>
        </section>
        <div className="dt-stack">
          {mine.map((call) => (
            <CallDetail key={call.person} call={call} others={others.ready} />
          ))}
          <LineTests />
          <PhoneChoice state={state} me={me} className="dt-card dt-stack" />
        </div>
      </main>
    </div>
  )
}

/** Who helps: nobody who is there, this helper, or another. */
type Help = 'alone' | 'mine' | 'helped'

/** A call is heard too when it is there for this helper to take, or given to them: a helper does not stare at the screen all evening. */
function useNewCalls(state: SessionState | null, presence: Record<PersonId, Presence>, me: PersonId): void {
  const t = useT()
  const known = useRef<Map<PersonId, Help> | null>(null)
  useEffect(() => {
    const before = known.current
    const calls = state?.help ?? []
    const now = new Map(calls.map((call) => [call.person, helpOf(call, presence, me)]))
    known.current = now
    const isNews = (person: PersonId) => isFresh(before?.get(person), now.get(person))
    const pauses = hasPause(presence, me)
    // in a pause one hears only what was given to oneself
    const fresh = calls.filter(
      ({ person }) => before && isNews(person) && (!pauses || now.get(person) === 'mine'),
    )
    for (const { person } of fresh) {
      const name = state?.people[person]?.name ?? ''
      announce(t(now.get(person) === 'mine' ? 'helper.given' : 'helper.newCall', { name }))
    }
    // Before the first press the browser plays nothing; the words above are then all there is.
    if (fresh.length > 0) playTones().catch(() => undefined)
  }, [state, presence, me, t])
}

const helpOf = (call: HelpCall, presence: Record<PersonId, Presence>, me: PersonId): Help =>
  isAlone(call, presence, me) ? 'alone' : call.takenBy === me ? 'mine' : 'helped'

/** One that was alone and is mine was taken by an own press. */
const isFresh = (before: Help | undefined, now: Help | undefined): boolean =>
  before !== now && (before === undefined || now === 'alone' || (before === 'helped' && now === 'mine'))

function HelperBar(props: { people: number; tables: number; now: number; pauses: boolean }) {
  const { people, tables, now, pauses } = props
  const t = useT()
  const { session } = useDialogue()
  const locale = useLocale((chosen) => chosen.locale)
  return (
    <header className="dt-helper-bar">
      <Mark size={36} />
      <h1>{t('helper.title')}</h1>
      <span className="dt-with-icon dt-soft">
        <Icon name="people" />
        {t('helper.people', { people, tables })}
      </span>
      <span className="dt-with-icon dt-soft dt-num">
        <Icon name="clock" />
        {t('helper.time', { time: timeOf(now, locale) })}
      </span>
      <span className="dt-helper-end">
        <Button
          icon={pauses ? 'next' : 'pause'}
          onPress={() => session.sendScreen(pauses ? 'calls' : 'pause')}
        >
          {t(pauses ? 'helper.goOn' : 'helper.pause')}
        </Button>
        <LanguageMenu />
        <ThemeMenu />
      </span>
    </header>
  )
}

function HelperState(props: { waiting: number; mine: readonly CallView[]; pauses: boolean }) {
  const { waiting, mine, pauses } = props
  const t = useT()
  return (
    <div className="dt-helper-state" role="status">
      <span className="dt-helper-state-icon">
        <Icon name="help" />
      </span>
      <div>
        <p className="dt-helper-state-text">
          <span>{waiting === 0 ? t('helper.nobodyWaits') : t('helper.waiting', { count: waiting })}</span>{' '}
          {mine.map((call) => (
            <span key={call.person}>{t('helper.youHelp', { name: call.name })} </span>
          ))}
        </p>
        <p className="dt-soft">{t(pauses ? 'helper.pauses' : 'helper.longest')}</p>
      </div>
    </div>
  )
}
