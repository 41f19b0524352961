import type { DemoLink, DemoReply } from '../../shared/protocol.ts'
import { Icon, type IconName } from '../parts/ui/Icon.tsx'
import { buttonClass } from '../parts/ui/Button.tsx'
import { useWithoutArabic } from '../parts/ui/useWithoutArabic.ts'
import { useT, type MessageKey } from '../parts/ui/text.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { OwnDialogues } from './OwnDialogues.tsx'
import { QuietPage } from './shell/QuietPage.tsx'
import './front.css'

/** In the order in which one needs them: who begins first, then who takes part. */
const ROLES: { role: DemoLink['role']; icon: IconName; does: MessageKey }[] = [
  { role: 'organiser', icon: 'people', does: 'front.does.organiser' },
  { role: 'participant', icon: 'talk', does: 'front.does.participant' },
  { role: 'facilitator', icon: 'compass', does: 'front.does.facilitator' },
  { role: 'helper', icon: 'help', does: 'front.does.helper' },
  { role: 'observer', icon: 'eye', does: 'front.does.observer' },
  { role: 'clerk', icon: 'council', does: 'front.does.clerk' },
  { role: 'interpreter', icon: 'hands', does: 'front.does.interpreter' },
]

/** The demonstration's first page (43): one card for each role, and all participants folded below. */
export function DemoFront({ links, base }: DemoReply & { base: string }) {
  useWithoutArabic()
  const t = useT()
  return (
    <QuietPage title={t('front.title')} className="is-front" footer={<Footer />}>
      <div className="dt-front">
        <div className="dt-stack">
          <div className="dt-stack-tight">
            <h1>{t('front.title')}</h1>
            <p className="dt-large">{t('front.intro')}</p>
          </div>
          <ul className="dt-whos" aria-label={t('front.title')}>
            {ROLES.map(({ role, ...look }) => {
              const link = links.find((one) => one.role === role)
              return link ? <Who key={role} link={link} {...look} /> : null
            })}
          </ul>
          <DemoPeople people={links.filter(({ role }) => role === 'participant')} />
        </div>
        <aside className="dt-stack" aria-label={t('front.begin')}>
          <OwnDialogues base={base} />
          <Begin />
          <Own base={base} />
          <p className="dt-soft">{t('front.demo')}</p>
        </aside>
      </div>
    </QuietPage>
  )
}

/** Each link opens beside this page, so that one can be several people at once. */
function Who({ link, icon, does }: { link: DemoLink; icon: IconName; does: MessageKey }) {
  const t = useT()
  const { name, role, detail, table } = link
  const about = [name, detail, table ? t('front.atTable', { number: table.number }) : null]
  return (
    <li>
      <a
        className={role === 'organiser' ? 'dt-who is-first' : 'dt-who'}
        href={link.url}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name={icon} />
        <span className="dt-who-words">
          <b>{t(`role.${role}`)}</b>
          <small>{about.filter((part) => part !== null).join(', ')}</small>
          <span className="dt-who-does">{t(does)}</span>
        </span>
        <span className="dt-who-go">
          {t('front.open')} <Icon name="next" />
        </span>
      </a>
    </li>
  )
}

/** A plain form: the answer is the organiser's page of a dialogue that was not there before. */
function Own({ base }: { base: string }) {
  const t = useT()
  return (
    <form
      method="post"
      action={`${base}/api/demo/dialogue`}
      target="_blank"
      className="dt-card dt-stack-tight"
      aria-labelledby="own-title"
    >
      <h2 id="own-title">{t('front.own')}</h2>
      <p>{t('front.ownText')}</p>
      <button type="submit" className={buttonClass({ wide: true, iconEnd: true })}>
        <Icon name="next" />
        <span>{t('front.ownGo')}</span>
      </button>
    </form>
  )
}

function Begin() {
  const t = useT()
  return (
    <section className="dt-card dt-stack-tight">
      <h2>{t('front.begin')}</h2>
      <ol className="dt-begin-list">
        <li>{t('front.beginOrganiser')}</li>
        <li>{t('front.beginParticipant')}</li>
        <li>{t('front.beginTalk')}</li>
      </ol>
    </section>
  )
}

function Footer() {
  const t = useT()
  return (
    <>
      <span>{t('front.stop')}</span>
      <span className="dt-with-icon">
        <Icon name="lock" />
        <span>{t('front.here')}</span>
      </span>
    </>
  )
}
