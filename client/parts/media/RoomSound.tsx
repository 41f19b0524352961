import { useEffect, useRef } from 'react'
import { useSpeaker, useTracks } from '../../hooks/useMedia.ts'
import type { Sound } from '../../core/media/connection.ts'

/** Plays everybody who may be heard. Keep it mounted above the rooms, so that a change of screen never cuts the sound. */
export function RoomSound() {
  const sounds = useTracks((tracks) => tracks.sounds)
  return sounds.map((sound) => <Player key={sound.key} sound={sound} />)
}

function Player({ sound: { track } }: { sound: Sound }) {
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

  return <audio ref={element} autoPlay />
}
