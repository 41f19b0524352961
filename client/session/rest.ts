import type { BalanceReport, MeReply } from '../../shared/protocol.ts'

/** `<base>/p/<personId>/api/`: the page itself is served at `<base>/p/<personId>/`. */
export function personUrl(): URL {
  return new URL('api/', location.href.replace(/[?#].*$/, '').replace(/[^/]*$/, ''))
}

/** Rejects when the server is away or says no; the screens then say that it did not work and keep what was typed. */
export async function call(method: string, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(new URL(path, personUrl()), {
    method,
    headers: body === undefined ? undefined : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'same-origin',
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
  return response
}

/** Balance looked back on, as this person may see it. */
export async function fetchBalance(): Promise<BalanceReport> {
  return (await (await call('GET', 'balance')).json()) as BalanceReport
}

export async function fetchMe(): Promise<MeReply> {
  return (await (await call('GET', 'me')).json()) as MeReply
}
