import { useEffect } from 'react'
import { useAsideMedia, useAsideTracks } from '../../hooks/useAside.ts'
import { Player } from '../media/RoomSound.tsx'

/** Keeps the talk apart going, and plays the other one. Above all screens, so that a change of screen never cuts it. */
export function ApartSound() {
  const aside = useAsideMedia()
  useEffect(() => aside.start(), [aside])
  const sounds = useAsideTracks((tracks) => tracks.sounds)
  return sounds.map((sound) => <Player key={sound.key} sound={sound} />)
}
