import { setTimeout as pause } from 'node:timers/promises'
import { within } from '../kit/within.ts'

const ANSWER_MS = 10_000
const RETRY_MS = [100, 250, 500, 1_000, 2_000]

/** Rejects when the database has not answered in ten seconds. */
export const answered = <T>(work: Promise<T>): Promise<T> => within(work, ANSWER_MS, 'the database')

export interface Persistence {
  stopped(): boolean
  /** No second try will help. */
  final(error: unknown): boolean
  /** It failed for the first time, and it went well again after so many failures. */
  failed(error: unknown): void
  recovered(attempts: number): void
}

/** Asks the database again and again until it has answered; null when stopped meanwhile. Throws what is `final`. */
export async function persist<T>(work: () => Promise<T>, how: Persistence): Promise<T | null> {
  for (let attempt = 0; !how.stopped(); attempt++) {
    try {
      const done = await answered(work())
      if (attempt > 0) how.recovered(attempt)
      return done
    } catch (error) {
      if (how.final(error)) throw error
      if (attempt === 0) how.failed(error)
      await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 2_000)
    }
  }
  return null
}
