import { createServer, type RequestListener, type Server } from 'node:http'

/** Somebody who begins a request and leaves it half open holds a connection: how long the head may take, and all of it. */
const HEAD_MS = 4_000
const WHOLE_MS = 20_000
/** Node looks at its open requests only this often; by itself once in half a minute. */
const LOOK_MS = 1_000

/** The HTTP server as the product runs it. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    { headersTimeout: HEAD_MS, requestTimeout: WHOLE_MS, connectionsCheckingInterval: LOOK_MS },
    app,
  )
  server.maxHeadersCount = 100
  return server
}
