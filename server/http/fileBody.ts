import express, { type Request, type RequestHandler, type Response } from 'express'

/** A body that is read only once we know who sends it, for it may be large. Rejects when it is too large; see `isTooBig`. */
export type ReadBody = (req: Request, res: Response) => Promise<void>

const later =
  (parser: RequestHandler): ReadBody =>
  (req, res) =>
    new Promise((resolve, reject) =>
      parser(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error))),
    )

/** A file as its bytes; of another type it is left alone. `limit`: bytes. */
export const fileBody = (limit: number): ReadBody =>
  later(express.raw({ limit, type: 'application/octet-stream' }))
export const jsonBody = (limit: number): ReadBody => later(express.json({ limit, type: 'application/json' }))

export const isTooBig = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 413
