import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Keep a detached process going: when it is gone, start it again where it was.
 * @template {{ alive(): boolean, stop(): Promise<void>, pid: number, startTime: string | null }} T
 * @param {object} how
 * @param {T} how.running
 * @param {(last: T) => Promise<T>} how.restart
 * @param {(running: T) => void} how.onStart
 * @param {(line: string) => void} how.log
 * @param {string} how.name as people read it
 */
export function watch({ running, restart, onStart, log, name }) {
  let current = running
  let stopping = false
  /** @type {Promise<void> | null} */
  let starting = null

  const revive = async () => {
    log(`${name} is weggevallen en wordt opnieuw gestart.`)
    try {
      current = await restart(current)
      onStart(current)
    } catch (error) {
      log(`${name} start nog niet: ${error instanceof Error ? error.message : String(error)}`)
      await sleep(1_000)
    }
  }
  const timer = setInterval(() => {
    if (stopping || starting || current.alive()) return
    starting = revive().finally(() => (starting = null))
  }, 300)

  return {
    async stop() {
      stopping = true
      clearInterval(timer)
      await starting
      await current.stop()
    },
    /** @param {NodeJS.Signals} signal */
    kill(signal) {
      stopping = true
      clearInterval(timer)
      if (current.alive()) process.kill(current.pid, signal)
    },
  }
}
