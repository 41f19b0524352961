import type { Catalogue } from './format.ts'

/** The talk apart of a helper and whoever asked for help, and calling back (07, 29). */
export const aside = {
  'aside.talks': {
    nl: '{name} praat met u. Alleen u hoort dat.',
    en: '{name} is talking to you. Only you hear it.',
  },
  'aside.youTalk': {
    nl: 'U praat met {name}. Niemand anders hoort u.',
    en: 'You are talking to {name}. Nobody else hears you.',
  },
  'aside.keeps': {
    nl: 'U hoort de anderen zachter. U houdt uw plek.',
    en: 'You hear the others more softly. You keep your place.',
  },
  'aside.answer': { nl: 'Praat terug', en: 'Talk back' },
  'aside.answerNot': { nl: 'Stop met praten', en: 'Stop talking' },
  'aside.show': { nl: 'Toon mijn scherm', en: 'Show my screen' },
  'aside.hide': { nl: 'Verberg mijn scherm', en: 'Hide my screen' },
  'aside.shown': { nl: '{name} ziet nu uw scherm.', en: '{name} sees your screen now.' },
  'aside.end': { nl: 'Sluit gesprek', en: 'Close talk' },
  'aside.noMicrophone': {
    nl: 'Uw microfoon doet het niet. U kunt wel luisteren.',
    en: 'Your microphone does not work. You can listen.',
  },
  'aside.connecting': { nl: 'We maken verbinding …', en: 'Connecting …' },

  'aside.tonesAsk': {
    nl: '{name} stuurt een testgeluid. Hoort u drie tonen?',
    en: '{name} sends a test sound. Do you hear three tones?',
  },
  'aside.tonesYes': { nl: 'Ja, ik hoor ze', en: 'Yes, I hear them' },
  'aside.tonesNo': { nl: 'Nee, ik hoor niets', en: 'No, I hear nothing' },
  'aside.tonesTold': { nl: '{name} ziet uw antwoord.', en: '{name} sees your answer.' },
  'aside.tonesAgain': { nl: 'Speel ze nog eens', en: 'Play them again' },
  'aside.type': { nl: 'Typ met {name}', en: 'Type with {name}' },
  'aside.typed': { nl: 'Getypt met {name}', en: 'Typed with {name}' },
  'aside.message': { nl: 'Uw bericht aan {name}', en: 'Your message to {name}' },
  'aside.messageHint': {
    nl: 'Niemand anders leest dit. We bewaren het niet.',
    en: 'Nobody else reads this. We do not keep it.',
  },
  'aside.send': { nl: 'Stuur', en: 'Send' },
  'aside.you': { nl: 'U', en: 'You' },
  'aside.wrote': { nl: '{name} schrijft: {text}', en: '{name} writes: {text}' },

  'aside.open': { nl: 'Praat met {name}', en: 'Talk to {name}' },
  'aside.apart': {
    nl: 'U praat apart met {name}. De tafel hoort u niet, en u hoort de tafel niet. {name} houdt de eigen plek.',
    en: 'You talk to {name} apart. The table does not hear you, and you do not hear the table. {name} keeps their place.',
  },
  'aside.waits': {
    nl: '{name} hoort u. Om terug te praten drukt {name} op "Praat terug".',
    en: '{name} hears you. To talk back {name} presses "Talk back".',
  },
  'aside.talksBack': { nl: '{name} praat terug.', en: '{name} is talking back.' },
  'aside.sendTones': { nl: 'Stuur testgeluid', en: 'Send test sound' },
  'aside.tones.untried': {
    nl: 'Het testgeluid is gestuurd. {name} krijgt de vraag of het klonk.',
    en: 'The test sound was sent. {name} is asked whether it was heard.',
  },
  'aside.tones.heard': { nl: '{name} hoort het testgeluid.', en: '{name} hears the test sound.' },
  'aside.tones.silent': {
    nl: '{name} hoort het testgeluid niet.',
    en: '{name} does not hear the test sound.',
  },
  'aside.screen': { nl: 'Scherm van {name}', en: 'Screen of {name}' },
  'aside.noScreen': {
    nl: 'Het scherm ziet u pas als {name} dat wil.',
    en: 'You see the screen only when {name} wants you to.',
  },
  'aside.close': { nl: 'Stop het gesprek met {name}', en: 'End the talk with {name}' },

  'aside.number': { nl: 'Uw telefoonnummer', en: 'Your telephone number' },
  'aside.numberHint': {
    nl: 'Alleen de helper ziet dit. We bewaren het niet.',
    en: 'Only the helper sees this. We do not keep it.',
  },
  'aside.callMe': { nl: 'Bel mij terug', en: 'Call me back' },
  'aside.willCall': { nl: 'De helper kan u bellen op {number}.', en: 'The helper can call you on {number}.' },
  'aside.noCall': { nl: 'Bel mij toch niet', en: 'Do not call me after all' },
  'aside.callBack': { nl: 'Bel terug: {number}', en: 'Call back: {number}' },
} satisfies Catalogue
