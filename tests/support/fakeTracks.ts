import { vi } from 'vitest'

/** A track of a device, played by hand. A clone is a track of the same device, that can end by itself. */
export class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live'
  muted = false
  readonly kind: 'audio' | 'video'
  readonly deviceId: string

  constructor(kind: 'audio' | 'video', deviceId = '') {
    super()
    this.kind = kind
    this.deviceId = deviceId
  }
  getSettings() {
    return { deviceId: this.deviceId }
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
    const clone = new FakeTrack(this.kind, this.deviceId)
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

/** What may be plugged into a device. */
export interface Plugged {
  kind: MediaDeviceKind
  deviceId: string
  label: string
  /** Another program has it. */
  isBusy?: boolean
}

/**
 * A browser with these devices. As in Safari they have names only once one was opened; `plug` changes what there is, and tells.
 */
export function pluggedIn(first: Plugged[], { namesAtOnce = false } = {}) {
  let plugged = first
  let named = namesAtOnce
  const opened: FakeTrack[] = []
  function one(kind: 'audio' | 'video', wanted: MediaTrackConstraints): FakeTrack {
    const { exact } = (wanted.deviceId ?? {}) as { exact?: string }
    const found = plugged.find(
      (each) => each.kind === `${kind}input` && (exact === undefined || each.deviceId === exact),
    )
    if (!found) throw Object.assign(new Error('there is none'), { name: 'NotFoundError' })
    if (found.isBusy) throw Object.assign(new Error('it is in use'), { name: 'NotReadableError' })
    return new FakeTrack(kind, found.deviceId)
  }
  const mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia({ audio, video }: MediaStreamConstraints) {
      const tracks = [
        ...(audio ? [one('audio', audio as MediaTrackConstraints)] : []),
        ...(video ? [one('video', video as MediaTrackConstraints)] : []),
      ]
      named = true
      opened.push(...tracks)
      return { getTracks: () => tracks }
    },
    enumerateDevices: async () =>
      plugged.map(({ kind, deviceId, label }) => ({ kind, deviceId, label: named ? label : '' })),
  })
  vi.stubGlobal('navigator', { mediaDevices })
  return {
    opened,
    plug(next: Plugged[]) {
      plugged = next
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
  }
}
