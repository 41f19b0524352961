import type { Request } from 'express'
import { isIPv6 } from 'node:net'

/** An IPv4 address as it is written in IPv6. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * Who asks, as far as an address tells. Of IPv6 it is the network (/64): a single connection has all addresses of one, and would
 * otherwise be somebody else each time.
 */
export function networkOf(address: string): string {
  const four = MAPPED.exec(address)?.[1]
  if (four !== undefined) return four
  if (!isIPv6(address)) return address
  const [before = '', after = ''] = (address.split('%')[0] ?? '').split('::')
  const head = before.split(':').filter((group) => group !== '')
  const tail = after.split(':').filter((group) => group !== '')
  const gap = Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

export const askedFrom = (req: Request): string => networkOf(req.ip ?? '')
