import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const STOP_MS = 1_500

/** A listener that is told over its channel what to hear, and ends with it. */
export function launch(): ChildProcess {
  // as this file itself: built, or from the source
  const kind = extname(import.meta.url)
  return fork(fileURLToPath(new URL(`./listener${kind}`, import.meta.url)), {
    execArgv: kind === '.ts' ? ['--import', loader()] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Resolves once it is gone. */
export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    if (child.connected) child.disconnect()
    else child.kill('SIGTERM')
  })
}
