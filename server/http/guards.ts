import type { Request, RequestHandler, Response } from 'express'
import { visitorOf, type Visitor } from './access.ts'
import type { House } from './options.ts'
import { mayChange } from './origin.ts'

export type Handler = (visitor: Visitor, req: Request, res: Response) => Promise<unknown>

export interface Guards {
  /** Only for whoever is at their own address; what changes something has to come from our own page. */
  known(handler: Handler): RequestHandler
  organiser(handler: Handler): RequestHandler
}

/** An error as `{ error }`: a word a program can act on. */
export const refuse = (res: Response, status: number, error: string): void => {
  res.status(status).json({ error })
}

export function createGuards(house: House): Guards {
  const known: Guards['known'] = (handler) => async (req, res) => {
    if (req.method !== 'GET' && !mayChange(req, house.outside)) return refuse(res, 403, 'forbidden')
    const visitor = await visitorOf(house, req, String(req.params['person']))
    if (!visitor) return refuse(res, 401, 'open_link_again')
    await handler(visitor, req, res)
  }
  return {
    known,
    organiser: (handler) =>
      known(async (visitor, req, res) => {
        if (visitor.person.role !== 'organiser') return refuse(res, 403, 'forbidden')
        return handler(visitor, req, res)
      }),
  }
}
