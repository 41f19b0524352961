import { expect, test } from 'vitest'
import { BLOCK } from '../../server/media/speech/sound.ts'
import { loadSilero } from '../../server/media/speech/silero.ts'

test('[S8] whoever has sound waiting is answered at once, and so is who was asked about before', async () => {
  const detector = await loadSilero({ gatherMs: 2 ** 30 })
  const patient = detector.voice().chance(new Float32Array(BLOCK))
  const behind = detector.voice().chance(new Float32Array(BLOCK), true)
  for (const chance of await Promise.all([patient, behind])) expect(chance).toBeLessThan(0.5)
})
