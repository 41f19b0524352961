/** Somebody with a link, as a browser without a screen: redeems it and keeps the cookie. */
export interface Visitor {
  person: string
  /** `<base>/p/<personId>/` */
  home: string
  cookie: string
  get<T>(path: string): Promise<T>
  text(path: string): Promise<string>
  send(method: string, path: string, body?: unknown): Promise<Response>
}

export async function redeem(link: string, form: Record<string, string> = {}): Promise<Visitor> {
  const origin = new URL(link).origin
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams(form).toString(),
  })
  const location = answer.headers.get('location')
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !location || !cookie) throw new Error(`the link answered ${answer.status}`)
  const home = new URL(location, link).href
  const request = async (method: string, path: string, body?: unknown) => {
    const headers: Record<string, string> = { cookie, origin }
    if (body !== undefined) headers['content-type'] = 'application/json'
    return fetch(new URL(path, home), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  }
  const ok = async (path: string) => {
    const response = await request('GET', path)
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response
  }
  return {
    person: home.split('/p/')[1]?.split('/')[0] ?? '',
    home,
    cookie,
    get: async <T>(path: string) => (await (await ok(path)).json()) as T,
    text: async (path) => (await ok(path)).text(),
    send: request,
  }
}
