import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import { format } from '../../shared/messages/format.ts'
import { server as texts } from '../../shared/messages/server.ts'
import {
  directionOf,
  LANGUAGES,
  type Boot,
  type Language,
  type Locale,
  type PageError,
} from '../../shared/protocol.ts'
import { nonceOf } from './headers.ts'
import type { Outside } from './outside.ts'

type BootPart = Omit<Boot, 'base' | 'locale' | 'phone'>
export type SendPage = (req: Request, res: Response, status: number, boot: BootPart) => Promise<void>

/** Dutch, unless the browser asks for another language of ours first. */
function languageOf(req: Request): Language {
  const wished = req.acceptsLanguages([...LANGUAGES])
  return LANGUAGES.find((language) => language === wished) ?? 'nl'
}

/** For what we write in Dutch and English only. */
export const localeOf = (req: Request): Locale => (languageOf(req) === 'en' ? 'en' : 'nl')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** JSON that cannot end the script element it stands in. */
const json = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** The one page of the client, told where it is and what it shows. */
export function createPages(outside: Outside): SendPage {
  const file = join(outside.clientDir, 'index.html')
  let html: string | null = null

  return async (req, res, status, part) => {
    const locale = languageOf(req)
    html ??= await readFile(file, 'utf8').catch(() => null)
    if (html === null) {
      res
        .status(503)
        .type('text/plain')
        .send(format(texts['server.notBuilt'], localeOf(req)))
      return
    }
    const boot: Boot = { base: outside.basePath, locale, phone: outside.phone, ...part }
    const nonce = nonceOf(res)
    const head = [
      `<base href="${escape(outside.basePath)}/">`,
      `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}">`,
      `<script type="application/json" id="dt-boot">${json(boot)}</script>`,
    ].join('')
    const page = html
      .replace(/<html([^>]*?) lang="[^"]*"/, '<html$1')
      .replace('<html', `<html lang="${locale}" dir="${directionOf(locale)}"`)
      // a function, so that a name with a dollar sign stays as it is
      .replace('<head>', () => `<head>${head}`)
    res.status(status).type('html').send(page)
  }
}

const STATUS: Record<PageError, number> = {
  unknown_link: 404,
  link_expired: 410,
  taken_out: 410,
  open_link_again: 401,
  not_found: 404,
  forbidden: 403,
  busy: 429,
  broken: 503,
}

export const sendError = (send: SendPage, req: Request, res: Response, code: PageError): Promise<void> =>
  send(req, res, STATUS[code], { page: 'error', error: { code } })
