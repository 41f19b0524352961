// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What stands in the file itself, and is therefore read before anything in it runs. */
const LOOKING_BEHIND = /(?:^|[=(,:?[!&|]|=>|return)\s*\/(?![*/])[^`'"]*\(\?<[=!]/m

test('no expression looks behind: a Safari before 16.4 would read nothing of the file it stands in', () => {
  const files = ['client', 'shared'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  expect(files.length).toBeGreaterThan(400)
  expect(files.filter((file) => LOOKING_BEHIND.test(readFileSync(file, 'utf8')))).toEqual([])
})
