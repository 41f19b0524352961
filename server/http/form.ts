import type { Request } from 'express'

/** One field of a form; '' when it is missing or there are several. */
export function field(req: Request, name: string): string {
  const body: unknown = req.body
  if (typeof body !== 'object' || body === null) return ''
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}
