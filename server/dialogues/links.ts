import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { codeOf } from '../../shared/dialogue/people/code.ts'
import type { PeopleStore, PersonRow } from '../store/store.ts'

/** Personal links: the secret follows from the person and the link's generation, so it can be printed again and need not be stored. */
export interface Links {
  secret(person: Pick<PersonRow, 'id' | 'generation'>): string
  url(person: Pick<PersonRow, 'id' | 'generation'>): string
  /** The short code of the same link, as `readCode` reads it. */
  code(person: Pick<PersonRow, 'id' | 'generation'>): string
  /** What is stored of a code: it is too short for a plain hash to keep it, so whoever has the database needs the key as well. */
  codeHash(code: string): Buffer
  /** Where a code is typed. */
  codeUrl: string
  /** Where this person stops mail to this address; what stands behind it is checked, and kept nowhere. */
  noMailUrl(person: PersonId, address: string): string
  isNoMail(person: PersonId, address: string, seal: string): boolean
}

/** `key` is the instance's own secret, at least 32 random bytes; `home` is where the app lives, without a slash at the end. */
export function createLinks(key: string, home: string): Links {
  if (key.length < 32) throw new Error('the instance key is too short: at least 32 characters')
  const secret: Links['secret'] = ({ id, generation }) =>
    createHmac('sha256', key).update(`link ${id} ${generation}`).digest('base64url')
  const keyed = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const seal = (person: PersonId, address: string) =>
    keyed(`no mail ${person} ${address}`).toString('base64url')
  return {
    secret,
    url: (person) => `${home}/j/${secret(person)}`,
    code: ({ id, generation }) => codeOf(keyed(`code ${id} ${generation}`)),
    codeHash: (code) => keyed(`typed code ${code}`),
    codeUrl: `${home}/code`,
    noMailUrl: (person, address) => `${home}/geen-mail/${person}/${seal(person, address)}`,
    isNoMail(person, address, given) {
      const [is, own] = [Buffer.from(given), Buffer.from(seal(person, address))]
      // as many letters may be more bytes
      return is.length === own.length && timingSafeEqual(is, own)
    },
  }
}

/** Make everybody's link known; once more changes nothing. */
export async function keepLinks(
  store: PeopleStore,
  links: Links,
  people: readonly PersonRow[],
): Promise<void> {
  for (const person of people) {
    const code = links.codeHash(links.code(person))
    await store.setLink(person.id, person.generation, hashOf(links.secret(person)), code)
  }
}

/** What is stored of a secret or a cookie. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A fresh cookie value: 256 random bits. */
export const newCookie = (): string => randomBytes(32).toString('base64url')
