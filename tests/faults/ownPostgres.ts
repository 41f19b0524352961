import { join } from 'node:path'
import { startPostgres } from '../../server/start/postgres.mjs'
import { familyOf } from '../bench/processor.ts'
import { makeDisk, type OwnDisk } from './ownDisk.ts'
import type { Found } from './row.ts'

/** PostgreSQL on a disk of its own. */
export interface OwnPostgres {
  url: string
  /** All its processes are gone at once. */
  kill(): void
  /** As whoever watches over it does: where it lives it goes on. */
  start(): Promise<void>
  stop(): Promise<void>
}

const DISK_MB = 320

export async function startOn({ dir }: OwnDisk): Promise<OwnPostgres> {
  const dataDir = join(dir, 'pg')
  let running = await startPostgres({ dataDir })
  const { url, port } = running
  return {
    url,
    kill() {
      for (const pid of familyOf(running.pid)) process.kill(pid, 'SIGKILL')
    },
    async start() {
      running = await startPostgres({ dataDir, port })
    },
    stop: () => running.stop(),
  }
}

/** The work on a database with a disk of its own, both of which go again. */
export async function onOwnDisk(
  work: (disk: OwnDisk, postgres: OwnPostgres) => Promise<Found[]>,
): Promise<Found[]> {
  const disk = makeDisk(DISK_MB)
  if (!disk)
    return [{ what: 'left out', target: '-', measured: 'needs root, to mount a disk of its own', met: true }]
  try {
    const postgres = await startOn(disk)
    try {
      return await work(disk, postgres)
    } finally {
      await postgres.stop()
    }
  } finally {
    disk.remove()
  }
}
