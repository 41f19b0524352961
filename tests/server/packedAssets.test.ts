import express from 'express'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packedAssets } from '../../server/http/packedAssets.ts'

const SCRIPT = 'console.info("gelijkwaardig")\n'.repeat(100)

/** As a browser asks that takes these forms. */
const asked = (url: string, accepts: string) =>
  new Promise<{ headers: Record<string, unknown>; length: number }>((resolve) => {
    get(url, { headers: { 'accept-encoding': accepts } }, (res) => {
      let length = 0
      res.on('data', (part: Buffer) => (length += part.length))
      res.on('end', () => resolve({ headers: res.headers, length }))
    })
  })

test('a browser gets the packed file where there is one that it takes, under the type of the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dialoogtafel-packed-'))
  const small = gzipSync(SCRIPT)
  writeFileSync(join(folder, 'a.js'), SCRIPT)
  writeFileSync(join(folder, 'a.js.gz'), small)
  writeFileSync(join(folder, 'b.js'), SCRIPT)
  const app = express().use('/assets', packedAssets(folder), express.static(folder, { index: false }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`

  const packed = await asked(`${at}/a.js`, 'gzip, br')
  expect(packed.length).toBe(small.length)
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  })
  const plain = await asked(`${at}/a.js`, 'identity')
  expect([plain.length, plain.headers['content-encoding']]).toEqual([SCRIPT.length, undefined])
  expect(plain.headers['vary']).toBe('Accept-Encoding')
  expect((await asked(`${at}/b.js`, 'gzip')).length).toBe(SCRIPT.length)
  server.close()
  rmSync(folder, { recursive: true })
})
