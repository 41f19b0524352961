import { useEffect, useRef } from 'react'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { useMedia, useTracks } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'

/** A person's picture, or nothing when there is none: the tile then shows its own quiet face. One's own picture is mirrored. */
export function PersonVideo({ person, className }: { person: PersonId; className?: string }) {
  const { devices } = useDialogue().media
  const mine = useSession((session) => session.me === person)
  const track = useTracks((tracks) => tracks.pictures[person])
  const cameraOn = useMedia((media) => media.wantsCamera)
  const own = mine && cameraOn ? devices.open('camera') : null
  const element = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    const video = element.current
    if (!video) return
    if (own) {
      video.srcObject = new MediaStream([own])
      return () => {
        video.srcObject = null
      }
    }
    track?.attach(video)
    return () => {
      track?.detach(video)
    }
  }, [own, track])

  if (!own && !track) return null
  return (
    <video
      ref={element}
      className={className}
      style={mine ? { transform: 'scaleX(-1)' } : undefined}
      muted
      autoPlay
      playsInline
      aria-hidden="true"
    />
  )
}
