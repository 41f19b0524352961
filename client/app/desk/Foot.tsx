import type { RoomId } from '../../../shared/dialogue/model.ts'
import { LanguageMenu, SecondSentenceMenu, SoundMenu, ThemeMenu } from '../../parts/ui/Preferences.tsx'
import { HandChimes } from '../../parts/facilitate/HandChimes.tsx'
import { DevicesButton } from '../../parts/media/DevicesButton.tsx'

/** Devices, language, looks and sounds, out of the way of the work: the foot of the desk and of the organiser's screen. */
export function Foot({ rooms }: { rooms: readonly RoomId[] }) {
  return (
    <footer className="dt-desk-foot">
      <DevicesButton />
      <LanguageMenu />
      <SecondSentenceMenu />
      <ThemeMenu />
      <SoundMenu />
      <HandChimes rooms={rooms} />
    </footer>
  )
}
