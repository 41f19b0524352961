import { distance } from 'fastest-levenshtein'
import { GROUPS, type Group, type Role } from '../model.ts'

/** The words that lists of people use, as municipalities write them. */

const GROUP_WORDS: Record<Group, readonly string[]> = {
  inwoner: ['inwoner', 'inwoners', 'inwoonster', 'bewoner', 'bewoners', 'resident', 'residents'],
  college: [
    'college',
    'college van b en w',
    'college van b&w',
    'college b&w',
    'b en w',
    'b&w',
    'college van burgemeester en wethouders',
    'collegelid',
    'collegeleden',
    'wethouder',
    'wethouders',
    'burgemeester',
  ],
  raad: ['raad', 'gemeenteraad', 'raadslid', 'raadsleden', 'gemeenteraadslid', 'gemeenteraadsleden'],
  ambtenaar: ['ambtenaar', 'ambtenaren', 'gemeenteambtenaar', 'gemeenteambtenaren'],
}
const ROLE_WORDS: Record<Role, readonly string[]> = {
  participant: ['deelnemer', 'deelnemers', 'deelneemster'],
  facilitator: ['begeleider', 'begeleiders', 'procesbegeleider', 'procesbegeleiders'],
  helper: ['helper', 'helpers', 'digitale helper', 'digitale helpers'],
  interpreter: ['tolk', 'tolken', 'schrijftolk', 'gebarentolk'],
  observer: ['toehoorder', 'toehoorders'],
  organiser: ['organisator', 'organisatoren'],
  clerk: ['griffier', 'griffiers'],
}
/** Words that may mean one of these; offered as a suggestion, never taken silently. */
const MEANT: Record<string, string> = {
  bestuur: 'college',
  burger: 'inwoner',
  burgers: 'inwoner',
  medewerker: 'ambtenaar',
  medewerkers: 'ambtenaar',
  gemeente: 'ambtenaar',
  gespreksleider: 'begeleider',
  facilitator: 'begeleider',
  gast: 'deelnemer',
  luisteraar: 'toehoorder',
  organisatie: 'organisator',
  griffie: 'griffier',
}

const flat = (words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).flatMap(([kind, all]) => all.map((word) => [word, kind] as const)))
const GROUP_OF = flat(GROUP_WORDS)
const ROLE_OF = flat(ROLE_WORDS)

const plain = (word: string): string => word.toLocaleLowerCase('nl').replace(/\s+/g, ' ').trim()

export const groupOf = (word: string): Group | null =>
  GROUPS.find((group) => group === GROUP_OF.get(plain(word))) ?? null
export const roleOf = (word: string): Role | null => (ROLE_OF.get(plain(word)) as Role | undefined) ?? null

/** The word that stands for this role in a list. */
export const wordOf = (role: Role): string => ROLE_WORDS[role][0] ?? role

/** What may have been meant: the first word of its kind. */
export function meantBy(word: string, what: 'group' | 'role'): string | null {
  const known = Object.values<readonly string[]>(what === 'group' ? GROUP_WORDS : ROLE_WORDS)
  const asked = plain(word)
  const meant = MEANT[asked]
  if (meant !== undefined && known.some(([first]) => first === meant)) return meant
  const near = known
    .flatMap((words) => words.map((each) => ({ first: words[0] ?? each, each, far: distance(asked, each) })))
    .filter(({ each, far }) => far <= (each.length > 4 ? 2 : 1) || asked.startsWith(each))
    .toSorted((one, other) => one.far - other.far)
  return near[0]?.first ?? null
}
