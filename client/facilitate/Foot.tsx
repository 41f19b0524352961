import type { RoomId } from '../../shared/dialogue/model.ts'
import { LanguageMenu, SecondSentenceMenu, SoundMenu, ThemeMenu } from '../ui/Preferences.tsx'
import { HandChimes } from './HandChimes.tsx'

/** Language, looks and sounds, out of the way of the work: the foot of the desk and of the organiser's screen. */
export function Foot({ rooms }: { rooms: readonly RoomId[] }) {
  return (
    <footer className="desk-foot">
      <LanguageMenu />
      <SecondSentenceMenu />
      <ThemeMenu />
      <SoundMenu />
      <HandChimes rooms={rooms} />
    </footer>
  )
}
