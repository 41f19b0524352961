import type { Payload } from '../../shared/dialogue/commands.ts'
import { GOVERNMENT_ROLES, type GovernmentRole } from '../../shared/dialogue/model.ts'
import { agenda } from '../../shared/messages/agenda.ts'
import { format } from '../../shared/messages/format.ts'

/** What the evenings of the practice dialogue were and are to be about, in the words that an organiser chooses from. */

type Part = Payload<'addParts'>['parts'][number]
type Title = keyof typeof agenda & `template.part.${string}`

const MINUTE_MS = 60_000
const say = (key: keyof typeof agenda): string => format(agenda[key], 'nl')

const part = (
  title: Title,
  minutes: number,
  where: Part['where'],
  ask: (role: GovernmentRole) => string = () => '',
): Part => ({
  title: say(title),
  lengthMs: minutes * MINUTE_MS,
  where,
  questions: Object.fromEntries(GOVERNMENT_ROLES.map((role) => [role, ask(role)])) as Part['questions'],
})

export const PROGRAMME = {
  first: [
    part('template.part.welcome', 10, 'plenary'),
    part('template.part.meet', 40, 'tables', () => say('template.ask.meet')),
    part('template.part.back', 10, 'plenary'),
  ],
  second: [
    part('template.part.explain', 10, 'plenary'),
    part('template.part.round', 40, 'tables', (role) => say(`template.ask.${role}.second`)),
    part('template.part.lies', 30, 'plenary'),
  ],
  /** Of the evening that is still to come. */
  third: [
    part('template.part.explain', 10, 'plenary'),
    part('template.part.objections', 40, 'tables', (role) => say(`template.ask.${role}.third`)),
    part('template.part.within', 30, 'plenary'),
    part('template.part.reading', 15, 'plenary'),
  ],
} satisfies Record<string, Part[]>
