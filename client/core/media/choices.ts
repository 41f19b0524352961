import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Kind } from './held.ts'

export const PARTS = ['microphone', 'camera', 'speaker'] as const
/** What one can choose a device for. */
export type DevicePart = (typeof PARTS)[number]

/** A device as the browser names it. Ids change in some browsers, and names do not. */
export interface DeviceChoice {
  id: string
  label: string
}

/** A device that was plugged in and is not used: its parts, and what to call it. */
export interface Offer {
  what: 'headset' | DevicePart
  parts: Partial<Record<DevicePart, DeviceChoice>>
}

export interface Choices {
  lists: Record<DevicePart, DeviceChoice[]>
  chosen: Record<DevicePart, DeviceChoice | null>
  offered: Offer | null
  /** The chosen loudspeaker went away: until it is back, sound comes from where the browser lets it. */
  speakerGone: boolean
}

export interface DeviceChoices {
  store: StoreApi<Choices>
  /** Looks what there is now. Names are there only once a device was opened. */
  look(): Promise<void>
  choose(part: DevicePart, choice: DeviceChoice): void
  /** The chosen device, if it is there now; null lets the browser choose. */
  idOf(part: DevicePart): string | null
  /** The answer to an offer was no, or is being carried out. */
  putAside(): void
  /** That the loudspeaker went away has been read. */
  readGone(): void
  /** Follows what is plugged, until the returned function is called. */
  watch(): () => void
}

const KINDS = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' } as const
const keyOf = (part: DevicePart): string => `dt.device.${part}`

/** What this device has for sound and picture, and what its person chose of it, remembered on the device. */
export function createChoices(): DeviceChoices {
  const store = createStore<Choices>()(() => ({
    lists: { microphone: [], camera: [], speaker: [] },
    chosen: { microphone: read('microphone'), camera: read('camera'), speaker: read('speaker') },
    offered: null,
    speakerGone: false,
  }))
  let looked = false

  async function look(): Promise<void> {
    const found = await navigator.mediaDevices?.enumerateDevices?.().catch(() => null)
    if (!found) return
    const before = store.getState().lists
    const lists = listsOf(found)
    const { offered: last, chosen, speakerGone } = store.getState()
    const offered = looked ? offerOf(before, lists, chosen) : null
    looked = PARTS.some((part) => lists[part].length > 0)
    // names that are withheld again say nothing of what is plugged
    const known = looked || found.length === 0
    const has = ({ speaker }: Choices['lists']) => findIn(speaker, chosen.speaker) !== null
    store.setState({
      lists,
      offered: offered ?? (last && isThere(last, lists) ? last : null),
      speakerGone: known && !has(lists) && (speakerGone || has(before)),
    })
  }

  return {
    store,
    look,
    choose(part, choice) {
      store.setState({ chosen: { ...store.getState().chosen, [part]: choice } })
      if (part === 'speaker') store.setState({ speakerGone: false })
      write(part, choice)
    },
    idOf(part) {
      const { lists, chosen } = store.getState()
      return findIn(lists[part], chosen[part])?.id ?? null
    },
    putAside: () => store.setState({ offered: null }),
    readGone: () => store.setState({ speakerGone: false }),
    watch() {
      const { mediaDevices } = navigator
      mediaDevices?.addEventListener('devicechange', look)
      void look()
      return () => mediaDevices?.removeEventListener('devicechange', look)
    },
  }
}

/** By its id, else by its name: the id may be another one since the page was loaded. */
export const findIn = (list: readonly DeviceChoice[], wanted: DeviceChoice | null): DeviceChoice | null =>
  wanted &&
  (list.find(({ id }) => id === wanted.id) ?? list.find(({ label }) => label === wanted.label) ?? null)

/** "Default" is no device, it points at one. Without a name there is nothing to choose by. */
function listsOf(found: readonly MediaDeviceInfo[]): Choices['lists'] {
  const lists: Choices['lists'] = { microphone: [], camera: [], speaker: [] }
  for (const { kind, deviceId: id, label } of found) {
    if (label === '' || id === 'default' || id === 'communications') continue
    lists[KINDS[kind]].push({ id, label })
  }
  return lists
}

/**
 * What was not there before. Nothing is an offer while nothing had a name yet, nor is a loudspeaker that was chosen and is back: sound comes
 * from it already.
 */
function offerOf(before: Choices['lists'], now: Choices['lists'], chosen: Choices['chosen']): Offer | null {
  const parts: Offer['parts'] = {}
  for (const part of PARTS) {
    if (before[part].length === 0 && part !== 'speaker') continue
    const [added] = now[part].filter((each) => findIn(before[part], each) === null)
    if (added) parts[part] = added
  }
  const { microphone, speaker, camera } = parts
  if (microphone && speaker) return { what: 'headset', parts: { microphone, speaker } }
  if (microphone) return { what: 'microphone', parts: { microphone } }
  if (speaker && !findIn([speaker], chosen.speaker)) return { what: 'speaker', parts: { speaker } }
  return camera ? { what: 'camera', parts: { camera } } : null
}

const isThere = ({ parts }: Offer, lists: Choices['lists']): boolean =>
  PARTS.every((part) => !parts[part] || findIn(lists[part], parts[part]) !== null)

/** What is asked of the browser for this part. */
export const constraintOf = (choices: DeviceChoices, kind: Kind): MediaTrackConstraints => {
  const id = choices.idOf(kind)
  return id === null ? {} : { deviceId: { exact: id } }
}

function read(part: DevicePart): DeviceChoice | null {
  try {
    const text = localStorage.getItem(keyOf(part))
    return text === null ? null : (JSON.parse(text) as DeviceChoice)
  } catch {
    return null
  }
}

function write(part: DevicePart, choice: DeviceChoice): void {
  try {
    localStorage.setItem(keyOf(part), JSON.stringify(choice))
  } catch {
    // refused: it lasts as long as the page
  }
}
