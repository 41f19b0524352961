import { vi } from 'vitest'

/** A track of a device, played by hand. A clone is a track of the same device, that can end by itself. */
export class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live'
  muted = false
  readonly kind: 'audio' | 'video'

  constructor(kind: 'audio' | 'video') {
    super()
    this.kind = kind
  }
  /** By the page: nobody is told. */
  stop(): void {
    this.readyState = 'ended'
  }
  /** By the device: whoever listens is told. */
  goes(): void {
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
  holds(muted: boolean): void {
    this.muted = muted
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'))
  }
  clone(): FakeTrack {
    const clone = new FakeTrack(this.kind)
    clone.readyState = this.readyState
    clone.muted = this.muted
    return clone
  }
}

export const asTrack = (track: FakeTrack): MediaStreamTrack => track as unknown as MediaStreamTrack

/** A browser in which every question for a device is answered at once; gives what was opened, in order. */
export function openDevices({ muted = false } = {}): FakeTrack[] {
  const opened: FakeTrack[] = []
  const mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia: ({ audio }: MediaStreamConstraints) => {
      const track = new FakeTrack(audio ? 'audio' : 'video')
      track.muted = muted
      opened.push(track)
      return Promise.resolve({ getTracks: () => [track] })
    },
  })
  vi.stubGlobal('navigator', { mediaDevices })
  return opened
}
