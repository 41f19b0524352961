import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'

/**
 * `npm run bench -- speaking-time [--json] [--voices DIR] [--only NAME]` · `npm run bench -- floor [--json]` · `npm run bench -- documents`
 * `npm run bench -- soak [--minutes N] [--json]` · `npm run bench -- start [--json]` · `npm run bench -- bytes [--json]`
 * `npm run bench -- rounds [--rounds N] [--json]` · `npm run bench -- walk [--json]` · `npm run bench -- arrivals [--json]`
 * `npm run bench -- control [--people 60,200,500] [--json]`
 * Benchmarks run against the real SFU on loopback; with --json one JSON object is all that stdout gets.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    voices: { type: 'string' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '40' },
    people: { type: 'string', default: '60,200,500' },
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

const benches: Record<string, () => Promise<void>> = {
  async 'speaking-time'() {
    const { printSpeakingTime, speakingTime } = await import('./speakingTime.ts')
    const report = await speakingTime({ folder: values.voices, only: values.only })
    if (values.json) console.log(JSON.stringify(report))
    else printSpeakingTime(report)
  },
  async documents() {
    const { run } = await import('./documents.ts')
    await run(process.argv.slice(3))
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
    const report = await start()
    const { endedDialogues, withNoneMs, withEndedMs, ratio, heapMb } = report
    if (values.json) console.log(JSON.stringify(report))
    else
      console.log(
        `Opening the house: ${withNoneMs} ms with no dialogues, ${withEndedMs} ms with ${endedDialogues} ended ones (${ratio} times, ${heapMb} MB more).`,
      )
  },
  async bytes() {
    const { bytes, printBytes } = await import('./bytes.ts')
    const report = await bytes()
    if (values.json) console.log(JSON.stringify(report))
    else printBytes(report)
  },
  async control() {
    const { control, printControl } = await import('./control.ts')
    const rows = await control(values.people.split(',').map(Number))
    if (values.json) console.log(JSON.stringify(rows))
    else printControl(rows)
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
    const report = await floor()
    const { p50, p95, n } = report.grantToHeardMs
    if (values.json) console.log(JSON.stringify(report))
    else
      console.log(
        `From the grant to the first sound at somebody else: p50 ${p50} ms, p95 ${p95} ms, ${n} turns.`,
      )
  },
}

const bench = benches[positionals[0] ?? '']
if (bench) {
  await bench()
  process.exit(0)
}
console.error(`Which benchmark? One of: ${Object.keys(benches).join(', ')}`)
process.exit(2)
