import { vi } from 'vitest'
import type { LinkRow, MailReply } from '../../../shared/protocol.ts'

/** A server that answers the tab with the links, and what it was asked to change. */
export function answering(links: readonly LinkRow[], mail: MailReply = { from: null, people: [] }) {
  const sent: [string, unknown][] = []
  vi.stubGlobal('fetch', (url: URL, { method, body }: { method: string; body?: string }) => {
    const path = String(url).split('/api/')[1] ?? ''
    if (method !== 'GET') sent.push([`${method} ${path}`, body === undefined ? null : JSON.parse(body)])
    const replies: Record<string, unknown> = {
      'GET links': links,
      'GET mail': mail,
      'POST mail': { sending: 2 },
    }
    return Promise.resolve(Response.json(replies[`${method} ${path}`] ?? {}))
  })
  return sent
}
