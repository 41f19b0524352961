import type { Catalogue } from './format.ts'

/** What an interpreter writes along (18). */
export const captions = {
  'captions.title': { nl: 'Wat er gezegd wordt', en: 'What is said' },
  'captions.by': {
    nl: 'Wat er gezegd wordt · schrijftolk {name}',
    en: 'What is said · writing interpreter {name}',
  },
  'captions.read': { nl: 'Lees mee met {name}', en: 'Read along with {name}' },
  'captions.close': { nl: 'Sluit het meelezen', en: 'Stop reading along' },
  'captions.hint': {
    nl: 'Iedereen in deze zaal kan meelezen. Enter begint een nieuwe regel. We bewaren dit niet.',
    en: 'Everybody in this room can read along. Enter starts a new line. We do not keep this.',
  },
  'captions.done': { nl: 'Nieuwe regel', en: 'New line' },
} satisfies Catalogue
