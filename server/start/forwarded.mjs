/** By which a proxy tells where something came from. What a client says of itself in them is worth nothing. */
const FORWARDED = new Set([
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
])

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * What the servers, which trust whoever asks from this computer, are told of the headers of a request. Its own word for where it comes from
 * is replaced by the address it came from. What comes from this computer is passed as it is: it may be the proxy of docs/deploy.md.
 * @param {{ rawHeaders: readonly string[], socket: { remoteAddress?: string | undefined } }} req
 * @returns {string[]} names and values in turn
 */
export function headersFor({ rawHeaders, socket }) {
  const from = socket.remoteAddress ?? ''
  if (LOOPBACK.test(from)) return [...rawHeaders]
  const own = rawHeaders.filter((_, at) => !FORWARDED.has((rawHeaders[at - (at % 2)] ?? '').toLowerCase()))
  // first, for a server reads no more than so many headers
  return ['X-Forwarded-For', from, ...own]
}
