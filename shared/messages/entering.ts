import type { Catalogue } from './format.ts'

/** Other ways to one's place: the code from a letter, the link sent again, one's telephone, one's calendar (01, 22). */
export const entering = {
  'code.title': { nl: 'Typ de code uit uw brief', en: 'Type the code from your letter' },
  'code.label': { nl: 'Code uit uw brief of mail', en: 'Code from your letter or mail' },
  'code.hint': {
    nl: 'Acht letters en cijfers, bijvoorbeeld K7PM 4XDA. Grote of kleine letters maakt niet uit.',
    en: 'Eight letters and figures, such as K7PM 4XDA. Capitals or small letters, both are fine.',
  },
  'code.go': { nl: 'Verder', en: 'Continue' },
  'code.wrong': {
    nl: 'Deze code kennen we niet. Kijk nog eens goed naar elke letter. Hebt u een nieuwere brief? Gebruik dan de code daaruit.',
    en: 'We do not know this code. Please look at each letter again. Do you have a newer letter? Then use the code in that one.',
  },
  'code.over': {
    nl: 'Deze code was voor een bijeenkomst die al is geweest. De link in uw brief of mail werkt nog wel.',
    en: 'This code was for a meeting that is over. The link in your letter or mail still works.',
  },
  'code.often': {
    nl: 'Er is te vaak geprobeerd. Wacht een paar minuten. Of gebruik de link in uw brief of mail.',
    en: 'There were too many tries. Please wait a few minutes. Or use the link in your letter or mail.',
  },
  'code.mailed': {
    nl: 'Kennen we dit e-mailadres? Dan krijgt u zo een mail met uw link. Kijk ook bij ongewenste mail.',
    en: 'Do we know this e-mail address? Then you will soon get a mail with your link. Please look among unwanted mail too.',
  },
  'code.lost': { nl: 'Uw link kwijt?', en: 'Lost your link?' },
  'code.lostText': {
    nl: 'Bent u per mail uitgenodigd? Dan sturen we uw link nog een keer. Uw stoel blijft vrij.',
    en: 'Were you invited by mail? Then we send your link once more. Your seat stays free.',
  },
  'code.mail': { nl: 'Uw e-mailadres', en: 'Your e-mail address' },
  'code.send': { nl: 'Stuur mij mijn link', en: 'Send me my link' },
  'code.callText': {
    nl: 'Lukt het niet? Bel ons. U bent niets kwijt.',
    en: 'Does it not work? Call us. You have lost nothing.',
  },

  'join.onPhone': { nl: 'Liever op uw telefoon?', en: 'Rather on your phone?' },
  'join.onPhoneHow': {
    nl: 'Richt de camera van uw telefoon op dit vierkant. Druk dan op de link die u ziet.',
    en: 'Point your phone’s camera at this square. Then press the link you see.',
  },
  'join.scan': { nl: 'Code om te scannen, met uw eigen link', en: 'Code to scan, with your own link' },
  'join.calendar': { nl: 'Zet in mijn agenda', en: 'Put it in my calendar' },
} satisfies Catalogue
