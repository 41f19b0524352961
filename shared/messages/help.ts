import type { Catalogue } from './format.ts'

/** Asking for help (07). */
export const help = {
  'help.title': { nl: 'Hulp', en: 'Help' },
  'help.note': { nl: 'Wat lukt er niet?', en: 'What does not work?' },
  'help.noteHint': { nl: 'Dit mag leeg blijven.', en: 'You may leave this empty.' },
  'help.ask': { nl: 'Laat een helper komen', en: 'I want a helper to come' },
  'help.askText': {
    nl: 'Een digitale helper ziet dan dat u wacht. De helper ziet ook of uw beeld en geluid het doen. De tafel merkt er niets van.',
    en: 'A digital helper then sees that you wait. The helper also sees whether your picture and sound work. The table does not notice.',
  },
  'help.asked': { nl: 'U hebt om hulp gevraagd.', en: 'You asked for help.' },
  'help.askedText': {
    nl: 'Een helper komt zo. U houdt uw plek. U kunt gewoon meedoen.',
    en: 'A helper is coming. You keep your place. You can just go on.',
  },
  'help.taken': { nl: '{name} helpt u.', en: '{name} is helping you.' },
  'help.solved': { nl: 'Het is opgelost', en: 'It is solved' },
  'help.done': {
    nl: 'Fijn. U kunt altijd opnieuw om hulp vragen.',
    en: 'Good. You can always ask for help again.',
  },
  'help.tryFirst': { nl: 'Probeer dit eerst', en: 'Try this first' },
  'help.hearNothing': { nl: 'Ik hoor niets', en: 'I hear nothing' },
  'help.hearText': {
    nl: 'Zet het geluid van uw apparaat harder. Hoort u drie tonen?',
    en: 'Turn up the sound of your device. Do you hear three tones?',
  },
  'help.playTones': { nl: 'Speel drie tonen', en: 'Play three tones' },
  'help.tonesPlayed': { nl: 'Er klonken drie tonen.', en: 'Three tones were played.' },
  'help.reload': { nl: 'Begin opnieuw met dit scherm', en: 'Start this screen again' },
  'help.reloadText': { nl: 'U houdt uw plek en uw tekst.', en: 'You keep your place and your text.' },
  'help.balance': { nl: 'Uw spreektijd', en: 'Your speaking time' },
  'help.balanceText': {
    nl: 'Alleen u, uw begeleider en de organisator zien dit. Er wordt niets opgenomen. We meten wel hoe lang iedereen praat.',
    en: 'Only you, your facilitator and the organiser see this. Nothing is recorded. We do measure how long everybody speaks.',
  },
  'help.told': { nl: 'Bericht van de helper', en: 'Message from the helper' },
  'help.toldText': { nl: 'De helper stuurt u een bericht.', en: 'The helper sends you a message.' },
  'help.code': { nl: 'Uw hulpcode', en: 'Your help code' },
  'help.codeText': {
    nl: 'Belt u met een helper? Noem dan deze code.',
    en: 'Are you calling a helper? Then say this code.',
  },
  'help.looks': { nl: 'Taal en weergave', en: 'Language and display' },
} satisfies Catalogue
