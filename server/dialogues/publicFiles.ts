import type { DialogueId } from '../../shared/dialogue/model.ts'
import { publicJson, PUBLIC_WRITERS } from '../exports/publicSet.ts'
import { PUBLIC_FORMS } from '../exports/publicWords.ts'
import { createSerial } from '../kit/serial.ts'
import type { PublicPage } from './publicPage.ts'

export interface PublicFile {
  type: string
  bytes: string | Uint8Array
}

/** The set of a published dialogue in one form; null when there is no such form, or it is not published. */
export type PublicFiles = (dialogue: DialogueId, form: string) => Promise<PublicFile | null>

/** As many dialogues at most have their files kept. */
const MANY = 20

interface Kept {
  /** All that they say, to know whether they still say it. */
  says: string
  files: Map<string, Promise<PublicFile>>
}

/**
 * Written once for all who ask, one after the other: whoever fetches a file again and again costs nothing. Whether the
 * page is there is asked each time, so what is taken down is gone from here too.
 */
export function createPublicFiles(find: PublicPage): PublicFiles {
  const kept = new Map<DialogueId, Kept>()
  const writing = createSerial()

  return async (dialogue, wanted) => {
    const found = await find(dialogue)
    if (!found) kept.delete(dialogue)
    const form = PUBLIC_FORMS.find((one) => one === wanted)
    if (!found || !form) return null
    const says = publicJson(found)
    let own = kept.get(dialogue)
    if (own?.says !== says) {
      if (kept.size >= MANY) kept.clear()
      own = { says, files: new Map() }
      kept.set(dialogue, own)
    }
    const { files } = own
    const { type, write } = PUBLIC_WRITERS[form]
    const file = files.get(form) ?? writing.run(async () => ({ type, bytes: await write(found) }))
    files.set(form, file)
    // what could not be written is written when it is asked for again
    file.catch(() => files.delete(form))
    return file
  }
}
