import type { Catalogue } from './format.ts'

/** Inviting people: by mail, by letter, or with the code on the screen (30b). */
export const inviting = {
  'invite.title': { nl: 'Uitnodigen', en: 'Invite' },
  'invite.mail': {
    nl: '{count, plural, =0 {Mail niemand} one {Mail # mens} other {Mail # mensen}}',
    en: '{count, plural, =0 {Mail nobody} one {Mail # person} other {Mail # people}}',
  },
  'invite.letters': {
    nl: '{count, plural, =0 {Geen brieven} one {Maak # brief} other {Maak # brieven}}',
    en: '{count, plural, =0 {No letters} one {Make # letter} other {Make # letters}}',
  },
  'invite.whom': { nl: 'Wie nodigt u uit?', en: 'Whom do you invite?' },
  'invite.all': { nl: 'Iedereen', en: 'Everybody' },
  'invite.unopened': { nl: 'Wie de link nog niet opende', en: 'Who has not opened the link' },
  'invite.uninvited': { nl: 'Wie nog geen mail kreeg', en: 'Who has had no mail yet' },
  'invite.chosen': { nl: 'Wie ik aanvink', en: 'Whom I tick' },
  'invite.ask': {
    nl: '{count, plural, one {# mens} other {# mensen}} mailen?',
    en: 'Mail {count, plural, one {# person} other {# people}}?',
  },
  'invite.body': {
    nl: 'Ieder krijgt een eigen mail met de eigen link, de code en de datum. De mail komt van {from}.',
    en: 'Each gets a mail of their own with their own link, the code and the date. The mail comes from {from}.',
  },
  'invite.reminder': {
    nl: 'Wie u mailt, krijgt een dag ervoor vanzelf een herinnering.',
    en: 'Whoever you mail gets a reminder by itself the day before.',
  },
  'invite.without': {
    nl: '{count, plural, one {# mens heeft} other {# mensen hebben}} geen adres dat werkt, of {count, plural, one {wil} other {willen}} geen mail. Geef {count, plural, one {die} other {hen}} een brief.',
    en: '{count, plural, one {# person has} other {# people have}} no address that works, or {count, plural, one {wants} other {want}} no mail. Give them a letter.',
  },
  'invite.noDate': {
    nl: 'Er staat nog geen datum. Kies die eerst bij Mensen. Dan staat hij in de mail.',
    en: 'There is no date yet. First choose one under People. Then it is in the mail.',
  },
  'invite.sending': {
    nl: '{count, plural, =0 {Er ging geen mail weg. Wie net mail kreeg, krijgt niet meteen weer.} one {# mail gaat weg.} other {# mails gaan weg.}}',
    en: '{count, plural, =0 {No mail was sent. Who has just had mail gets none again at once.} one {# mail is being sent.} other {# mails are being sent.}}',
  },
  'invite.notSetUp': {
    nl: 'Mail versturen kan hier nog niet. De beheerder kan dat instellen. Brieven maken kan wel.',
    en: 'Mail cannot be sent here yet. The administrator can set that up. You can make letters.',
  },
  'invite.own': { nl: 'Uw eigen e-mailadres', en: 'Your own e-mail address' },
  'invite.ownHint': {
    nl: 'Antwoorden op de mail komen hier. Raakt u uw link kwijt? Dan sturen we hem hierheen.',
    en: 'Answers to the mail come here. Do you lose your link? Then we send it here.',
  },
  'invite.save': { nl: 'Bewaar mijn adres', en: 'Save my address' },
  'invite.saved': { nl: 'Uw adres is bewaard.', en: 'Your address was saved.' },
  'invite.noAddress': {
    nl: 'Dit is geen e-mailadres. Kijk het nog eens na.',
    en: 'This is no e-mail address. Please check it.',
  },
  'invite.alone': {
    nl: 'U bent de enige organisator. Voeg bij Mensen een tweede toe. Dan kan er altijd iemand verder als u er niet bent.',
    en: 'You are the only organiser. Add a second one under People. Then somebody can always go on when you are not there.',
  },
  'invite.tick': { nl: 'Kies {name}', en: 'Choose {name}' },
  'invite.scan': { nl: 'Scan-code', en: 'Scan code' },
  'invite.scanName': { nl: 'Scan-code van {name}', en: 'Scan code of {name}' },
  'invite.scanHow': {
    nl: 'Voor wie naast u zit. Richt de camera van de telefoon op het vierkant.',
    en: 'For somebody beside you. Point the phone’s camera at the square.',
  },
  'invite.scanAlt': {
    nl: 'Code om te scannen, met de link van {name}',
    en: 'Code to scan, with the link of {name}',
  },
  'invite.scanCode': { nl: 'Of typ op {address} deze code:', en: 'Or type this code at {address}:' },
  'invite.bounced': { nl: 'Mail komt terug', en: 'Mail comes back' },
  'invite.bouncedName': { nl: 'Mail aan {name} komt terug', en: 'Mail to {name} comes back' },
  'invite.works': { nl: 'Adres werkt wel', en: 'Address does work' },
  'invite.worksName': { nl: 'Het adres van {name} werkt wel', en: 'The address of {name} does work' },

  'mailed.none': { nl: 'nog geen mail', en: 'no mail yet' },
  'mailed.noAddress': { nl: 'geen e-mailadres', en: 'no e-mail address' },
  'mailed.noMail': { nl: 'wil geen mail', en: 'wants no mail' },
  'mailed.bounced': { nl: 'mail kwam terug', en: 'mail came back' },
  'mailed.waiting': { nl: 'mail wacht', en: 'mail is waiting' },
  'mailed.sending': { nl: 'mail gaat weg', en: 'mail is being sent' },
  'mailed.sent': { nl: 'gemaild op {day}', en: 'mailed on {day}' },
  'mailed.refused': { nl: 'mail kwam terug', en: 'mail came back' },
  'mailed.failed': { nl: 'mail lukte niet', en: 'mail failed' },
  'mailed.unsure': { nl: 'mail is misschien weg', en: 'mail may have gone' },
  'mailed.reminded': { nl: 'herinnerd op {day}', en: 'reminded on {day}' },
} satisfies Catalogue
