import * as z from 'zod'
import { LOCALES } from '../../shared/protocol.ts'
import type { CouncilPackage } from '../dialogues/councilPackage.ts'
import { PACKAGE_FORMS } from '../exports/forms.ts'
import { refuse, type Handler } from './guards.ts'

/** Dutch, unless the page asks for another language of ours. */
const language = z.enum(LOCALES).catch('nl')

export const sendPackage =
  (councilPackage: CouncilPackage): Handler =>
  async ({ person, dialogue }, req, res) => {
    const name = String(req.params['form'])
    const form = Object.hasOwn(PACKAGE_FORMS, name) ? PACKAGE_FORMS[name] : undefined
    const input = form && (await councilPackage(dialogue, language.parse(req.query['language'])))
    if (!form || !input) return refuse(res, 404, 'not_found')
    // what the organiser still works on is not the clerk's
    if (person.role === 'clerk' && !input.offered) return refuse(res, 409, 'not_offered')
    const written = await form.write(input.contents)
    res.attachment(`raadspakket.${name}`).type(form.type)
    res.send(typeof written === 'string' ? written : Buffer.from(written))
  }
