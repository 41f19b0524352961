/** Three soft tones, a fifth of a second each; `speaker` is the id of the device they come from. Resolves when they have been played. */
export async function playTones(speaker = ''): Promise<void> {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext()
  if (speaker !== '') await context.setSinkId?.(speaker).catch(() => undefined)
  await context.resume()
  const start = context.currentTime + 0.05
  const tones = [392, 494, 587]
  tones.forEach((frequency, index) => {
    const tone = context.createOscillator()
    const volume = context.createGain()
    const at = start + index * 0.3
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.25, at + 0.04)
    volume.gain.linearRampToValueAtTime(0, at + 0.24)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + 0.25)
  })
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await context.close()
}
