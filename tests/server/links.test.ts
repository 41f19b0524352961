import { expect, test } from 'vitest'
import type { Boot, LinkRow, MeReply } from '../../shared/protocol.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const { house, database } = ownHouse()

async function invited() {
  const { people, dialogue } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Els', 'facilitator'),
    somebody('Riet'),
  ])
  const { Saskia, Els, Riet } = people
  if (!Saskia || !Els || !Riet) throw new Error('nobody there')
  return {
    dialogue,
    Saskia,
    Els,
    Riet,
    link: { saskia: house.link(Saskia), els: house.link(Els), riet: house.link(Riet) },
  }
}

const press = (link: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
async function bootOf(response: Response): Promise<Boot> {
  const found = /id="dt-boot">([^<]*)</.exec(await response.text())?.[1]
  if (found === undefined) throw new Error('a page without boot data')
  return JSON.parse(found) as Boot
}

test('looking at a link changes nothing, however often a mail program does it', async () => {
  const { link } = await invited()
  for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'GET']) {
    const seen = await fetch(link.els, { method })
    expect(seen.status).toBe(200)
    expect(seen.headers.getSetCookie()).toEqual([])
  }
  expect((await press(link.els)).status).toBe(303)
})

test('the page of a link says who it is for, and that nobody is in yet', async () => {
  const { link } = await invited()
  const boot = await bootOf(await fetch(link.riet))
  expect(boot).toMatchObject({
    page: 'link',
    link: { name: 'Riet', title: 'Proef', inUse: false, canRename: true },
  })
})

test('the page says its language, and in Arabic that one reads from the right, before anything is drawn', async () => {
  const { link } = await invited()
  const tagOf = async (wished: string) => {
    const page = await fetch(link.riet, { headers: { 'accept-language': wished } })
    return (await page.text()).match(/<html[^>]*>/)?.[0]
  }
  expect(await tagOf('ar-SY,ar;q=0.9,nl;q=0.5')).toBe('<html lang="ar" dir="rtl">')
  expect(await tagOf('en')).toBe('<html lang="en" dir="ltr">')
  expect(await tagOf('pl')).toBe('<html lang="nl" dir="ltr">')
})

test('the link of whoever leads goes on at another device after one press, and the first device is told', async () => {
  const { link } = await invited()
  for (const url of [link.els, link.saskia]) {
    const first = await redeem(url)
    const line = openLine(first)
    await line.next('welcome')
    const seen = await bootOf(await fetch(url))
    expect(seen).toMatchObject({ page: 'link', link: { inUse: true, inside: null } })
    expect((await press(url, { takeOver: '1' })).status).toBe(303)
    expect(await line.closed).toBe(4409)
    expect((await first.send('GET', 'api/me')).status).toBe(401)
  }
})

test('fifty presses at once give exactly one way in', async () => {
  const { link, Riet, Els } = await invited()
  for (const [url, person] of [
    [link.els, Els],
    [link.riet, Riet],
  ] as const) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => press(url)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const rows = await database.query('select hash from logins where person_id = $1', [person.id])
    expect(rows).toHaveLength(1)
  }
})

test('a participant goes on at another device after asking to; the first is signed out and told', async () => {
  const { link } = await invited()
  const first = await redeem(link.riet)
  const line = openLine(first)
  await line.next('welcome')
  const refused = await press(link.riet)
  expect(refused.status).toBe(409)
  expect(await bootOf(refused)).toMatchObject({ page: 'link', link: { inUse: true } })
  const second = await redeem(link.riet, { takeOver: '1' })
  expect(await line.closed).toBe(4409)
  expect((await first.send('GET', 'api/me')).status).toBe(401)
  expect((await second.get<MeReply>('api/me')).person.name).toBe('Riet')
})

/** As a browser sends back what was set for this link. */
const cookieFor = (response: Response, url: string): string => {
  const path = new URL(url).pathname
  const set = response.headers.getSetCookie().find((one) => one.includes(`Path=${path};`))
  return set?.split(';')[0] ?? ''
}

test('the browser that is in already is told so, and goes on as it was, whoever it is', async () => {
  const { link, Els, Riet } = await invited()
  for (const [url, person] of [
    [link.riet, Riet],
    [link.els, Els],
  ] as const) {
    const came = await press(url)
    const cookie = cookieFor(came, url)
    const boot = await bootOf(await fetch(url, { headers: { cookie } }))
    expect(boot.link).toMatchObject({ inside: person.id, inUse: false, canRename: false })
    // a page from before, shown once more by the back key
    const again = await press(url, {}, { cookie })
    expect(again.status).toBe(303)
    expect(again.headers.get('location')).toBe(came.headers.get('location'))
    const rows = await database.query('select hash from logins where person_id = $1', [person.id])
    expect(rows).toHaveLength(1)
  }
})

test('another browser is not in by knowing the link, nor one that was signed out', async () => {
  const { link } = await invited()
  const first = await press(link.riet)
  expect((await bootOf(await fetch(link.riet))).link).toMatchObject({ inside: null, inUse: true })
  await press(link.riet, { takeOver: '1' })
  const headers = { cookie: cookieFor(first, link.riet) }
  expect((await bootOf(await fetch(link.riet, { headers }))).link).toMatchObject({
    inside: null,
    inUse: true,
  })
})

test('a renewed link puts the old one and its devices out within two seconds', async () => {
  const { link, Riet } = await invited()
  const saskia = await redeem(link.saskia)
  const riet = await redeem(link.riet)
  const line = openLine(riet)
  await line.next('welcome')
  const renewed = await saskia.send('POST', `api/links/${Riet.id}/renew`)
  const { url } = (await renewed.json()) as { url: string }
  const started = performance.now()
  expect(await line.closed).toBe(4401)
  expect(performance.now() - started).toBeLessThan(2_000)
  expect((await riet.send('GET', 'api/me')).status).toBe(401)
  expect((await fetch(link.riet)).status).toBe(410)
  expect((await press(link.riet)).status).toBe(410)
  expect((await press(url)).status).toBe(303)
})

test('an unknown link and the link of a deleted dialogue both end on a page with a sentence', async () => {
  const { link } = await invited()
  const saskia = await redeem(link.saskia)
  expect((await saskia.send('DELETE', 'api/dialogue')).status).toBe(204)
  for (const url of [
    `${house.url}/j/nothing`,
    link.riet,
    `${house.url}/j/%00`,
    `${house.url}/j/${'x'.repeat(4_000)}`,
  ]) {
    const answer = await fetch(url)
    expect(answer.status).toBe(404)
    expect(await bootOf(answer)).toMatchObject({ page: 'error', error: { code: 'unknown_link' } })
  }
})

test('a form on another site cannot let anybody in', async () => {
  const { link } = await invited()
  expect((await press(link.riet, {}, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await press(link.riet, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const ours = await press(link.riet, {}, { origin: 'null', 'sec-fetch-site': 'same-origin' })
  expect(ours.status).toBe(303)
})

test('a name of ten thousand characters, with direction marks, comes in short and clean', async () => {
  const { link } = await invited()
  const riet = await redeem(link.riet, { name: `\u202eteiR${'a'.repeat(10_000)}` })
  const { name } = (await riet.get<MeReply>('api/me')).person
  expect(name).not.toMatch(/\u202e/)
  expect([...name].length).toBeLessThanOrEqual(60)
})

test('secrets are stored as hashes only, and the cookie is bound to the person’s own path', async () => {
  const { link, Riet } = await invited()
  const answer = await press(link.riet)
  const cookie = answer.headers.getSetCookie()[0] ?? ''
  expect(cookie).toContain(`Path=/p/${Riet.id}/`)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  const secret = link.riet.split('/j/')[1] ?? ''
  const rows = await database.query<{ hash: Buffer }>('select hash from links union select hash from logins')
  expect(rows.some(({ hash }) => hash.toString('base64url') === secret)).toBe(false)
})

test('everybody’s link is for the organiser only', async () => {
  const { link } = await invited()
  const saskia = await redeem(link.saskia)
  const riet = await redeem(link.riet)
  expect((await saskia.get<LinkRow[]>('api/links')).map(({ url }) => url)).toContain(link.riet)
  expect((await riet.send('GET', 'api/links')).status).toBe(403)
  expect((await fetch(`${saskia.home}api/links`)).status).toBe(401)
})

test('our pages carry the strict headers, with a fresh nonce each time', async () => {
  const { link } = await invited()
  const nonceOf = (answer: Response) =>
    /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  const first = await fetch(link.riet)
  const second = await fetch(link.riet)
  expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(first.headers.get('content-security-policy')).toContain('ws://127.0.0.1:7880')
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
  expect(first.headers.get('permissions-policy')).toContain('microphone=(self)')
  expect(first.headers.get('cache-control')).toBe('no-store')
  expect(nonceOf(first)).toBeDefined()
  expect(nonceOf(first)).not.toBe(nonceOf(second))
})

test('neither names nor secrets nor cookies are in the log', async () => {
  const { people } = await seat(house, [somebody('Kanarievogel')])
  const { Kanarievogel } = people
  if (!Kanarievogel) throw new Error('nobody there')
  const link = house.link(Kanarievogel)
  const visitor = await redeem(link, { name: 'Kanarievogel' })
  const line = openLine(visitor)
  await line.next('welcome')
  line.raw('{"kind":"kanarieframe"}')
  await line.command('kanariecommand', { kanarie: 1 })
  await fetch(`${house.url}/j/kanariesecret?kanariequery=1`)
  await line.close()
  const log = house.logged().toLowerCase()
  for (const canary of ['kanarie', link.split('/j/')[1] ?? '-', visitor.cookie.slice(3)]) {
    expect(log).not.toContain(canary.toLowerCase())
  }
})

test('a right link goes through however many wrong ones were tried from the same address', async () => {
  const { link } = await invited()
  const guess = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => fetch(`${house.url}/j/guess${index}`)))
  for (let round = 0; round < 7; round += 1) await guess(50)
  expect((await fetch(`${house.url}/j/another`)).status).toBe(429)
  expect((await press(`${house.url}/j/another`)).status).toBe(429)
  expect((await fetch(link.riet)).status).toBe(200)
  expect((await press(link.riet)).status).toBe(303)
})
