/** What has to be remembered to find a running media server again. */
export interface KnownSfu {
  pid: number
  /** For comparing only: tells whether `pid` is still the same process. */
  startTime: string | null
  port: number
  apiKey: string
  apiSecret: string
}

export interface SfuOptions {
  /** Path of livekit-server, from `findSfu`. */
  binary: string
  /** Folder for its configuration and log; made when missing. */
  dir: string
  log?: (line: string) => void
  /** Signalling port on loopback; when left out that of last time, or a free one. */
  port?: number
  /** Keys to use again; random ones when left out. */
  keys?: { apiKey: string; apiSecret: string }
  /** Take this one over when it still runs. */
  adopt?: KnownSfu
  /** Told at once when the process exists, before it answers: whoever is killed in between can still find it. */
  spawned?: (known: KnownSfu) => void
}

export interface RunningSfu extends KnownSfu {
  /** ws://127.0.0.1:port */
  url: string
  adopted: boolean
  alive(): boolean
  /** Ends it, adopted or not; resolves once it is gone. */
  stop(): Promise<void>
}

/** The media server's program: on PATH, an earlier build, or built with Go. Rejects with a sentence when there is no way. */
export function findSfu(options?: { log?: (line: string) => void; signal?: AbortSignal }): Promise<string>

/** A media server on loopback. Rejects with a sentence an administrator can act on. */
export function startSfu(options: SfuOptions): Promise<RunningSfu>
