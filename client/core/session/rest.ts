import type { BalanceReport } from '../../../shared/dialogue/time/balance.ts'
import type { LineTrial, MeReply, VersionsReply } from '../../../shared/protocol.ts'

export interface Rest {
  /** Where a path of this person's interface is. */
  urlOf(path: string): URL
  /** Rejects when the server is away or says no; the screens then say that it did not work and keep what was typed. */
  call(method: string, path: string, body?: unknown): Promise<Response>
  /** Sends a file or a text; null when it was taken, and otherwise the server's word for why not. Rejects when the server is away. */
  offer(path: string, given: Blob | object, method?: 'POST' | 'PUT'): Promise<string | null>
  /** Balance looked back on, as this person may see it. */
  balance(): Promise<BalanceReport>
  me(): Promise<MeReply>
  /** To try this device's line with. */
  lineTrial(): Promise<LineTrial>
  /** Every version of an agreement, with its words. */
  versions(agreement: string): Promise<VersionsReply>
}

/** The server's interface at `<url>api/`; `url` is the person's own address. */
export function createRest(url: string): Rest {
  const urlOf = (path: string): URL => new URL(`api/${path}`, url)

  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(urlOf(path), {
      method,
      headers: body === undefined ? undefined : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response
  }

  async function offer(
    path: string,
    given: Blob | object,
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<string | null> {
    const isFile = given instanceof Blob
    const response = await fetch(urlOf(path), {
      method,
      headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
      body: isFile ? given : JSON.stringify(given),
      credentials: 'same-origin',
    })
    if (response.ok) return null
    const { error } = (await response.json()) as { error: string }
    return error
  }

  return {
    urlOf,
    call,
    offer,
    balance: async () => (await (await call('GET', 'balance')).json()) as BalanceReport,
    versions: async (agreement) =>
      (await (
        await call('GET', `agreements/${encodeURIComponent(agreement)}/versions`)
      ).json()) as VersionsReply,
    lineTrial: async () => (await (await call('POST', 'line-trial')).json()) as LineTrial,
    me: async () => (await (await call('GET', 'me')).json()) as MeReply,
  }
}
