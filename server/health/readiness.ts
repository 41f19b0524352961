import { within } from '../kit/within.ts'
import type { Condition } from '../store/store.ts'
import { freeBytes } from './disk.ts'

/** One thing that is not as it should be, in words for whoever looks after the machine. */
export interface Finding {
  part: 'database' | 'migrations' | 'media' | 'disk' | 'clock' | 'ports' | 'log'
  text: string
}

export interface Readiness {
  ready: boolean
  /** Without these no dialogue can be held as promised. */
  missing: Finding[]
  /** Everything works, and somebody should look at it. */
  notes: Finding[]
}

export interface ReadinessInput {
  condition(): Promise<Condition>
  mediaAvailable(): boolean
  /** How many logs and texts were found altered, the last time somebody looked. */
  unsound(): number
  /** Where the database's files are, when they are on this machine. */
  data: string | undefined
}

/** Whoever asks in between hears the same: the address is open to everybody. */
const FRESH_MS = 1_000
const PATIENCE_MS = 2_500
/** PostgreSQL writes ahead in files of 16 MB; below this it may stop at any moment. */
const DISK_FULL = 100_000_000
const DISK_LOW = 1_000_000_000
const CLOCK_MS = 1_000

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`

function ofDatabase({ durable, missing, unknown }: Condition): Finding[] {
  const database: Finding = {
    part: 'database',
    text: 'De database zegt "bewaard" voordat dat zo is: fsync of synchronous_commit staat uit.',
  }
  const steps: Finding = {
    part: 'migrations',
    text: `De tabellen passen niet bij deze uitgave (${[...missing, ...unknown].join(', ')}). Start de app opnieuw.`,
  }
  return [...(durable ? [] : [database]), ...(missing.length + unknown.length > 0 ? [steps] : [])]
}

const ofClock = ({ aheadMs }: Condition): Finding[] =>
  Math.abs(aheadMs) <= CLOCK_MS
    ? []
    : [
        {
          part: 'clock',
          text: `De klok van de database loopt ${Math.abs(Math.round(aheadMs / 100) / 10)} seconden ${aheadMs > 0 ? 'voor' : 'achter'} op die van de app. Zet op beide machines de tijd gelijk (NTP).`,
        },
      ]

const ofLogs = (count: number): Finding[] =>
  count === 0
    ? []
    : [
        {
          part: 'log',
          text: `Van ${count} logboeken of teksten klopt niet meer wat er staat. Welke dat zijn, zegt: npm run verify`,
        },
      ]

const diskText = (free: number): string =>
  `Op de schijf van de gegevens is nog ${inMegabytes(free)} vrij. Maak ruimte.`

/** What is missing now, asked of the parts themselves. */
export function createReadiness({
  condition,
  mediaAvailable,
  unsound,
  data,
}: ReadinessInput): () => Promise<Readiness> {
  const NO_DATABASE: Finding = {
    part: 'database',
    text: 'De database antwoordt niet. Niets wordt bewaard tot die er weer is.',
  }
  const NO_MEDIA: Finding = {
    part: 'media',
    text: 'De mediaserver antwoordt niet. Er is geen geluid en beeld; tekst en beurten gaan door.',
  }

  async function look(): Promise<Readiness> {
    const [found, free] = await Promise.all([
      within(condition(), PATIENCE_MS, 'the database').catch(() => null),
      data === undefined ? null : freeBytes(data),
    ])
    const disk: Finding[] = free !== null && free < DISK_LOW ? [{ part: 'disk', text: diskText(free) }] : []
    const full = free !== null && free < DISK_FULL
    const missing = [
      ...(found ? ofDatabase(found) : [NO_DATABASE]),
      ...(mediaAvailable() ? [] : [NO_MEDIA]),
      ...(full ? disk : []),
    ]
    return {
      ready: missing.length === 0,
      missing,
      notes: [...(found ? ofClock(found) : []), ...(full ? [] : disk), ...ofLogs(unsound())],
    }
  }

  let last: { at: number; found: Promise<Readiness> } | null = null
  return () => {
    const at = performance.now()
    if (!last || at - last.at > FRESH_MS) last = { at, found: look() }
    return last.found
  }
}
