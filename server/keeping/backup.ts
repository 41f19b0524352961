import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'
import { becomeOnlyNode } from '../store/onlyNode.ts'
import { SCHEMA } from '../store/schema.ts'
import type { Soundness } from '../store/store.ts'
import { openWhole, type WholeDatabase } from '../store/whole.ts'
import { findTools, runTool, type Tools } from './tools.ts'

/** Names of roles and what they may do are the other server's own. */
const BARE = ['--no-owner', '--no-privileges']

async function withWhole<T>(
  url: string,
  work: (whole: WholeDatabase, tools: Tools) => Promise<T>,
): Promise<T> {
  const whole = openWhole(url)
  try {
    return await work(whole, findTools(await whole.major()))
  } finally {
    await whole.close()
  }
}

/** To the disk itself, so that a copy that is named is a copy that is there. */
function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * One moment of the database as a file that only its owner may read, while the app works on. Its size in bytes. Nothing is
 * written over, and a copy that was broken off has another name.
 */
export async function backUp(url: string, file: string): Promise<number> {
  if (existsSync(file)) throw new ForTheAdministrator(`${file} bestaat al. Kies een andere naam met --to.`)
  const part = `${file}.${process.pid}.part`
  return withWhole(url, async (whole, tools) => {
    if (await whole.isSetAside())
      throw new ForTheAdministrator(
        'Er wordt een reservekopie teruggezet, of dat is afgebroken. Start de app of herhaal npm run restore; maak daarna een kopie.',
      )
    if (await whole.isEmpty()) throw new ForTheAdministrator('De database is leeg: er is niets te bewaren.')
    try {
      closeSync(openSync(part, 'wx', 0o600))
      await runTool(tools.dump, ['--format=custom', `--schema=${SCHEMA}`, ...BARE, `--file=${part}`], url)
      flush(part)
      renameSync(part, file)
    } finally {
      rmSync(part, { force: true })
    }
    return statSync(file).size
  })
}

/**
 * What stands in the file is the database from now on, and was looked through against its own hashes. A database that is not empty
 * is refused unless `replace`; until the copy is in as a whole it stays as it was. No app can serve from it meanwhile.
 */
export async function putBack(url: string, file: string, replace: boolean): Promise<Soundness> {
  if (!existsSync(file)) throw new ForTheAdministrator(`Het bestand ${file} is er niet.`)
  const place = await becomeOnlyNode(url, () => undefined)
  try {
    return await withWhole(url, async (whole, { restore }) => {
      await whole.bringBack()
      if (!replace && !(await whole.isEmpty()))
        throw new ForTheAdministrator(
          'De database is niet leeg. Met --replace komt de reservekopie in de plaats van wat er staat.',
        )
      await whole.replacing(async () => {
        await runTool(restore, ['--single-transaction', '--exit-on-error', ...BARE, file], url)
        await whole.bringUpToDate()
      })
      return whole.inspect()
    })
  } finally {
    await place.release()
  }
}
