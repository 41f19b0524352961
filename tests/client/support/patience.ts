import { configure } from '@testing-library/dom'

/** A busy machine may take its time to draw; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })

/** A browser that gives pages no devices is a case of its own; people's own do. */
if (typeof window !== 'undefined' && !navigator.mediaDevices) {
  const devices = Object.assign(new EventTarget(), {
    getUserMedia: () => Promise.reject(new Error('nobody asks for a device here')),
    enumerateDevices: () => Promise.resolve([]),
  })
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true })
}
