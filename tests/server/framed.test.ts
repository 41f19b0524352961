import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../../server/http/access.ts'
import { headers } from '../../server/http/headers.ts'
import type { Outside } from '../../server/http/outside.ts'

const HOST = 'https://gemeente.voorbeeld.nl'
const outside = (frameAncestors: string[]): Outside => ({
  basePath: '',
  publicUrl: 'https://dialoog.voorbeeld.nl',
  sfuUrls: [],
  frameAncestors,
  clientDir: '',
  demo: false,
})

const app = express()
for (const [path, ancestors] of Object.entries({ '/alone': [], '/framed': [HOST] }))
  app.get(path, headers(outside(ancestors)), (_req, res) => {
    signIn(res, outside(ancestors), { person: 'per_1', secret: 'secret', value: 'value' })
    res.end()
  })
const server = app.listen(0, '127.0.0.1')
afterAll(() => void server.close())

async function answered(path: string) {
  const { port } = server.address() as AddressInfo
  const { headers: found } = await fetch(`http://127.0.0.1:${port}${path}`)
  return {
    ancestors: /frame-ancestors ([^;]+)/.exec(found.get('content-security-policy') ?? '')?.[1],
    older: found.get('x-frame-options'),
    cookies: found.getSetCookie(),
  }
}

test('[threat 22] nobody shows us in a frame unless they are listed, and an older browser is told so too', async () => {
  const alone = await answered('/alone')
  expect(alone).toMatchObject({ ancestors: "'none'", older: 'DENY' })
  for (const cookie of alone.cookies) expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
})

test('[threat 22] whoever is listed does, and there the cookie is one of that frame alone', async () => {
  const framed = await answered('/framed')
  expect(framed).toMatchObject({ ancestors: HOST, older: null })
  expect(framed.cookies).toHaveLength(2)
  for (const cookie of framed.cookies) {
    expect(cookie).toMatch(/SameSite=None/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/Partitioned/)
  }
})
