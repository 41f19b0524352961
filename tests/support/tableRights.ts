/**
 * Who may read and write the text of Riet's table, copied out by hand from the method and the contracts ("Recall shares all texts read-only
 * with everybody"). It knows nothing of the product's own rules, and that is the point.
 *
 * `write`: reads, writes, and is seen writing · `read`: reads, and sees who writes · `none`: known, and gets nothing · `shut`: not let in at all.
 */
type Right = 'write' | 'read' | 'none' | 'shut'

/** Els and Frank lead a table each, whichever that is: the one who leads Riet's is `leader`. */
export const PLACES = {
  Saskia: 'organiser',
  leader: 'leads this table',
  otherLeader: 'leads another one',
  Riet: 'sits here',
  Mehmet: 'sits at another table',
  Loes: 'takes part, and has no seat',
  Tom: 'helper, at the desk',
  Olga: 'observer',
  Ilse: 'interpreter who sits here',
  Ivo: 'interpreter who sits nowhere',
  Griet: 'clerk',
  Lies: 'sits here, and left on purpose',
  Kees: 'sits here, and was taken out',
  Nina: 'sits here, and never came in: whoever knocks there has no login',
  stranger: 'organiser of another dialogue, at their own address',
  impostor: 'organiser of another dialogue, at the address of Riet',
} as const
export type Who = keyof typeof PLACES

const OUTSIDE = { Kees: 'shut', Nina: 'shut', stranger: 'none', impostor: 'shut' } as const

export const TEXT: Record<'at the tables' | 'back in the plenary' | 'over', Record<Who, Right>> = {
  'at the tables': {
    Saskia: 'read',
    leader: 'write',
    otherLeader: 'none',
    Riet: 'write',
    Mehmet: 'none',
    Loes: 'none',
    Tom: 'none',
    Olga: 'none',
    Ilse: 'read',
    Ivo: 'none',
    Griet: 'none',
    Lies: 'none',
    ...OUTSIDE,
  },
  'back in the plenary': {
    Saskia: 'read',
    leader: 'read',
    otherLeader: 'read',
    Riet: 'read',
    Mehmet: 'read',
    Loes: 'read',
    Tom: 'none',
    Olga: 'read',
    Ilse: 'read',
    Ivo: 'read',
    Griet: 'none',
    Lies: 'none',
    ...OUTSIDE,
  },
  over: {
    Saskia: 'read',
    leader: 'read',
    otherLeader: 'read',
    Riet: 'read',
    Mehmet: 'read',
    Loes: 'read',
    Tom: 'none',
    Olga: 'read',
    Ilse: 'read',
    Ivo: 'read',
    Griet: 'none',
    Lies: 'read',
    ...OUTSIDE,
  },
}

/** C2: the reason of an objection, before all reasons are open and after that, while people sit at tables. */
export const REASON: Record<'sealed' | 'open', readonly Who[]> = {
  sealed: ['Riet'],
  open: ['Saskia', 'leader', 'Riet', 'Ilse'],
}
