import { parseArgs } from 'node:util'
import { putBack } from './keeping/backup.ts'
import { command, databaseUrl, named, say } from './keeping/command.ts'
import { foundIn } from './keeping/words.ts'
import { ForTheAdministrator } from './kit/forTheAdministrator.ts'

/** Puts a copy back: the file, and `--replace` where the database is not empty. The app must not run. */
command(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new ForTheAdministrator('Noem één bestand: npm run restore -- BESTAND')
  const found = await putBack(databaseUrl(), named(file), values.replace)
  say(`${file} is teruggezet.`, ...foundIn(found))
  if (found.wrong.length > 0) process.exitCode = 1
})
