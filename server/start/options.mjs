import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Plain } from './process.mjs'

/**
 * @typedef {object} Options
 * @property {number} port the one port people see; 0 for whichever is free
 * @property {string} host
 * @property {string} data folder for everything that has to stay
 * @property {boolean} demo
 * @property {boolean} firstSession the demonstration begins with its first session
 * @property {boolean} reset begin with an empty database
 * @property {boolean} json
 * @property {number} voices simulated participants
 * @property {number} nodes app servers beside one another
 * @property {boolean} help
 */

export const USAGE = `Dialoogtafel starten:  npm start -- [opties]

  --port N          poort van de website (3000)
  --host ADRES      adres waarop de website luistert (127.0.0.1: alleen dit apparaat)
  --data MAP        map voor de gegevens (.data in dit project)
  --no-demo         zonder demonstratie
  --first-session   demonstratie vanaf de eerste bijeenkomst, zonder afspraken
  --with-voices N   met N gespeelde deelnemers die praten (hoogstens 12)
  --nodes N         met N servers naast elkaar op één database (hoogstens 4)
  --reset           wis de gegevens in de map en begin opnieuw
  --json            schrijf één regel JSON zodra alles draait
`

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** @param {string} host */
const isLoopback = (host) => LOOPBACK.has(host) || (isIP(host) === 4 && host.startsWith('127.'))

const KNOWN = /** @type {const} */ ({
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  'first-session': { type: 'boolean', default: false },
  'with-voices': { type: 'string', default: '0' },
  nodes: { type: 'string', default: '1' },
  reset: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
})

/**
 * @param {string[]} args
 * @param {string} project folder of the project, for the default of `--data`
 * @returns {Options}
 */
export function readOptions(args, project) {
  refuseMistakes(args)
  const { values } = parseArgs({ args, options: KNOWN })
  const { host, reset, json, help, 'no-demo': noDemo, 'first-session': firstSession } = values
  if (!noDemo && !isLoopback(host))
    throw new Plain(
      `De demonstratie toont alle links en draait daarom alleen op dit apparaat zelf. Gebruik --no-demo bij --host ${host}.`,
    )
  return {
    port: whole('--port', values.port, 0, 65_535),
    host,
    data: values.data === undefined ? join(project, '.data') : resolve(values.data),
    demo: !noDemo,
    firstSession,
    reset,
    json,
    voices: whole('--with-voices', values['with-voices'], 0, 12),
    nodes: whole('--nodes', values.nodes, 1, 4),
    help,
  }
}

/** @type {Map<string, string>} */
const TYPES = new Map(Object.entries(KNOWN).map(([name, { type }]) => [name, type]))

/**
 * What Node would refuse in English, in a sentence of ours.
 * @param {string[]} args
 */
function refuseMistakes(args) {
  const { tokens } = parseArgs({ args, options: KNOWN, strict: false, tokens: true })
  const unknown = (/** @type {string} */ given) => new Plain(`Onbekende optie: ${given}\n\n${USAGE}`)
  for (const token of tokens) {
    if (token.kind === 'positional') throw unknown(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const type = TYPES.get(name)
    if (!type || (type === 'boolean' && value !== undefined)) throw unknown(rawName)
    if (type === 'string' && (!value || (!inlineValue && value.startsWith('-'))))
      throw new Plain(`Bij ${rawName} hoort een waarde.\n\n${USAGE}`)
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
function whole(name, text, min, max) {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= min && number <= max) return number
  throw new Plain(`Bij ${name} hoort een getal van ${min} tot ${max}, niet "${text}".`)
}
