import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { PeopleStore, PersonRow } from '../store/store.ts'

/** Personal links: the secret follows from the person and the link's generation, so it can be printed again and need not be stored. */
export interface Links {
  secret(person: Pick<PersonRow, 'id' | 'generation'>): string
  url(person: Pick<PersonRow, 'id' | 'generation'>): string
}

/** `key` is the instance's own secret, at least 32 random bytes; `home` is where the app lives, without a slash at the end. */
export function createLinks(key: string, home: string): Links {
  if (key.length < 32) throw new Error('the instance key is too short: at least 32 characters')
  const secret: Links['secret'] = ({ id, generation }) =>
    createHmac('sha256', key).update(`link ${id} ${generation}`).digest('base64url')
  return { secret, url: (person) => `${home}/j/${secret(person)}` }
}

/** Make everybody's link known; once more changes nothing. */
export async function keepLinks(
  store: PeopleStore,
  links: Links,
  people: readonly PersonRow[],
): Promise<void> {
  for (const person of people) {
    await store.setLink(person.id, person.generation, hashOf(links.secret(person)))
  }
}

/** What is stored of a secret or a cookie. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A fresh cookie value: 256 random bits. */
export const newCookie = (): string => randomBytes(32).toString('base64url')
