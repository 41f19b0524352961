import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFree, Plain } from './process.mjs'

const NODE = [20, 19]
/** Room for the packages, the build and a database that grows. */
const DISK_BYTES = 1_000_000_000

/**
 * What would fail later on is said now, in words.
 * @param {import('./options.mjs').Options} options
 */
export function preflight(options) {
  checkNode()
  checkServices(options)
  checkFolder(options.data)
}

/**
 * After servers left over from a killed start have been ended: they would hold the port.
 * @param {import('./options.mjs').Options} options
 */
export async function checkPort({ port, host }) {
  if (await isFree(port, host)) return
  throw new Plain(
    `Poort ${port} is bezet door een ander programma, of mag niet worden gebruikt. Kies een andere met --port, bijvoorbeeld --port ${port + 1}.`,
  )
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Plain(
    `Node ${process.versions.node} is te oud. Installeer Node ${NODE.join('.')} of nieuwer: https://nodejs.org`,
  )
}

/** @param {import('./options.mjs').Options} options */
function checkServices({ reset }) {
  const { DATABASE_URL, LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env
  if (LIVEKIT_URL && !(LIVEKIT_API_KEY && LIVEKIT_API_SECRET))
    throw new Plain('Bij LIVEKIT_URL horen ook LIVEKIT_API_KEY en LIVEKIT_API_SECRET.')
  if (DATABASE_URL && reset)
    throw new Plain('--reset wist alleen de eigen database. Bij DATABASE_URL leegt u die database zelf.')
}

/** @param {string} folder */
function checkFolder(folder) {
  try {
    for (const part of [folder, join(folder, 'postgres'), join(folder, 'sfu')]) checkWay(part)
    makeFolder(folder)
    // only writing shows it: root is told that it may, and then it does not work
    const probe = join(folder, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    if (error instanceof Plain) throw error
    throw new Plain(`In de map ${folder} kan niet worden geschreven. Kies een andere met --data.`)
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < DISK_BYTES)
    throw new Plain(
      `Op de schijf van ${folder} is te weinig ruimte: ${Math.round((bavail * bsize) / 1e6)} MB vrij, ${DISK_BYTES / 1e6} MB nodig.`,
    )
}

/**
 * A file where a folder should be.
 * @param {string} folder
 */
function checkWay(folder) {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  if (statSync(at).isDirectory()) return
  throw new Plain(
    `De map ${folder} kan niet worden gemaakt: ${at} is geen map. Kies een andere map met --data.`,
  )
}

/**
 * Folder by folder: Node's own `recursive` never ends below /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // another start may have been first
    if (!existsSync(folder)) throw error
  }
}
