import type { MeReply } from '../../shared/protocol.ts'

/** What redeeming a link gives: where the person's own pages are, and the cookie that opens them. */
export interface Entrance {
  person: string
  /** `<base>/p/<personId>/` */
  home: string
  cookie: string
  origin: string
  me(): Promise<MeReply>
}

/** Redeems a link as its page does. Rejects when the link is not known. */
export async function enter(link: string, name: string): Promise<Entrance> {
  const { origin } = new URL(link)
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ name, takeOver: '1' }).toString(),
  })
  const location = answer.headers.get('location')
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !location || !cookie) throw new Error(`the link answered ${answer.status}`)
  const home = new URL(location, link).href
  return {
    person: /\/p\/([^/]+)\//.exec(home)?.[1] ?? '',
    home,
    cookie,
    origin,
    async me() {
      const reply = await fetch(new URL('api/me', home), { headers: { cookie, origin } })
      if (!reply.ok) throw new Error(`api/me answered ${reply.status}`)
      return (await reply.json()) as MeReply
    },
  }
}
