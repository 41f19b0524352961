import { command, databaseUrl, say } from './keeping/command.ts'
import { foundIn } from './keeping/words.ts'
import { openWhole } from './store/whole.ts'

/** Looks through every log and every text: exit code 1 when something in them is not as it was written. */
command(async () => {
  const whole = openWhole(databaseUrl())
  try {
    const found = await whole.inspect()
    say(...foundIn(found))
    if (found.wrong.length > 0) process.exitCode = 1
  } finally {
    await whole.close()
  }
})
