import { Worker } from 'node:worker_threads'
import { createGate } from './gate.ts'

export type Threaded<T> = { ok: true; value: T } | { ok: false; why: 'time' | 'memory' | 'fault' | 'busy' }

interface Bounds {
  ms: number
  /** Megabytes that the process may grow by. */
  memory: number
}

/** A thread takes over no loader of ours by itself. */
function loading(): string {
  const hooks = JSON.stringify(new URL('./typesAway.mjs', import.meta.url).href)
  return `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module'; register(${hooks})`)}`
}

/** What a thread says when it has come up: from then on its time counts. */
export const BEGUN = 'begun'

/** Each may take a core and half a gigabyte, beside people who are talking; and so many wait for one of them. */
const AT_ONCE = 2
const WAITING = 16
const gate = createGate(AT_ONCE, WAITING)

const WATCH_MS = 100
const MEGABYTE = 1024 * 1024

/**
 * Work that may take long or never end, in a thread of its own that is ended with it. The file says `BEGUN` and then
 * one thing: what came of it. A few at once: the others wait their turn, and too many are not taken. It is named without its ending, for it is run as the caller is: built, or from the source.
 */
export const inThread = <T>(file: URL, given: unknown, bounds: Bounds): Promise<Threaded<T>> =>
  gate.through(() => alone<T>(file, given, bounds)) ?? Promise.resolve({ ok: false, why: 'busy' })

function alone<T>(file: URL, given: unknown, { ms, memory }: Bounds): Promise<Threaded<T>> {
  const kind = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
  const thread = new Worker(new URL(`${file.href}${kind}`), {
    workerData: given,
    execArgv: kind === '.ts' ? ['--import', loading()] : [],
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  })
  const before = process.memoryUsage.rss()
  return new Promise((resolve) => {
    const end = (outcome: Threaded<T>) => {
      clearTimeout(timer)
      clearInterval(watch)
      void thread.terminate()
      resolve(outcome)
    }
    const timer = setTimeout(() => end({ ok: false, why: 'time' }), ms)
    // the limit on the heap leaves out bytes in arrays, which is where unpacked streams go
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory * MEGABYTE) end({ ok: false, why: 'memory' })
    }, WATCH_MS)
    thread.on('message', (said: T | typeof BEGUN) => {
      if (said === BEGUN) timer.refresh()
      else end({ ok: true, value: said })
    })
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end({ ok: false, why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault' }),
    )
    thread.once('exit', () => end({ ok: false, why: 'fault' }))
  })
}
