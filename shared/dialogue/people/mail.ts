/** Longest address that mail servers take (RFC 5321). */
export const MAIL_LENGTH = 254

export type MailKind = 'invitation' | 'reminder'
/**
 * `waiting`: goes as soon as it can. `sending`: is being handed over now. `refused`: the address does not exist, says its server.
 * `failed`: it could not be handed over. `unsure`: the line broke before the answer, so it may have gone.
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'unsure'

const LOCAL = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}$/u
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u
const OUTLOOK = /^[^<]*<([^<>]*)>$/

/**
 * One address as people type or copy it ("Riet <riet@voorbeeld.nl>", "mailto:…"), in the one form it is stored and compared in:
 * all in small letters, for no provider in use tells "Riet@" from "riet@". Null when it cannot be one.
 */
export function mailAddress(text: string): string | null {
  const trimmed = text.trim()
  const address = (OUTLOOK.exec(trimmed)?.[1] ?? trimmed).replace(/^mailto:/i, '').trim()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(0, at))
  if (address.length > MAIL_LENGTH || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return null
  return LOCAL.test(local) && DOMAIN.test(address.slice(at + 1)) ? address.toLowerCase() : null
}
