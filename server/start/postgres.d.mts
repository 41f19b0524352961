export interface PostgresOptions {
  /** Folder of the database; made when missing. Every folder above it must be open to the user it runs as. */
  dataDir: string
  /** Progress, one sentence at a time. */
  log?: (line: string) => void
  /** Loopback port; a free one when left out. */
  port?: number
}

export interface RunningPostgres {
  /** Connection string with the password of this folder's database. */
  url: string
  pid: number
  port: number
  /** For comparing only: tells whether `pid` is still the same process. */
  startTime: string | null
  /** It was already running. */
  adopted: boolean
  alive(): boolean
  /** Ends the server, adopted or not; resolves once it is gone. */
  stop(): Promise<void>
}

/** A real PostgreSQL server on loopback. Rejects with a sentence an administrator can act on. */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>
