import { useEffect, useRef } from 'react'
import { asideOf } from '../../../shared/dialogue/aside.ts'
import { useSpeaker, useTracks } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import type { Sound } from '../../core/media/connection.ts'

/** Plays everybody who may be heard. Keep it mounted above the rooms, so that a change of screen never cuts the sound. */
export function RoomSound() {
  const sounds = useTracks((tracks) => tracks.sounds)
  const apart = useSession(({ state, me }) => state !== null && asideOf(state, me) !== null)
  return sounds.map((sound) => <Player key={sound.key} sound={sound} volume={apart ? SOFTER : 1} />)
}

/** While a helper talks to somebody apart, the room sounds so loud. */
const SOFTER = 0.3

export function Player({ sound: { track }, volume = 1 }: { sound: Sound; volume?: number }) {
  const element = useRef<HTMLAudioElement>(null)
  const speaker = useSpeaker()
  useEffect(() => {
    const audio = element.current
    if (!audio) return
    track.attach(audio)
    return () => {
      track.detach(audio)
    }
  }, [track])
  // where it cannot be chosen, or went away, sound comes from where it always does
  useEffect(() => void element.current?.setSinkId?.(speaker).catch(() => undefined), [speaker])
  useEffect(() => {
    if (element.current) element.current.volume = volume
  }, [volume])

  return <audio ref={element} autoPlay />
}
