import { parseArgs } from 'node:util'
import { backUp } from './keeping/backup.ts'
import { command, databaseUrl, named, say } from './keeping/command.ts'

/** A copy of the database: `--to FILE`, or a name with the time in the folder one is in. */
command(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const now = new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '')
  const file = named(values.to ?? `dialoogtafel-${now}.dump`)
  const bytes = await backUp(databaseUrl(), file)
  say(
    `Reservekopie: ${file} (${Math.ceil(bytes / 1_000_000)} MB).`,
    'Er staan namen en teksten van mensen in. Bewaar het bestand net zo veilig als de database.',
    'DT_INSTANCE_KEY staat er niet in. Bewaar die apart: zonder die sleutel werkt geen enkele link.',
  )
})
