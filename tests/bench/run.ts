import { parseArgs } from 'node:util'
import { floor } from './floor.ts'
import { printSpeakingTime, speakingTime } from './speakingTime.ts'

/**
 * `npm run bench -- speaking-time [--json] [--voices DIR]` · `npm run bench -- floor [--json]`
 * Benchmarks run against the real SFU on loopback; with --json one JSON object is all that stdout gets.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, voices: { type: 'string' } },
})

const benches: Record<string, () => Promise<void>> = {
  async 'speaking-time'() {
    const report = await speakingTime(values.voices)
    if (values.json) console.log(JSON.stringify(report))
    else printSpeakingTime(report)
  },
  async floor() {
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
