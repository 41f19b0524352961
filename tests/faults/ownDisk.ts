import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small disk with a file system of its own, kept in a file. */
export interface OwnDisk {
  dir: string
  /** All that was written so far is on it, as after a while it would be. */
  settle(): void
  /** Takes all room but so many bytes. */
  fill(leaveBytes: number): void
  clear(): void
  /** The disk as it would be found had the power gone now: what was not synced may be missing. One of its own, to be removed too. */
  found(): OwnDisk
  remove(): void
}

const run = (program: string, ...args: string[]) => void execFileSync(program, args, { stdio: 'ignore' })

/** Null where this system or this user cannot make one: it takes root, and a kernel that mounts files. */
export function makeDisk(mb: number): OwnDisk | null {
  try {
    return mounted((image) => {
      writeFileSync(image, '')
      run('truncate', '-s', `${mb}M`, image)
      run('mkfs.ext4', '-q', '-F', '-m', '0', image)
    })
  } catch {
    return null
  }
}

function mounted(make: (image: string) => void): OwnDisk {
  const home = mkdtempSync(join(tmpdir(), 'dialoogtafel-disk-'))
  const [image, dir] = [join(home, 'image'), join(home, 'disk')]
  try {
    mkdirSync(dir)
    make(image)
    run('mount', '-o', 'loop', image, dir)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
  // the database runs as a user of its own
  for (const folder of [home, dir]) chmodSync(folder, 0o755)
  const ballast = join(dir, 'ballast')
  return {
    dir,
    settle: () => run('sync', '-f', dir),
    fill(leaveBytes) {
      const { bavail, bsize } = statfsSync(dir)
      run('fallocate', '-l', String(bavail * bsize - leaveBytes), ballast)
    },
    clear: () => rmSync(ballast, { force: true }),
    found: () => mounted((copy) => copyFileSync(image, copy)),
    remove() {
      run('umount', dir)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
