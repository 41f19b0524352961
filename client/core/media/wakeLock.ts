/**
 * Keeps the screen of this device from going dark until the returned function is called. A browser lets go of it whenever the page is
 * hidden, so it is asked for again; where there is none, or it is refused, the screen does what it does.
 */
export function keepScreenOn(): () => void {
  let held: WakeLockSentinel | null = null
  let asking = false
  let ended = false

  async function ask(): Promise<void> {
    const isHeld = held !== null && !held.released
    if (ended || asking || isHeld || document.visibilityState !== 'visible') return
    asking = true
    try {
      held = (await navigator.wakeLock?.request('screen')) ?? null
    } catch {
      // a battery that runs low, or a frame that may not
    }
    asking = false
    if (ended) void held?.release()
  }

  const again = () => void ask()
  document.addEventListener('visibilitychange', again)
  again()
  return () => {
    ended = true
    document.removeEventListener('visibilitychange', again)
    void held?.release()
  }
}
