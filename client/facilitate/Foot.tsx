import { useRemembered } from '../tables/remembered.ts'
import { Button } from '../ui/Button.tsx'
import { LanguageMenu, ThemeMenu } from '../ui/Preferences.tsx'
import { useT } from '../ui/text.tsx'
import { HandChimes } from './HandChimes.tsx'
import type { RoomId } from '../../shared/dialogue/model.ts'

/** Language, looks and sounds, out of the way of the work: the foot of the desk and of the organiser's screen. */
export function Foot({ rooms }: { rooms: readonly RoomId[] }) {
  const t = useT()
  const [sounds, setSounds] = useRemembered('sounds', true)
  return (
    <footer className="desk-foot">
      <LanguageMenu />
      <ThemeMenu />
      <Button icon="bell" onPress={() => setSounds(!sounds)}>
        {t(sounds ? 'desk.soundsOn' : 'desk.soundsOff')}
      </Button>
      <HandChimes rooms={rooms} on={sounds} />
    </footer>
  )
}
