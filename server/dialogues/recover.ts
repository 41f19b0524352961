import type { DialogueId } from '../../shared/dialogue/model.ts'
import type { Store } from '../store/store.ts'
import { keepLinks, type Links } from './links.ts'

export interface Recovered {
  dialogue: DialogueId
  title: string
  name: string
  url: string
}

/**
 * The organisers' links of one dialogue, or of all. They are the links they always had, unless `fresh`: then the old ones and
 * all devices that came in with them stop, for when a link got into the wrong hands. A running server need not be told: it
 * looks up a link when it is opened, and a login again while a socket stays open.
 */
export async function recover(
  { people }: Pick<Store, 'people'>,
  links: Links,
  { only, fresh }: { only?: DialogueId; fresh: boolean },
): Promise<Recovered[]> {
  const dialogues = (await people.dialogues()).filter(({ id, demo }) => !demo && (only ?? id) === id)
  const found: Recovered[] = []
  for (const { id, title } of dialogues) {
    const organisers = (await people.people(id)).filter(({ role, out }) => role === 'organiser' && !out)
    for (const row of organisers) {
      const person = fresh ? { ...row, generation: await people.raiseGeneration(row.id) } : row
      // also when the instance key is another one since
      await keepLinks(people, links, [person])
      found.push({ dialogue: id, title, name: row.name, url: links.url(person) })
    }
  }
  return found
}
