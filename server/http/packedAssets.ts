import { readdirSync } from 'node:fs'
import { extname } from 'node:path'
import type { RequestHandler } from 'express'

const FORMS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/**
 * The build lays each large file there packed as well (`vite.config.ts`); a browser that takes it packed gets it so, whatever stands in
 * front of us. On a weak line that is a third of the wait. To be followed by what serves the folder.
 */
export function packedAssets(folder: string): RequestHandler {
  const files = new Set(filesIn(folder))
  return (req, res, next) => {
    const file = req.path.slice(1)
    const form = FORMS.find(([name, end]) => files.has(file + end) && req.acceptsEncodings(name))
    if (FORMS.some(([, end]) => files.has(file + end))) res.vary('Accept-Encoding')
    if (form) {
      const [name, end] = form
      req.url = `/${file}${end}`
      res.type(extname(file)).setHeader('Content-Encoding', name)
    }
    next()
  }
}

/** A server may start before the client was built, as in tests of its own. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
