import { beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { does } from '../support/agreeing.ts'
import { seat, somebody } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { COLUMNS } from '../domain/support/method.ts'
import { FROM_ANY_SITE, OPEN, OWN } from '../support/routeRights.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

/** Route x role over real HTTP, held against the list by hand. */
const { house } = ownHouse({ metrics: { token: 'a token that nobody here knows' } })

interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  rawPath?: unknown
  handle: { stack?: Layer[] }
}

/** Every route of a router and of those within it, as `GET /path`. */
const routesIn = (stack: readonly Layer[], under = ''): string[] =>
  stack.flatMap(({ route, rawPath, handle }) => {
    if (route)
      return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${under}${route.path}`)
    return routesIn(handle.stack ?? [], rawPath === '/' ? under : `${under}${String(rawPath)}`)
  })

const lines = (routes: string) =>
  routes
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [method = '', path = '', status] = line.split(' ')
      return { route: `${method} ${path}`, method, path, status: Number(status) }
    })
const OWN_ROUTES = OWN.flatMap(([, columns, routes]) => lines(routes).map((line) => ({ ...line, columns })))
/** With what would change something of somebody who is there, if it were theirs to change. */
const BODIES: Record<string, object> = {
  'PUT /people/:other/bounced': { bounced: true },
  'PUT /people/:other/mail': { mail: 'iemand@voorbeeld.nl' },
}

const people: Partial<Record<string, Visitor>> = {}
const at = (name: string): Visitor => {
  const found = people[name]
  if (!found) throw new Error(`${name} is not there`)
  return found
}
/** Filled in with whom and what is of another dialogue. */
const filled = (path: string) =>
  path
    .replace(':other', at('stranger').person)
    .replace(':agreement', 'agr_0')
    .replace(':form', 'none')
    .replace(':dialogue', 'dlg_0')
    .replace(':person', at('stranger').person)
    .replace(/:(seal|secret)/, 'x'.repeat(43))
const asked = (
  { method, path, route }: (typeof OWN_ROUTES)[number],
  by: Pick<Visitor, 'home' | 'cookie'>,
  origin = house.origin,
) =>
  fetch(new URL(`api${filled(path)}`, by.home), {
    method,
    headers: { cookie: by.cookie, origin, 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : JSON.stringify(BODIES[route] ?? {}),
  })

beforeAll(async () => {
  const made = await seat(house, [...ROLES.map((role) => somebody(role, role)), somebody('gone')])
  const other = await seat(house, [somebody('stranger', 'organiser')])
  for (const [name, row] of Object.entries({ ...made.people, ...other.people }))
    people[name] = await redeem(house.link(row))
  const organiser = openLine(at('organiser'))
  await organiser.next('welcome')
  await does({ line: organiser } as never, 'takeOut', { person: at('gone').person })
  await organiser.close()
})

test('every route stands in the list, once, and nothing else does', () => {
  const found = routesIn(house.open.router.stack as unknown as Layer[])
  const listed = [
    ...lines(OPEN).map(({ route }) => route),
    ...OWN_ROUTES.map(({ method, path }) => `${method} /p/:person/api${path}`),
  ]
  expect(listed.toSorted()).toEqual(found.toSorted())
  expect(COLUMNS).toEqual(ROLES)
})

test('[S3] whoever has no balance of their own and leads nothing gets no figure of anybody', async () => {
  for (const role of ['helper', 'observer', 'interpreter']) {
    const { scopes, trend } = await at(role).get<BalanceReport>('api/balance')
    expect([role, trend.rooms, scopes.map(({ own, rooms, together }) => [own, rooms, together])]).toEqual([
      role,
      [],
      scopes.map(() => [null, [], null]),
    ])
  }
})

describe.each(OWN_ROUTES)('$route', (line) => {
  test('for nobody without the login of this person, nor from another site', async () => {
    const { home } = at('organiser')
    const outsiders = {
      nobody: { home, cookie: '' },
      'of another dialogue': { home, cookie: at('stranger').cookie },
      'somebody else of this one': { home, cookie: at('participant').cookie },
      'taken out': at('gone'),
    }
    for (const [who, by] of Object.entries(outsiders))
      expect([who, (await asked(line, by)).status]).toEqual([who, 401])
    if (line.method === 'GET') return
    const foreign = await asked(line, at('organiser'), 'https://kwaad.voorbeeld.nl')
    expect(foreign.status).toBe(403)
  })

  test('for the roles in the list', async () => {
    // the organiser comes last, for they may delete it
    for (const role of COLUMNS.toReversed()) {
      const may = line.columns[COLUMNS.indexOf(role)] === 'yes'
      expect([role, (await asked(line, at(role))).status]).toEqual([role, may ? line.status : 403])
    }
  })
})

test.each(lines(OPEN))('$route, for whoever comes', async ({ method, path, route, status }) => {
  const ask = (origin: string) =>
    fetch(`${house.url}${filled(path)}`, { method, redirect: 'manual', headers: { origin } })
  expect((await ask(house.origin)).status).toBe(status)
  if (method === 'GET' || FROM_ANY_SITE.includes(route)) return
  expect([403, 404]).toContain((await ask('https://kwaad.voorbeeld.nl')).status)
})
