import type { Catalogue } from './format.ts'

/** The test of somebody's line, days ahead or while they wait. */
export const line = {
  'line.title': { nl: 'Test van uw verbinding', en: 'Test of your connection' },
  'line.busy': {
    nl: 'We testen uw verbinding. Dat duurt ongeveer tien seconden.',
    en: 'We are testing your connection. It takes about ten seconds.',
  },
  'line.verdict.good': { nl: 'Uw verbinding is goed genoeg.', en: 'Your connection is good enough.' },
  'line.verdict.narrow': {
    nl: 'Uw verbinding is goed genoeg. Beeld kan soms haperen. Geluid gaat voor.',
    en: 'Your connection is good enough. Picture may stop at times. Sound goes first.',
  },
  'line.verdict.texts': {
    nl: 'Uw verbinding laat geluid en beeld niet door. Lezen en typen lukt wel.',
    en: 'Your connection does not let sound and picture through. Reading and typing does work.',
  },
  'line.verdict.none': {
    nl: 'We kunnen de bijeenkomst niet bereiken met geluid en beeld.',
    en: 'We cannot reach the meeting with sound and picture.',
  },
  'line.way.signalling': { nl: 'Contact met de bijeenkomst', en: 'Contact with the meeting' },
  'line.way.udp': { nl: 'Geluid en beeld, rechtstreeks', en: 'Sound and picture, straight' },
  'line.way.tcp': { nl: 'Geluid en beeld, langs een andere weg', en: 'Sound and picture, by another way' },
  'line.way.turn': { nl: 'Geluid en beeld, met een omweg', en: 'Sound and picture, by a way round' },
  'line.is.good': { nl: 'lukt', en: 'works' },
  'line.is.bad': { nl: 'lukt niet', en: 'does not work' },
  'line.is.absent': { nl: 'is hier niet nodig', en: 'is not needed here' },
  'line.is.waiting': { nl: 'even wachten', en: 'wait a moment' },
  'line.code': { nl: 'Code voor de helper: {code}', en: 'Code for the helper: {code}' },
  'line.codeText': {
    nl: 'De digitale helper ziet deze uitslag bij uw naam. Belt u met iemand? Noem dan de code.',
    en: 'The digital helper sees this result at your name. Are you calling somebody? Then say the code.',
  },
  'line.failed': {
    nl: 'De test is niet gelukt. Misschien is uw verbinding even weg.',
    en: 'The test did not work. Your connection may be away for a moment.',
  },
  'line.tips': {
    nl: 'Probeer het op een ander netwerk. Wifi van uw werk of een hotel houdt soms geluid tegen.',
    en: 'Try it on another network. The wifi of your work or a hotel sometimes stops sound.',
  },
  'line.phone': { nl: 'Ik wil meedoen met de telefoon', en: 'I want to take part by telephone' },
  'line.phoneNote': { nl: 'Wil meedoen met de telefoon.', en: 'Wants to take part by telephone.' },
  'line.phoneAsked': {
    nl: 'De digitale helper weet het. U hoort hoe u kunt bellen.',
    en: 'The digital helper knows. You will hear how to call.',
  },
  'line.again': { nl: 'Test opnieuw', en: 'Test again' },
  'line.done': { nl: 'Verder', en: 'Continue' },
  'line.ofHelper': { nl: 'Test van de verbinding', en: 'Test of the connection' },
  'line.short.good': { nl: 'goed', en: 'good' },
  'line.short.narrow': { nl: 'goed genoeg, met een omweg', en: 'good enough, by a way round' },
  'line.short.texts': { nl: 'geen geluid en beeld', en: 'no sound and picture' },
  'line.short.none': { nl: 'geen contact', en: 'no contact' },
} satisfies Catalogue
