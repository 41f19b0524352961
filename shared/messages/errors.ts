import type { RefusalCode } from '../protocol.ts'
import type { Catalogue } from './format.ts'

/** Why something did not happen, and what to do now. One sentence per code; the code comes from the server. */
export const errors = {
  'refusal.malformed': {
    nl: 'Dat ging niet goed. Ververs de pagina en probeer het nog een keer.',
    en: 'That did not work. Refresh the page and try again.',
  },
  'refusal.unknown_command': {
    nl: 'Dat kan niet op deze manier. Ververs de pagina en probeer het nog een keer.',
    en: 'That cannot be done this way. Refresh the page and try again.',
  },
  'refusal.not_your_role': {
    nl: 'Dit hoort bij iemand anders. Vraag het aan uw begeleider.',
    en: 'This is for somebody else to do. Please ask your facilitator.',
  },
  'refusal.not_your_room': {
    nl: 'Dit kan alleen in de ruimte waar u nu bent.',
    en: 'You can only do this in the room you are in.',
  },
  'refusal.wrong_phase': {
    nl: 'Dit kan nu niet. Wacht tot dit deel van de bijeenkomst begint.',
    en: 'Not at this moment. Please wait for this part of the meeting to begin.',
  },
  'refusal.floor_closed': {
    nl: 'De sprekerslijst is nu dicht.',
    en: 'The queue is closed for now.',
  },
  'refusal.no_such_person': {
    nl: 'Deze persoon is er niet meer.',
    en: 'This person is no longer here.',
  },
  'refusal.no_such_table': { nl: 'Deze tafel is er niet meer.', en: 'This table is no longer here.' },
  'refusal.no_such_turn': { nl: 'Deze beurt is al voorbij.', en: 'This turn is already over.' },
  'refusal.not_your_turn': { nl: 'U bent nu niet aan de beurt.', en: 'It is not your turn now.' },
  'refusal.nothing_to_undo': {
    nl: 'Uw oude plek is niet meer vrij. Steek uw hand opnieuw op.',
    en: 'Your old place is gone. Please raise your hand again.',
  },
  'refusal.nobody_waiting': { nl: 'Er staat niemand in de rij.', en: 'Nobody is waiting.' },
  'refusal.already': { nl: 'Dat is al gebeurd.', en: 'That has already happened.' },
  'refusal.table_in_use': {
    nl: 'Er zitten mensen aan deze tafel. Zet hen eerst aan een andere tafel.',
    en: 'People sit at this table. Move them to another table first.',
  },
  'refusal.empty_plan': {
    nl: 'Er is nog niemand ingedeeld. Deel eerst de mensen in.',
    en: 'Nobody has a seat yet. Seat people first.',
  },
  'refusal.old_version': {
    nl: 'De indeling is intussen veranderd. Kijk even en probeer het nog een keer.',
    en: 'The seating has changed meanwhile. Have a look and try again.',
  },
  'refusal.slow_down': {
    nl: 'Dat ging te snel achter elkaar. Wacht even en probeer het dan nog een keer.',
    en: 'That was too much at once. Wait a moment and try again.',
  },
  'refusal.not_saved': {
    nl: 'Dit is nog niet bewaard. De opslag doet het even niet. Probeer het zo nog een keer.',
    en: 'This has not been saved. Storage is not available for a moment. Please try again shortly.',
  },
  'refusal.media_away': {
    nl: 'Beeld en geluid doen het even niet. U hoeft niets te doen, wij proberen het steeds opnieuw.',
    en: 'Sound and picture are not available for a moment. You need not do anything; we keep trying.',
  },
  'refusal.elsewhere': {
    nl: 'U bent op een ander scherm al binnen.',
    en: 'You are already here on another screen.',
  },
} satisfies Catalogue & Record<`refusal.${RefusalCode}`, unknown>
