import { useEffect, useState } from 'react'
import type { DemoReply } from '../../shared/protocol.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { hasMessage, useT } from '../ui/text.tsx'
import { QuietPage } from './QuietPage.tsx'

type Demo = DemoReply | 'asking' | 'none'

/** The demonstration's first page (21): be somebody. Elsewhere: how one comes in. */
export function FrontPage({ base }: { base: string }) {
  const demo = useDemo(base)
  if (demo === 'asking') return null
  return demo === 'none' ? <PlainFront /> : <DemoFront demo={demo} />
}

function useDemo(base: string): Demo {
  const [demo, setDemo] = useState<Demo>('asking')
  useEffect(() => {
    const ask = async (): Promise<Demo> => {
      const reply = await fetch(`${base}/api/demo`)
      return reply.ok ? ((await reply.json()) as DemoReply) : 'none'
    }
    void ask()
      .catch((): Demo => 'none')
      .then(setDemo)
  }, [base])
  return demo
}

function PlainFront() {
  const t = useT()
  return (
    <QuietPage title={t('front.plainTitle')}>
      <div className="stack">
        <h1>{t('front.plainTitle')}</h1>
        <p className="large">{t('front.plain')}</p>
      </div>
    </QuietPage>
  )
}

function DemoFront({ demo }: { demo: DemoReply }) {
  const t = useT()
  const organiser = demo.links.find((link) => link.role === 'organiser')
  return (
    <QuietPage
      title={t('front.title')}
      className="is-front"
      footer={
        <>
          <span>{t('front.stop')}</span>
          <span className="with-icon">
            <Icon name="lock" />
            <span>{t('front.here')}</span>
          </span>
        </>
      }
    >
      <div className="front">
        <div className="stack">
          <div className="stack-tight">
            <h1>{t('front.title')}</h1>
            <p className="large">{t('front.intro')}</p>
          </div>
          <ul className="whos" aria-label={t('front.people')}>
            {demo.links.map((link) => (
              <Who key={link.url} link={link} />
            ))}
          </ul>
        </div>
        <aside className="stack" aria-label={t('front.own')}>
          {organiser ? (
            <section className="card stack-tight">
              <h2>{t('front.own')}</h2>
              <p>{t('front.ownText')}</p>
              <LinkButton href={organiser.url} icon="next" iconEnd wide>
                {t('front.ownGo')}
              </LinkButton>
            </section>
          ) : null}
          <p className="soft">{t('front.demo')}</p>
        </aside>
      </div>
    </QuietPage>
  )
}

const ICON_OF: Record<string, IconName> = {
  organiser: 'people',
  facilitator: 'compass',
  helper: 'help',
  observer: 'eye',
  interpreter: 'hands',
}

/** Each link opens beside this page, so that one can be several people at once. */
function Who({ link }: { link: DemoReply['links'][number] }) {
  const t = useT()
  const key = `role.${link.role}`
  const role = hasMessage(key) ? t(key) : link.role
  const detail = link.detail ? `${link.name}, ${link.detail}` : link.name
  return (
    <li>
      <a className="who" href={link.url} target="_blank" rel="noreferrer">
        <Icon name={ICON_OF[link.role] ?? 'talk'} />
        <span className="who-words">
          <b>{role}</b>
          <small>{detail}</small>
        </span>
        <span className="who-go">
          {t('front.open')} <Icon name="next" />
        </span>
      </a>
    </li>
  )
}
