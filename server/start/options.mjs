import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { Plain } from './process.mjs'

/**
 * @typedef {object} Options
 * @property {number} port the one port people see; 0 for whichever is free
 * @property {string} host
 * @property {string} data folder for everything that has to stay
 * @property {boolean} demo
 * @property {boolean} reset begin with an empty database
 * @property {boolean} json
 * @property {number} voices simulated participants
 * @property {boolean} help
 */

export const USAGE = `Dialoogtafel starten:  npm start -- [opties]

  --port N          poort van de website (3000)
  --host ADRES      adres waarop de website luistert (127.0.0.1: alleen dit apparaat)
  --data MAP        map voor de gegevens (.data in dit project)
  --no-demo         zonder demonstratie
  --with-voices N   met N gespeelde deelnemers die praten (hoogstens 12)
  --reset           wis de gegevens in de map en begin opnieuw
  --json            schrijf één regel JSON zodra alles draait
`

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** @param {string} host */
const isLoopback = (host) => LOOPBACK.has(host) || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * @param {string[]} args
 * @param {string} project folder of the project, for the default of `--data`
 * @returns {Options}
 */
export function readOptions(args, project) {
  /** @type {Options} */
  const options = {
    port: 3000,
    host: '127.0.0.1',
    data: join(project, '.data'),
    demo: true,
    reset: false,
    json: false,
    voices: 0,
    help: false,
  }
  const rest = args.flatMap((arg) => (/^--[a-z-]+=/.test(arg) ? splitOnce(arg) : [arg]))
  while (rest.length > 0) take(options, rest)
  if (options.demo && !isLoopback(options.host))
    throw new Plain(
      `De demonstratie toont alle links en draait daarom alleen op dit apparaat zelf. Gebruik --no-demo bij --host ${options.host}.`,
    )
  return options
}

/** @param {string} arg */
function splitOnce(arg) {
  const at = arg.indexOf('=')
  return [arg.slice(0, at), arg.slice(at + 1)]
}

/**
 * Takes one option off the front.
 * @param {Options} options
 * @param {string[]} rest
 */
function take(options, rest) {
  const name = rest.shift() ?? ''
  const value = () => {
    const given = rest.shift()
    if (given === undefined || given === '') throw new Plain(`Bij ${name} hoort een waarde.\n\n${USAGE}`)
    return given
  }
  if (name === '--port') options.port = whole(name, value(), 0, 65_535)
  else if (name === '--host') options.host = value()
  else if (name === '--data') options.data = resolve(value())
  else if (name === '--with-voices') options.voices = whole(name, value(), 0, 12)
  else if (name === '--no-demo') options.demo = false
  else if (name === '--reset') options.reset = true
  else if (name === '--json') options.json = true
  else if (name === '--help' || name === '-h') options.help = true
  else throw new Plain(`Onbekende optie: ${name}\n\n${USAGE}`)
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
