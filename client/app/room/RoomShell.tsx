import { Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { HelpButton } from '../../parts/help/HelpButton.tsx'
import { HelperBanner } from '../../parts/help/HelperBanner.tsx'
import { isTyping } from '../../parts/floor/keys.ts'
import { later } from '../../parts/ui/later.tsx'
import { Button, type ButtonProps } from '../../parts/ui/Button.tsx'
import { Icon, Mark, type IconName } from '../../parts/ui/Icon.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { useRemembered } from '../../parts/ui/remembered.ts'
import type { Ahead } from '../../parts/ui/useOpening.ts'
import { useT } from '../../parts/ui/text.tsx'
import { useAtLeast } from '../shell/useAtLeast.ts'
import './shell.css'

const HelpPanel = later(async () => (await import('../../parts/help/HelpPanel.tsx')).HelpPanel)

type Tab = 'talk' | 'texts' | 'help'

/** Texts beside the talk: the table's agreement, or all of them to read. */
export interface Texts {
  kind: 'agreement' | 'agreements'
  content: ReactNode
}

/**
 * The frame of every room: bar, sentence of state, talk, texts, dock. From 71em side by side, below it in tabs of which each
 * is a `main` of its own; only the middle scrolls. The parts keep their place whatever happens in them.
 */
export function RoomShell(props: {
  title: string
  badge?: ReactNode
  /** What the talk is about now, in the organiser's words. */
  item: string | null
  facts: { icon: IconName; text: string; short?: string }[]
  state: ReactNode
  notice?: ReactNode
  talk: ReactNode
  /** The talk has a text of its own now: others stay closed beside it until they are asked for. */
  whole: boolean
  /** Something in the talk waits for this person: its tab comes forward. */
  asked: boolean
  /** Something in the texts does. */
  textsAsked: boolean
  texts: Texts | null
  dock: ReactNode
  leave: Ahead & Pick<ButtonProps, 'onPress'>
}) {
  const t = useT()
  const wide = useAtLeast('71em')
  const [tab, setTab] = useState<Tab>('talk')
  const { texts } = props
  const kind = texts?.kind ?? 'agreement'
  const [open, setOpen] = useRemembered(
    props.whole ? `${kind}InRound` : kind,
    !props.whole && texts?.kind === 'agreement',
  )
  useForward(props.asked, () => setTab('talk'))
  useForward(props.textsAsked && texts !== null, () => {
    setTab('texts')
    setOpen(true)
  })
  const shown = texts === null && tab === 'texts' ? 'talk' : tab
  const beside = wide && texts !== null && open
  return (
    <div className={beside ? 'dt-room has-texts' : 'dt-room'} data-tab={wide ? 'talk' : shown}>
      <SkipLink />
      <TopBar {...props} wide={wide} textsOpen={open} onTexts={() => setOpen(!open)} />
      {props.state}
      {shown === 'help' && !wide ? null : <HelperBanner onRead={wide ? null : () => setTab('help')} />}
      {props.notice}
      <Part
        name="talk"
        isMain={wide || shown === 'talk'}
        shown={wide || shown === 'talk'}
        label={t('tabs.talk')}
      >
        {props.talk}
      </Part>
      {texts ? (
        <Part
          name="texts"
          isMain={!wide && shown === 'texts'}
          shown={wide ? open : shown === 'texts'}
          label={t(`room.${texts.kind}`)}
        >
          {texts.content}
        </Part>
      ) : null}
      {!wide && shown === 'help' ? (
        <Part name="help" isMain shown label={t('tabs.help')}>
          <Suspense fallback={null}>
            <HelpPanel />
          </Suspense>
        </Part>
      ) : null}
      {props.dock}
      {wide ? null : <TabBar tab={shown} texts={texts} onTab={setTab} />}
    </div>
  )
}

/** Once for every time somebody is asked; whoever is typing stays where they are. */
function useForward(asked: boolean, bring: () => void): void {
  const forward = useEffectEvent(bring)
  useEffect(() => {
    if (asked && !isTyping()) forward()
  }, [asked])
}

/** A part stays mounted while it is hidden, so that a text under way and a picture are not lost by a change of tab. */
function Part(props: { name: Tab; isMain: boolean; shown: boolean; label: string; children: ReactNode }) {
  return (
    <div
      id={props.isMain ? 'main' : undefined}
      className={`dt-part is-${props.name}`}
      role={props.isMain ? 'main' : 'complementary'}
      aria-label={props.label}
      data-region={props.name}
      // what is only read scrolls by keyboard too
      tabIndex={props.name === 'texts' ? 0 : -1}
      hidden={!props.shown}
    >
      {props.children}
    </div>
  )
}

function TopBar(
  props: Parameters<typeof RoomShell>[0] & { wide: boolean; textsOpen: boolean; onTexts: () => void },
) {
  const t = useT()
  const { texts, textsOpen, wide } = props
  const verb = textsOpen ? 'hide' : 'show'
  return (
    <header className="dt-topbar">
      <Mark size={36} />
      <div className="dt-topbar-place">
        <h1 id="room-title" tabIndex={-1}>
          {props.title}
        </h1>
        {props.badge}
        {props.item === null ? null : (
          <p className="dt-topbar-item">
            <span className="dt-unseen">{t('room.item')} </span>
            <bdi>{props.item}</bdi>
          </p>
        )}
      </div>
      <div className="dt-topbar-facts">
        {props.facts.map((fact) => (
          <span
            key={fact.icon}
            className={fact.short === undefined ? 'dt-topbar-fact dt-wide-only' : 'dt-topbar-fact'}
          >
            <Icon name={fact.icon} />
            <span className="dt-wide-only">{fact.text}</span>
            {fact.short === undefined ? null : <span className="dt-phone-only">{fact.short}</span>}
          </span>
        ))}
      </div>
      <div className="dt-topbar-end">
        {wide && texts ? (
          <Button icon={texts.kind === 'agreement' ? 'pen' : 'list'} onPress={props.onTexts}>
            {t(texts.kind === 'agreement' ? `room.${verb}Agreement` : `room.${verb}Agreements`)}
          </Button>
        ) : null}
        {wide ? <HelpButton /> : null}
        <Button icon="leave" {...props.leave}>
          {t('room.leave')}
        </Button>
      </div>
    </header>
  )
}

const TAB_ICONS = { talk: 'talk', texts: 'pen', help: 'help' } as const

function TabBar({ tab, texts, onTab }: { tab: Tab; texts: Texts | null; onTab: (tab: Tab) => void }) {
  const t = useT()
  const tabs: Tab[] = texts ? ['talk', 'texts', 'help'] : ['talk', 'help']
  return (
    <nav className="dt-tabbar" aria-label={t('tabs.name')} data-region="tabs" tabIndex={-1}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          className="dt-tabbar-tab"
          aria-current={tab === name ? 'page' : undefined}
          onPointerDown={name === 'help' ? () => void HelpPanel.ahead() : undefined}
          onClick={() => onTab(name)}
        >
          <Icon name={TAB_ICONS[name]} />
          <span>{t(name === 'texts' ? `tabs.${texts?.kind ?? 'agreement'}` : `tabs.${name}`)}</span>
        </button>
      ))}
    </nav>
  )
}
