import type { IncomingMessage } from 'node:http'
import type { PersonId } from '../../shared/dialogue/model.ts'

/** How the app is to be seen from outside. */
export interface Outside {
  /** Path everything of ours lives under: '' or '/something', without a slash at the end. */
  basePath: string
  /** Origin people type, such as https://dialoog.voorbeeld.nl; without the base path. */
  publicUrl: string
  /** Addresses of the SFU as browsers reach it, for the content security policy. */
  sfuUrls: readonly string[]
  /** Who may show us in a frame; nobody when empty. */
  frameAncestors: readonly string[]
  /** Folder of the built client. */
  clientDir: string
  /** The practice dialogue on somebody's own computer: all links on one page. */
  demo: boolean
  /** Whom people call for help, as they read it. */
  phone?: string
  /** Mail can be sent. */
  mails?: boolean
  /** The host's own answer to who this is; replaces links and cookies. Null: nobody we know. */
  identify?: (request: IncomingMessage) => Promise<{ person: PersonId } | null> | { person: PersonId } | null
}
