import { parseArgs } from 'node:util'
import { createLinks } from './dialogues/links.ts'
import { recover } from './dialogues/recover.ts'
import { errorText } from './kit/errorText.ts'
import { createStore } from './store/connection.ts'

/**
 * An organiser's link for who lost it: `--dialogue ID` for one dialogue, `--new` for a link in place of the old one. Takes the
 * server's settings from the environment, and runs beside it.
 */
const { values } = parseArgs({
  options: { dialogue: { type: 'string' }, new: { type: 'boolean', default: false } },
})

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

async function main(): Promise<void> {
  if (values.new && values.dialogue === undefined)
    throw new Error('Bij --new hoort --dialogue met het nummer van één dialoog.')
  const home = `${new URL(needed('PUBLIC_URL')).origin}${(process.env['BASE_PATH'] ?? '').replace(/\/+$/, '')}`
  const links = createLinks(needed('DT_INSTANCE_KEY'), home)
  const store = await createStore({ url: needed('DATABASE_URL'), connections: 1 })
  try {
    const found = await recover(store, links, { only: values.dialogue, fresh: values.new })
    if (found.length === 0) throw new Error('Er is geen dialoog met een organisator gevonden.')
    for (const { dialogue, title, name, url } of found)
      process.stdout.write(`${title} (${dialogue})\n  ${name}  ${url}\n`)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`)
  process.exitCode = 1
})
