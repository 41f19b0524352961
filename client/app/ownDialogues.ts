import type { PersonId } from '../../shared/dialogue/model.ts'
import { readStored, writeStored } from '../parts/ui/locale.ts'

/**
 * As whom this browser came in to organise a dialogue, the latest first. Only ids are kept: what they are is asked of the server,
 * which tells it only to a browser that is still in as that person. `home`: the path of the first page, with a slash at its end.
 */
export function ownDialogues(home: string) {
  const name = `dt.own ${home}`
  const all = (): PersonId[] => (readStored(name) ?? '').split(' ').filter((id) => id !== '')
  const others = (person: PersonId) => all().filter((id) => id !== person)
  return {
    all,
    remember: (person: PersonId) => writeStored(name, [person, ...others(person)].join(' ')),
    forget: (person: PersonId) => writeStored(name, others(person).join(' ')),
  }
}
