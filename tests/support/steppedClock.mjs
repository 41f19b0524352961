import { readFileSync } from 'node:fs'

/**
 * The wall clock of this process is moved by so many ms as a file says, which is read anew at SIGUSR2. What runs on is not moved, as when
 * the clock of a machine is set.
 */
const file = process.env['STEPPED_CLOCK'] ?? ''
const Wall = Date
let ahead = 0
const look = () => (ahead = Number(readFileSync(file, 'utf8')))
const now = () => Wall.now() + ahead

globalThis.Date = new Proxy(Wall, {
  construct: (date, given, as) => Reflect.construct(date, given.length === 0 ? [now()] : given, as),
  get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
})
process.on('SIGUSR2', look)
look()
