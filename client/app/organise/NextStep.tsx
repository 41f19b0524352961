import { useServerNow } from '../../hooks/useServerNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CloseMeeting } from './CloseMeeting.tsx'
import { OpenHall } from './OpenHall.tsx'
import type { OrganiserView } from './view.ts'
import { nextWords } from './nextWords.ts'
import { hasPlan, nextAction, type NextAction } from './phases.ts'
import type { Section } from './sections.ts'

/** Always in the same place: one sentence that says where we are, and the one button for what comes next. */
export function NextStep({ view, section }: { view: OrganiserView; section: Section }) {
  const { state } = view
  const t = useT()
  const presence = useSession((session) => session.presence)
  const now = useServerNow(1_000)
  const action = nextAction(state)
  const { text, sub, values } = nextWords(state, presence, now)
  const moving = action === 'goNow' || action === 'waitForRecall'
  return (
    <section className={moving ? 'dt-next is-move' : 'dt-next'} aria-label={t('step.name')}>
      <span className="dt-next-icon">
        <Icon name={ICONS[action]} />
      </span>
      <output className="dt-next-words">
        <span className="dt-next-text">{t(text, values)}</span>
        <span className="dt-next-sub">{sub.map((key) => t(key, values)).join(' ')}</span>
      </output>
      <div className="dt-next-buttons">
        <NextButtons view={view} action={action} section={section} />
      </div>
    </section>
  )
}

const ICONS = {
  open: 'people',
  spread: 'shuffle',
  announce: 'announce',
  goNow: 'announce',
  recall: 'people',
  waitForRecall: 'announce',
  close: 'text',
  save: 'check',
} as const satisfies Record<NextAction, string>

function NextButtons({
  view,
  action,
  section,
}: {
  view: OrganiserView
  action: NextAction
  section: Section
}) {
  const { state, run, show } = view
  const t = useT()
  // Where a list of people is made, or the council's text compared, that work has the one strong button.
  const worksHere = section === 'people' || (section === 'council' && state.council.offeredAt !== null)
  const variant = worksHere ? 'default' : 'primary'
  const { phase } = state
  switch (action) {
    case 'open':
      return <OpenHall view={view} variant={variant} />
    case 'spread':
      return (
        <Button
          variant={variant}
          icon="shuffle"
          onPress={() => void run('spreadEvenly', {}).then((done) => done && show('split'))}
        >
          {t('next.spread')}
        </Button>
      )
    case 'announce':
      return (
        <>
          {section !== 'split' && (
            <Button icon="eye" onPress={() => show('split')}>
              {t('lead.view')}
            </Button>
          )}
          <Button variant={variant} icon="announce" onPress={() => void run('announceSplit', {})}>
            {t('next.announce')}
          </Button>
        </>
      )
    case 'goNow':
      return section === 'lead' ? null : (
        <Button icon="pause" onPress={() => void run('cancelSplit', {})}>
          {t('announced.stop')}
        </Button>
      )
    case 'recall':
      return (
        <Button variant={variant} icon="announce" onPress={() => void run('announceRecall', {})}>
          {t('next.recall')}
        </Button>
      )
    case 'waitForRecall':
      return (
        <>
          <Button icon="pause" onPress={() => void run('cancelRecall', {})}>
            {t('next.waitForRecall')}
          </Button>
          {phase.name === 'recalling' && (
            <Button icon="next" onPress={() => void run('finishRecall', { version: phase.version })}>
              {t('next.recallNow')}
            </Button>
          )}
        </>
      )
    case 'close':
      return (
        <>
          {section === 'split' && hasPlan(state) ? (
            <Button icon="announce" onPress={() => void run('announceSplit', {})}>
              {t('next.announce')}
            </Button>
          ) : (
            <Button icon="shuffle" onPress={() => show('split')}>
              {t('next.again')}
            </Button>
          )}
          <CloseMeeting view={view} variant={variant} />
        </>
      )
    case 'save':
      return (
        <Button variant={variant} icon="download" onPress={() => show('agreements')}>
          {t('next.save')}
        </Button>
      )
  }
}
