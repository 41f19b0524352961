import type { PersonId, Role, SessionState } from '../model.ts'

/** Names as people typed them, made safe to show beside each other. */

const LONGEST = 60
/** Words that would make somebody look like a role of the dialogue or like the software itself. */
const ROLE_WORDS = [
  'organisator',
  'organiser',
  'organizer',
  'begeleider',
  'procesbegeleider',
  'gespreksleider',
  'facilitator',
  'helper',
  'digitale helper',
  'tolk',
  'interpreter',
  'toehoorder',
  'observer',
  'griffier',
  'clerk',
  'voorzitter',
  'moderator',
  'beheerder',
  'admin',
  'administrator',
  'system',
  'systeem',
  'dialoogtafel',
]
/** Letters of other alphabets, and digits, that look like a Latin letter. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ɡ: 'g',
  ӏ: 'l',
  ѵ: 'v',
  ԝ: 'w',
  г: 'r',
  п: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  η: 'n',
  ϲ: 'c',
  ϳ: 'j',
  ı: 'i',
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '|': 'l',
  '!': 'i',
}

/** What a name looks like to a hurried eye: marks off, look-alikes replaced, only letters left. */
function skeleton(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('l', 'i')
}
const FORBIDDEN = new Set(ROLE_WORDS.map(skeleton))
/** A number behind it makes no other word of it. */
const isRoleWord = (text: string): boolean =>
  FORBIDDEN.has(skeleton(text)) || FORBIDDEN.has(skeleton(text.replace(/[^\p{L}]+$/u, '')))
/** Role words that are surnames too; they may stand behind a first name. */
const SURNAMES = new Set(['tolk', 'helper'].map(skeleton))

/** Who takes part or listens; the others do what their role says, and may be called by it. */
const PLAIN_ROLES: ReadonlySet<Role> = new Set(['participant', 'observer'])

/**
 * A name fit for a tile: NFKC, no direction, control or invisible characters, single spaces, at most 60 graphemes.
 * Role words are left out of the names of who takes part, in whatever alphabet they are written, so that nobody passes for who leads.
 * Empty when nothing is left.
 */
export function cleanName(raw: string, role: Role = 'participant'): string {
  const text = tidy(raw)
  return shorten(PLAIN_ROLES.has(role) ? withoutRoleWords(text).replace(/ +/g, ' ').trim() : text)
}

/** Is there anything in it that can be read as a name, allowed or not? */
export const isBlank = (raw: string): boolean => tidy(raw) === ''

function tidy(raw: string): string {
  return raw
    .slice(0, 1_000)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0\u2800]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim()
}

function shorten(text: string): string {
  const parts = [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)]
  const kept = parts.slice(0, LONGEST).map((part) => part.segment)
  return kept.join('').trim()
}

const WORD = /[\p{L}\p{M}\p{N}@$|!]+/gu

function withoutRoleWords(text: string): string {
  if (isRoleWord(text)) return ''
  let first = true
  const rest = text.replace(WORD, (word) => {
    const found = skeleton(word)
    const surname = !first && SURNAMES.has(found)
    first = false
    return isRoleWord(word) && !surname ? '' : word
  })
  if (rest === text) return text
  return rest.replace(/\(\s*\)|\[\s*\]/g, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')
}

/** The name, or with the first free number behind it when somebody who looks the same is already there. */
export function distinctName(name: string, taken: Iterable<string>): string {
  const seen = new Set([...taken].map((other) => other.toLocaleLowerCase('nl')))
  if (!seen.has(name.toLocaleLowerCase('nl'))) return name
  let number = 2
  while (seen.has(`${name} ${number}`.toLocaleLowerCase('nl'))) number += 1
  return `${name} ${number}`
}

/** Each name once, in the same order: the second "Anne" becomes "Anne 2". */
export function distinctNames(names: readonly string[]): string[] {
  const out: string[] = []
  for (const name of names) out.push(distinctName(name, out))
  return out
}

/** The name somebody goes by now: they may have changed the one they were invited under when they came in. */
export const nameIn = (
  state: SessionState | undefined,
  { id, name }: { id: PersonId; name: string },
): string => state?.people[id]?.name ?? name
