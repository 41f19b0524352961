import type { Payload } from '../../../../shared/dialogue/commands.ts'
import { GOVERNMENT_ROLES, type GovernmentRole } from '../../../../shared/dialogue/model.ts'
import type { T } from '../../../parts/ui/text.tsx'

/** What an evening often has. The agenda keeps the words, not where they came from. */

export type NewPart = Payload<'addParts'>['parts'][number]

/** The same question at every table, or each role its own. */
type Ask = { same: 'meet' | 'lived' | 'dream' } | { own: 'first' | 'second' | 'third' } | null

interface TemplatePart {
  title:
    | 'welcome'
    | 'meet'
    | 'explain'
    | 'lived'
    | 'dream'
    | 'heard'
    | 'first'
    | 'second'
    | 'third'
    | 'back'
    | 'lies'
    | 'within'
    | 'between'
    | 'reading'
    | 'round'
    | 'objections'
  minutes: number
  where: NewPart['where']
  ask: Ask
}

const together = (title: TemplatePart['title'], minutes: number): TemplatePart => ({
  title,
  minutes,
  where: 'plenary',
  ask: null,
})
const atTables = (title: TemplatePart['title'], minutes: number, ask: Ask = null): TemplatePart => ({
  title,
  minutes,
  where: 'tables',
  ask,
})

export const TEMPLATES = [
  {
    id: 'meet',
    parts: [together('welcome', 10), atTables('meet', 20, { same: 'meet' }), together('back', 10)],
  },
  {
    id: 'lived',
    parts: [together('explain', 5), atTables('lived', 30, { same: 'lived' }), together('heard', 15)],
  },
  {
    id: 'dream',
    parts: [together('explain', 5), atTables('dream', 30, { same: 'dream' }), together('heard', 15)],
  },
  {
    id: 'do',
    parts: [
      together('explain', 5),
      atTables('first', 20, { own: 'first' }),
      atTables('second', 20, { own: 'second' }),
      atTables('third', 30, { own: 'third' }),
      together('back', 10),
    ],
  },
  {
    id: 'harvest',
    parts: [together('lies', 15), together('within', 30), together('between', 20), together('reading', 15)],
  },
  {
    id: 'consent',
    parts: [together('explain', 10), atTables('round', 40), atTables('objections', 20), together('back', 10)],
  },
] as const satisfies { id: string; parts: TemplatePart[] }[]

export type Template = (typeof TEMPLATES)[number]

function question(ask: Ask, role: GovernmentRole, t: T): string {
  if (!ask) return ''
  return 'same' in ask ? t(`template.ask.${ask.same}`) : t(`template.ask.${role}.${ask.own}`)
}

export const questionsOf = (of: (role: GovernmentRole) => string): NewPart['questions'] =>
  Object.fromEntries(GOVERNMENT_ROLES.map((role) => [role, of(role)])) as NewPart['questions']

/** The parts in the language of whoever chooses them. */
export const partsOf = ({ parts }: Template, t: T): NewPart[] =>
  parts.map(({ title, minutes, where, ask }) => ({
    title: t(`template.part.${title}`),
    lengthMs: minutes * 60_000,
    where,
    questions: questionsOf((role) => question(ask, role, t)),
  }))

export const minutesOf = ({ parts }: Template): number => parts.reduce((sum, { minutes }) => sum + minutes, 0)
