import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const words = async () => (await import('../../../shared/messages/devices.ts')).devices

/** Where there is more than one to choose from. */
export const DeviceMenu = later(async () => (await withWords(import('./DeviceMenu.tsx'), words())).DeviceMenu)
/** When something was plugged in. */
export const DeviceOffer = later(
  async () => (await withWords(import('./DeviceOffer.tsx'), words())).DeviceOffer,
)
/** When the loudspeaker of one's choice was unplugged. */
export const SpeakerGone = later(
  async () => (await withWords(import('./SpeakerGone.tsx'), words())).SpeakerGone,
)
/** In a browser that gives no devices to pages. */
export const OpenElsewhere = later(
  async () => (await withWords(import('./OpenElsewhere.tsx'), words())).OpenElsewhere,
)
/** From the menu of a room. */
export const loadDevicesDialog = async () =>
  (await withWords(import('./DevicesDialog.tsx'), words())).DevicesDialog
