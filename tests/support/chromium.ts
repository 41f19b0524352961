import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
]

/** `CHROMIUM_PATH`, an installed browser, or the one inside the dev dependency, with its own NSS where the system has none. */
async function findChromium(): Promise<{ path: string; libraries: string | null }> {
  const installed = [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path))
  if (installed) return { path: installed, libraries: null }
  const packed = await import('@sparticuz/chromium')
  const path = await packed.default.executablePath()
  if (hasNss()) return { path, libraries: null }
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  return { path, libraries: join(await packed.inflate(join(bin, 'al2023.tar.br')), 'lib') }
}

function hasNss(): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so')
  } catch {
    return false
  }
}

interface BrowserOptions {
  /** A WAV file that its fake microphone plays over and over. */
  voice?: string
  locale?: string
  /** How many pictures a second its fake camera gives. */
  fps?: number
}

/** A browser of its own. */
export async function launchChromium(options: BrowserOptions = {}): Promise<Browser> {
  const { path, libraries } = await findChromium()
  const voice = options.voice ? [`--use-file-for-fake-audio-capture=${options.voice}`] : []
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [...FLAGS, `--use-fake-device-for-media-stream=fps=${options.fps ?? 5}`, ...voice],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } as Record<string, string>,
  })
}
