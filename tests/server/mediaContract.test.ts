import { describe } from 'vitest'
import { createFakeMedia } from '../support/fakeMedia.ts'
import { startMediaWorld } from '../support/media.ts'
import { servesMedia } from '../support/mediaContract.ts'

describe('sound and picture over the real SFU', () =>
  servesMedia(async () => {
    const world = await startMediaWorld()
    return {
      media: world.media,
      away: world.stopSfu,
      back: world.startSfu,
      close: world.close,
    }
  }))

describe('what stands in for the SFU', () =>
  servesMedia(async () => {
    const media = createFakeMedia()
    return {
      media,
      away: async () => media.setAvailable(false),
      back: async () => media.setAvailable(true),
      close: media.close,
    }
  }))
