import type { Catalogue } from './format.ts'

/** Words that stand on many screens. */
export const words = {
  'words.close': { nl: 'Sluit', en: 'Close' },
  'words.undo': { nl: 'Ongedaan maken', en: 'Undo' },
  'words.tooLong': {
    nl: 'Dit is te lang: {count, number} van {most, number} tekens. Maak de tekst korter.',
    en: 'This is too long: {count, number} of {most, number} characters. Make the text shorter.',
  },
  'words.notNow': { nl: 'Nee, nu niet', en: 'No, not now' },
  'words.messages': { nl: 'Berichten', en: 'Messages' },
  'words.help': { nl: 'Ik heb hulp nodig', en: 'I need help' },
  'words.toContent': { nl: 'Naar de inhoud', en: 'Skip to the content' },
  'words.language': { nl: 'Taal', en: 'Language' },
  'words.theme': { nl: 'Weergave', en: 'Display' },
  'words.theme.system': { nl: 'Zoals mijn apparaat', en: 'As on my device' },
  'words.theme.light': { nl: 'Licht', en: 'Light' },
  'words.theme.dark': { nl: 'Donker', en: 'Dark' },
  'words.theme.contrast': { nl: 'Veel contrast', en: 'High contrast' },
  'words.second': { nl: 'Zin bovenaan ook in', en: 'Sentence at the top also in' },
  'words.second.none': { nl: 'Geen andere taal', en: 'No other language' },
  'words.sounds': { nl: 'Geluidjes', en: 'Soft sounds' },
  'words.sounds.on': { nl: 'Aan', en: 'On' },
  'words.sounds.off': { nl: 'Uit', en: 'Off' },
  'words.withoutArabic': {
    nl: 'Dit scherm is er in het Nederlands en het Engels.',
    en: 'This screen is there in Dutch and English.',
  },
  'words.promise': { nl: 'De belofte van de raad', en: 'The promise of the council' },
  'words.recording': {
    nl: 'Er wordt niets opgenomen. We meten wel hoe lang iedereen praat.',
    en: 'Nothing is recorded. We do measure how long everybody speaks.',
  },

  'role.organiser': { nl: 'Organisator', en: 'Organiser' },
  'role.facilitator': { nl: 'Procesbegeleider', en: 'Facilitator' },
  'role.participant': { nl: 'Deelnemer', en: 'Participant' },
  'role.helper': { nl: 'Digitale helper', en: 'Digital helper' },
  'role.observer': { nl: 'Toehoorder', en: 'Observer' },
  'role.interpreter': { nl: 'Tolk', en: 'Interpreter' },
  'role.clerk': { nl: 'Griffier', en: 'Clerk of the council' },

  'government.lawful': { nl: 'Rechtmatige overheid', en: 'Lawful government' },
  'government.networking': { nl: 'Netwerkende overheid', en: 'Networking government' },
  'government.performing': { nl: 'Presterende overheid', en: 'Performing government' },
  'government.participating': { nl: 'Participerende overheid', en: 'Participating government' },
} satisfies Catalogue
