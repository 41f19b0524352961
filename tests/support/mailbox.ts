import { SMTPServer } from 'smtp-server'

/** A mail as it came over the line, taken apart. */
export interface Received {
  from: string
  to: string
  headers: Record<string, string>
  text: string
  html: string
  /** Name and content of each file. */
  files: { name: string; type: string; content: string }[]
  raw: string
}

export interface Mailbox {
  url: string
  received: Received[]
  /** What the server says to a recipient; undefined takes it. */
  answer: (address: string) => { code: number } | 'hangUp' | undefined
  /** Called when a message is there, before it is acknowledged. */
  onMessage: () => Promise<void> | void
  stop(): Promise<void>
}

/** A real mail server on this computer. */
export async function startMailbox(): Promise<Mailbox> {
  const box: Omit<Mailbox, 'url' | 'stop'> = {
    received: [],
    answer: () => undefined,
    onMessage: () => undefined,
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const answer = box.answer(address)
      if (answer === undefined || answer === 'hangUp') return done()
      done(Object.assign(new Error('no'), { responseCode: answer.code }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        box.received.push({ from, to, ...takenApart(Buffer.concat(chunks).toString('latin1')) })
        if (box.answer(to) === 'hangUp') return hangUp(server)
        void Promise.resolve(box.onMessage()).then(() => done())
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function hangUp({ connections }: SMTPServer): void {
  for (const connection of connections as Set<{ close(): void }>) connection.close()
}

interface Part {
  headers: Record<string, string>
  body: string
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  return { headers, body: raw.slice(end + 4) }
}

const boundaryOf = (type: string): string | undefined => /boundary="?([^";]+)"?/.exec(type)?.[1]

function leaves(part: Part): Part[] {
  const boundary = boundaryOf(part.headers['content-type'] ?? '')
  if (boundary === undefined) return [part]
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((inner) => leaves(partOf(inner.replace(/^\r\n/, ''))))
}

function decoded({ headers, body }: Part): string {
  const encoding = (headers['content-transfer-encoding'] ?? '7bit').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** RFC 2047 words in a header. */
const readable = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : decoded({
            headers: { 'content-transfer-encoding': 'quoted-printable' },
            body: words.replaceAll('_', ' '),
          }),
    )

function takenApart(raw: string): Omit<Received, 'from' | 'to'> {
  const whole = partOf(raw)
  const parts = leaves(whole)
  const typed = (type: string) =>
    parts.find(({ headers }) => headers['content-type']?.startsWith(type) && !headers['content-disposition'])
  const text = typed('text/plain')
  const html = typed('text/html')
  return {
    raw,
    headers: Object.fromEntries(
      Object.entries(whole.headers).map(([name, value]) => [name, readable(value)]),
    ),
    text: text ? decoded(text).replaceAll('\r\n', '\n') : '',
    html: html ? decoded(html) : '',
    files: parts
      .filter(({ headers }) => headers['content-disposition'])
      .map((part) => ({
        name: /filename="?([^";]+)"?/.exec(part.headers['content-disposition'] ?? '')?.[1] ?? '',
        type: part.headers['content-type'] ?? '',
        content: decoded(part),
      })),
  }
}
