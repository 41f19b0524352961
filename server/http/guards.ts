import type { Request, RequestHandler, Response } from 'express'
import type { Role } from '../../shared/dialogue/model.ts'
import type { Visitor, Visitors } from '../dialogues/visitors.ts'
import { claimOf } from './access.ts'
import { mayChange } from './origin.ts'
import type { Outside } from './outside.ts'

export type Handler = (visitor: Visitor, req: Request, res: Response) => Promise<unknown>

export interface Guards {
  /** Only for whoever is at their own address; what changes something has to come from our own page. */
  known(handler: Handler): RequestHandler
  /** For whoever has to do with the talk: not for the clerk. */
  talk(handler: Handler): RequestHandler
  organiser(handler: Handler): RequestHandler
  /** What goes to the council and what it decided: the organiser's, and the clerk's. */
  council(handler: Handler): RequestHandler
}

/** An error as `{ error }`: a word a program can act on. */
export const refuse = (res: Response, status: number, error: string): void => {
  res.status(status).json({ error })
}

export function createGuards(visitors: Visitors, outside: Outside): Guards {
  const known: Guards['known'] = (handler) => async (req, res) => {
    if (req.method !== 'GET' && !mayChange(req, outside)) return refuse(res, 403, 'forbidden')
    const visitor = await visitors.at(String(req.params['person']), await claimOf(req, outside))
    if (!visitor) return refuse(res, 401, 'open_link_again')
    await handler(visitor, req, res)
  }
  const only =
    (may: (role: Role) => boolean) =>
    (handler: Handler): RequestHandler =>
      known(async (visitor, req, res) => {
        if (!may(visitor.person.role)) return refuse(res, 403, 'forbidden')
        return handler(visitor, req, res)
      })
  return {
    known,
    talk: only((role) => role !== 'clerk'),
    organiser: only((role) => role === 'organiser'),
    council: only((role) => role === 'organiser' || role === 'clerk'),
  }
}
