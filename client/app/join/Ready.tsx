import { Suspense, useEffect } from 'react'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { connected, standingOf } from '../../core/room/standing.ts'
import { useSession } from '../../hooks/useSession.ts'
import { QuietPage, Languages } from '../shell/QuietPage.tsx'
import { EvaluationReminder } from '../../parts/evaluation/later.ts'
import { HelpButton } from '../../parts/help/HelpButton.tsx'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Banner } from '../../parts/ui/Banner.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, type IconName } from '../../parts/ui/Icon.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { GivenPromise } from './GivenPromise.tsx'
import { Steps } from './Steps.tsx'
import { Connection } from '../shell/Connection.tsx'
import { beginning } from './beginning.ts'

interface ReadyProps {
  /** "Naar de zaal" was pressed: now it is waiting, and nothing more to do. */
  entered: boolean
  onCheck: () => void
  /** To the test of the line. */
  onTest: () => void
  onEnter: () => void
  /** To what lay there before this session; null: it is the first. */
  onRead: (() => void) | null
}

/** Step 3 (03), and the lobby: what comes, how we talk, and at most one button. When the plenary opens it goes on by itself. */
export function Ready({ entered, onCheck, onTest, onEnter, onRead }: ReadyProps) {
  const t = useT()
  const { session } = useDialogue()
  const locale = useLocale((chosen) => chosen.locale)
  const now = useServerNow(10_000)
  const state = useSession((known) => known.state)
  const me = useSession((known) => known.me)
  useEffect(() => {
    session.sendScreen('lobby')
  }, [session])
  if (!state) return null
  const person = state.people[me]
  const [begins, values] = beginning(state, now, locale)
  const title = t('join.ready', { name: person?.name ?? '' })
  return (
    <QuietPage key={String(entered)} title={title} bar={<Languages />}>
      <div className="dt-two is-ready">
        <div className="dt-stack">
          {state.announcement ? (
            <Banner icon="talk" title={t('room.announcement')} text={state.announcement.text} />
          ) : null}
          {entered || person?.role === 'observer' ? null : <Steps step={3} />}
          <div className="dt-stack-tight">
            <h1 className="dt-display">{title}</h1>
            <p className="dt-large" role="status">
              {t(begins, values)} {t(entered ? 'join.nothingToDo' : 'join.soundOff')}
            </p>
            <Connection />
          </div>
          {state.sharedBefore ? (
            <Suspense fallback={null}>
              <EvaluationReminder today />
            </Suspense>
          ) : null}
          <GivenPromise promise={state.dialogue.promise} />
          <Road state={state} />
          <div className="dt-row">
            {entered || person?.role === 'observer' ? (
              <p className="dt-soft">{t('join.waiting')}</p>
            ) : (
              <Button variant="primary" size="big" icon="next" iconEnd onPress={onEnter}>
                {t('join.toRoom')}
              </Button>
            )}
          </div>
          <div className="dt-row">
            <HelpButton />
            {onRead ? (
              <Button icon="text" onPress={onRead}>
                {t('room.readBefore')}
              </Button>
            ) : null}
            {person?.role === 'observer' ? null : (
              <>
                <Button icon="microphone" onPress={onCheck}>
                  {t('join.testAgain')}
                </Button>
                <Button icon="link" onPress={onTest}>
                  {t('join.testLineAgain')}
                </Button>
              </>
            )}
          </div>
        </div>
        <div className="dt-stack">
          {person?.role === 'facilitator' ? <WhoIsIn state={state} /> : null}
          <Rules />
        </div>
      </div>
    </QuietPage>
  )
}

function Road({ state }: { state: SessionState }) {
  const t = useT()
  const count = Object.values(state.people).filter((person) => !person.left).length
  const steps = [
    { name: t('join.roadTogether'), what: t('join.roadOpen', { count }) },
    { name: t('join.roadTable'), what: t('join.roadTalk') },
    { name: t('join.roadTogether'), what: t('join.roadRead') },
  ]
  return (
    <ol className="dt-road" aria-label={t('join.road')}>
      {steps.map(({ name, what }) => (
        <li key={what}>
          <b>
            <bdi>{name}</bdi>
          </b>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  )
}

/** For facilitators: who is in already, by name and without any figure but the count. */
function WhoIsIn({ state }: { state: SessionState }) {
  const t = useT()
  const present = connected(useSession((session) => session.presence))
  const expected = state.order.filter((id) => !state.people[id]?.left)
  const here = expected.filter((id) => standingOf(state, present, id) === 'here')
  return (
    <section className="dt-card dt-stack-tight">
      <h2>{t('join.whoIsIn')}</h2>
      <p>{t('join.inCount', { here: here.length, all: expected.length })}</p>
      <ul className="dt-names">
        {here.map((id) => (
          <li key={id}>{state.people[id]?.name}</li>
        ))}
      </ul>
    </section>
  )
}

const RULES = [
  { icon: 'ear', key: 'join.rule.finish' },
  { icon: 'talk', key: 'join.rule.self' },
  { icon: 'help', key: 'join.rule.ask' },
  { icon: 'pause', key: 'join.rule.judge' },
  { icon: 'check', key: 'join.rule.silence' },
] as const satisfies { icon: IconName; key: string }[]

function Rules() {
  const t = useT()
  return (
    <section className="dt-card dt-rules">
      <h2>{t('join.rules')}</h2>
      <ul className="dt-facts">
        {RULES.map(({ icon, key }) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
