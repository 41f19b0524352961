import { useEffect, useRef } from 'react'
import { useTracks } from '../../hooks/useMedia.ts'
import type { Sound } from '../../core/media/connection.ts'

/** Plays everybody who may be heard. Keep it mounted above the rooms, so that a change of screen never cuts the sound. */
export function RoomSound() {
  const sounds = useTracks((tracks) => tracks.sounds)
  return sounds.map((sound) => <Player key={sound.key} sound={sound} />)
}

function Player({ sound: { track } }: { sound: Sound }) {
  const element = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const audio = element.current
    if (!audio) return
    track.attach(audio)
    return () => {
      track.detach(audio)
    }
  }, [track])

  return <audio ref={element} autoPlay />
}
