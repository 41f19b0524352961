import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { DeviceCheck } from '../../client/app/join/DeviceCheck.tsx'
import type { Device, Preview } from '../../client/core/media/devices.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

test('while the main button is off, what it waits for is said; then it is not', async () => {
  const client = clientWith({ session: { me: 'riet', state: session() } })
  const device: Device = { track: null, problem: 'none' }
  let open: (preview: Preview) => void = () => undefined
  vi.spyOn(client.media.devices, 'preview').mockReturnValue(new Promise((resolve) => void (open = resolve)))
  renderWith(client, <DeviceCheck canSkip={false} onDone={() => undefined} onRead={null} />)
  const main = screen.getByRole('button', { name: 'Ja, ik zie mezelf' })
  const waits = () => screen.queryByText(/We wachten op uw camera en microfoon/)
  expect([(main as HTMLButtonElement).disabled, waits() !== null]).toEqual([true, true])
  await act(async () => open({ stream: {} as MediaStream, camera: device, microphone: device }))
  expect(waits()).toBeNull()
  expect(screen.getByRole('button', { name: 'Verder, ik luister en lees' })).toHaveProperty('disabled', false)
})
