import { useRoom } from '../../hooks/useRoom.tsx'
import { loadLookBack } from '../meter/loadLookBack.ts'
import { tablesBehind } from '../meter/tablesBehind.ts'
import type { IconName } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuChoice } from '../ui/MenuList.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { useOpening } from '../ui/useOpening.ts'
import { handWays, typeWay } from './handButton.ts'

/** One more thing in the menu, with what it does. */
export interface OwnAction {
  text: string
  icon: IconName
  onPress: () => void
}

const WAYS: Record<'reply' | 'process', { key: MessageKey; icon: IconName }> = {
  reply: { key: 'hand.reply', icon: 'reply' },
  process: { key: 'hand.process', icon: 'compass' },
}

/** "Anders meedoen": everything beside the hand in one menu (F3), and for whoever leads tables the way back through them (S4). */
export function OtherWays({ more }: { more: readonly OwnAction[] }) {
  const t = useT()
  const { Part: LookBackDialog, open, over } = useOpening(loadLookBack)
  const ways = useWays()
  const back = useRoom(({ state, me }) => tablesBehind(state, me).length > 0)
  const actions: OwnAction[] = [
    ...ways,
    ...(back ? [{ text: t('review.title'), icon: 'clock' as const, onPress: open }] : []),
    ...more,
  ]
  const items = actions.map(({ text, icon }): MenuChoice<string> => ({ id: text, text, icon }))
  return (
    <>
      <Menu
        icon="more"
        className="dt-other-ways"
        text={t(ways.length > 0 ? 'ways.title' : 'ways.more')}
        short={ways.length > 0 ? { word: t('ways.short'), below: t('ways.shortBelow') } : undefined}
        items={items}
        onChoose={(chosen) => actions.find(({ text }) => text === chosen)?.onPress()}
      />
      {LookBackDialog ? <LookBackDialog {...over} /> : null}
    </>
  )
}

/** The other kinds of hand, and typing. Without sound typing has a button of its own beside the menu (18). */
function useWays(): OwnAction[] {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const type = useRoom((view) => (view.media.state === 'off' ? null : typeWay(view)))
  const kinds = useRoom(handWays)
  if (busy !== null) return []
  const ways = kinds.map((kind) => ({
    text: t(WAYS[kind].key),
    icon: WAYS[kind].icon,
    onPress: () => void run('raiseHand', { room, kind }),
  }))
  if (!type) return ways
  const { to, kind } = type
  const typing: OwnAction = {
    text: t(to === 'type' ? 'hand.type' : 'hand.speak'),
    icon: to === 'type' ? 'keyboard' : 'microphone',
    onPress: () => void run('raiseHand', { room, kind, typed: to === 'type' }),
  }
  return [typing, ...ways]
}
