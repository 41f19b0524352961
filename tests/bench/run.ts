import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'

/**
 * `npm run bench -- --all [--json]` · `npm run bench -- --only NAME [--people 60,200,500] [--json]`: what is measured beside a peer
 * (`suite.ts`); the name alone does the same. With more to say by itself:
 * `npm run bench -- speaking-time [--json] [--voices DIR] [--only NAME]` · `npm run bench -- floor [--json]` · `npm run bench -- crash`
 * `npm run bench -- soak [--minutes N] [--json]` · `npm run bench -- start [--json]` · `npm run bench -- bytes [--json]` · `npm run bench -- walk [--json]`
 * `npm run bench -- rounds [--rounds N] [--json]` · `npm run bench -- arrivals [--json]`
 * `npm run bench -- nodes [--people 60,500,2000] [--json]` needs redis-server on PATH; with 60 people it takes a minute or two, and with
 * 2,000 many minutes and more than 2,000 open files in a process (`ulimit -n`); scale takes two
 * minutes.
 * Benchmarks run against the real SFU on loopback; with --json one JSON object is all that stdout gets.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    voices: { type: 'string' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '40' },
    people: { type: 'string' },
  },
})

// Elsewhere the media library writes its own messages to stdout; it decides when it is loaded, so it is loaded after this.
process.env['NODE_ENV'] = 'production'

// Whatever else the machine does should not be measured along; where this is not allowed, `worstLagMs` tells how busy it was.
// Memory does not depend on it, and for an hour nothing else may be held up.
try {
  if (!['soak', 'rounds'].includes(positionals[0] ?? '')) setPriority(-10)
} catch {
  console.error('Running at normal priority.')
}

// the text that each of dozens has open listens for the end of this process
process.setMaxListeners(0)

const told = <T>(report: T, lines: (report: T) => string) =>
  console.log(values.json ? JSON.stringify(report) : lines(report))

const benches: Record<string, () => Promise<void>> = {
  async 'speaking-time'() {
    const { printSpeakingTime, speakingTime } = await import('./speakingTime.ts')
    const report = await speakingTime({ folder: values.voices, only: values.only })
    if (values.json) console.log(JSON.stringify(report))
    else printSpeakingTime(report)
  },
  async crash() {
    const { crash } = await import('./documentsCrash.ts')
    const { inPostgres } = await import('./database.ts')
    console.log(JSON.stringify(await inPostgres(crash)))
  },
  async soak() {
    const { printSoak, soak } = await import('./soak.ts')
    const report = await soak(Number(values.minutes), (line) => console.error(line))
    if (values.json) console.log(JSON.stringify(report))
    else printSoak(report)
  },
  async rounds() {
    const { printRounds, rounds } = await import('./rounds.ts')
    const report = await rounds(Number(values.rounds), (line) => console.error(line))
    if (values.json) console.log(JSON.stringify(report))
    else printRounds(report)
  },
  async start() {
    const { start } = await import('./start.ts')
    told(
      await start(),
      ({ endedDialogues, withNoneMs, withEndedMs, ratio, heapMb }) =>
        `Opening the house: ${withNoneMs} ms with no dialogues, ${withEndedMs} ms with ${endedDialogues} ended ones (${ratio} times, ${heapMb} MB more).`,
    )
  },
  async bytes() {
    const { bytes, printBytes } = await import('./bytes.ts')
    const report = await bytes()
    if (values.json) console.log(JSON.stringify(report))
    else printBytes(report)
  },
  async arrivals() {
    const { arrivals, printArrivals } = await import('./arrivals.ts')
    const report = await arrivals()
    if (values.json) console.log(JSON.stringify(report))
    else printArrivals(report)
  },
  async walk() {
    const { printWalk, walk } = await import('./walk.ts')
    const report = await walk()
    if (values.json) console.log(JSON.stringify(report))
    else printWalk(report)
  },
  async floor() {
    const { floor } = await import('./floor.ts')
    told(
      await floor(),
      ({ grantToHeardMs: { p50, p95, n } }) =>
        `From the grant to the first sound at somebody else: p50 ${p50} ms, p95 ${p95} ms, ${n} turns.`,
    )
  },
}

async function one(name: string): Promise<void> {
  const { SUITE } = await import('./suite.ts')
  const { markdown, reported } = await import('./report.ts')
  const bench = SUITE[name]
  if (!bench) {
    console.error(
      `Which benchmark? One of: ${[...new Set([...Object.keys(SUITE), ...Object.keys(benches)])].join(', ')}`,
    )
    process.exit(2)
  }
  told(await reported(name, () => bench({ people: values.people?.split(',').map(Number) })), markdown)
}

async function everything(): Promise<void> {
  const { all } = await import('./all.ts')
  const { markdown } = await import('./report.ts')
  const { reports, failed } = await all((line) => console.error(line))
  told({ reports, failed }, (found) => found.reports.map(markdown).join('\n'))
  if (failed.length > 0) process.exit(1)
}

const [name = ''] = positionals
if (values.all) await everything()
else await (benches[name] ?? (() => one(name || (values.only ?? ''))))()
process.exit(0)
