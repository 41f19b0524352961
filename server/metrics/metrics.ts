import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Role } from '../../shared/dialogue/model.ts'
import type { Counts } from '../kit/counts.ts'
import type { PoolLoad } from '../store/store.ts'

/** What is looked up when somebody asks for the figures. */
export interface Watched {
  sessions(): number
  connected(): ReadonlyMap<Role, number>
  pool(): PoolLoad
  mediaAvailable(): boolean
  unsound(): number
}

export interface Metrics {
  counts: Counts
  watch(watched: Watched): void
  /** In Prometheus' own form. */
  text(): Promise<string>
  contentType: string
}

const COMMAND_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
const SAVED_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30]

/** Figures of this process; of the process itself (event loop, memory) under the names that every dashboard knows. */
export function createMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return {
    counts: countsIn(register),
    watch: watchIn(register),
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}

function countsIn(register: Registry): Counts {
  const registers = [register]
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `dialoogtafel_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name: `dialoogtafel_${name}`, help, buckets, labelNames, registers })

  const commands = histogram('command_seconds', 'From a command to its answer.', COMMAND_SECONDS, 'command')
  const refused = counter('refused_total', 'Commands and questions that were refused.', 'code')
  const events = counter('events_total', 'Events appended to the logs.')
  const sent = counter('frames_sent_total', 'Frames to devices over the control channel.', 'kind')
  const frames = counter('document_frames_total', 'Frames that came in for texts.', 'kind')
  const saved = histogram('saved_seconds', 'From a change of a text to "saved".', SAVED_SECONDS)
  const gaps = counter('listener_gaps_total', 'Times that a room stopped being measured.')
  return {
    command: (command, seconds) => commands.observe({ command }, seconds),
    refused: (code) => refused.inc({ code }),
    events: (count) => events.inc(count),
    sent: (kind) => sent.inc({ kind }),
    documentFrame: (kind) => frames.inc({ kind }),
    saved: (seconds) => saved.observe(seconds),
    gap: () => gaps.inc(),
  }
}

/** A figure that is looked up when it is asked for: one number, or one for each kind. */
function gauge(
  register: Registry,
  name: string,
  help: string,
  values: () => Iterable<[string, number]>,
  label = 'kind',
) {
  return new Gauge({
    name: `dialoogtafel_${name}`,
    help,
    labelNames: [label],
    registers: [register],
    collect() {
      this.reset()
      for (const [kind, value] of values()) this.set(kind === '' ? {} : { [label]: kind }, value)
    },
  })
}
const alone = (value: number): [string, number][] => [['', value]]

const watchIn =
  (register: Registry) =>
  ({ sessions, connected, pool, mediaAvailable, unsound }: Watched): void => {
    gauge(register, 'sessions_open', 'Sessions that are open in this process.', () => alone(sessions()))
    gauge(register, 'people_connected', 'People with a device that is in, by role.', connected, 'role')
    gauge(
      register,
      'database_connections',
      'Connections to the database, and who waits for one.',
      () => Object.entries(pool()),
      'state',
    )
    gauge(register, 'media_available', 'Whether the media server answers.', () =>
      alone(Number(mediaAvailable())),
    )
    gauge(register, 'unsound', 'Logs and texts that did not fit when last looked through.', () =>
      alone(unsound()),
    )
  }
