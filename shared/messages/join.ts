import type { Catalogue } from './format.ts'

/** The three steps of coming in: the name, picture and sound, and the way to the room (01-03). */
export const join = {
  'join.step': { nl: 'Stap {step} van 3', en: 'Step {step} of 3' },
  'join.welcome': { nl: 'Welkom bij {title}', en: 'Welcome to {title}' },
  'join.name': { nl: 'Hoe heet u?', en: 'What is your name?' },
  'join.nameHint': {
    nl: 'Zo ziet iedereen u. Uw voornaam is genoeg.',
    en: 'This is how everybody sees you. Your first name is enough.',
  },
  'join.youAre': { nl: 'U komt binnen als {name}.', en: 'You come in as {name}.' },
  'join.youAreRole': { nl: 'U komt binnen als {name}, {role}.', en: 'You come in as {name}, {role}.' },
  'join.inside': { nl: 'U bent al binnen.', en: 'You are in already.' },
  'join.go': { nl: 'Verder', en: 'Continue' },
  'join.testLine': { nl: 'Test eerst uw verbinding', en: 'Test your connection first' },
  'join.inUse': {
    nl: 'Uw plek is nu open op een ander apparaat. Gaat u hier verder? Dan stopt het daar. U bent niets kwijt.',
    en: 'Your place is open on another device now. Go on here? Then it stops there. You lose nothing.',
  },
  'join.useHere': { nl: 'Gebruik dit apparaat', en: 'Use this device' },
  'join.factAccount': {
    nl: 'U hebt geen account nodig en geen wachtwoord.',
    en: 'You need no account and no password.',
  },
  'join.factInstall': { nl: 'U hoeft niets te installeren.', en: 'You need not install anything.' },
  'join.factHelp': {
    nl: 'Een digitale helper kijkt met u mee als u dat wilt.',
    en: 'A digital helper looks along with you if you wish.',
  },

  // picture and sound
  'join.devices': { nl: 'Beeld en geluid', en: 'Picture and sound' },
  'join.asking': {
    nl: 'Uw browser vraagt of u camera en microfoon wilt gebruiken. Druk op Toestaan.',
    en: 'Your browser asks whether you want to use camera and microphone. Press Allow.',
  },
  'join.picture': { nl: 'Uw eigen beeld', en: 'Your own picture' },
  'join.noPicture': { nl: 'Geen beeld', en: 'No picture' },
  'join.seeQuestion': { nl: 'Ziet u uzelf?', en: 'Do you see yourself?' },
  'join.hearQuestion': { nl: 'Zeg iets. Gaan de blokjes aan?', en: 'Say something. Do the blocks light up?' },
  'join.soundQuestion': { nl: 'Hoort u ons?', en: 'Do you hear us?' },
  'join.no': { nl: 'Nee', en: 'No' },
  'join.noSee': { nl: 'Nee, ik zie mezelf niet', en: 'No, I do not see myself' },
  'join.noHear': { nl: 'Nee, de blokjes gaan niet aan', en: 'No, the blocks do not light up' },
  'join.listen': { nl: 'Luister', en: 'Listen' },
  'join.listening': { nl: 'U hoort nu drie tonen.', en: 'You now hear three tones.' },
  'join.level': { nl: 'Uw geluid', en: 'Your sound' },
  'join.levelGood': { nl: 'Wij horen u goed.', en: 'We hear you well.' },
  'join.levelQuiet': { nl: 'Nog niets te horen.', en: 'Nothing to hear yet.' },
  'join.seeTip': {
    nl: 'Zit er een schuifje voor de camera? Sluit ook andere programma’s met beeld. U kunt ook zonder camera meedoen.',
    en: 'Is there a cover on the camera? Also close other programs with video. You can take part without a camera too.',
  },
  'join.hearTip': {
    nl: 'Staat uw microfoon uit? Soms zit er een knopje op uw koptelefoon. U kunt ook zonder geluid meedoen.',
    en: 'Is your microphone off? Sometimes there is a switch on your headphones. You can take part without sound too.',
  },
  'join.camera.blocked': {
    nl: 'De camera mag niet van uw browser. Druk op het camera-teken bovenin, naast het adres, en kies Toestaan.',
    en: 'Your browser does not allow the camera. Press the camera sign at the top, beside the address, and choose Allow.',
  },
  'join.camera.system': {
    nl: 'De camera mag niet van uw apparaat. Zet de camera aan voor uw browser in de instellingen van uw apparaat.',
    en: 'Your device does not allow the camera. Turn it on for your browser in the settings of your device.',
  },
  'join.camera.none': {
    nl: 'We vinden geen camera. Dat geeft niet.',
    en: 'We find no camera. That is all right.',
  },
  'join.camera.busy': {
    nl: 'Een ander programma gebruikt de camera. Sluit dat programma en probeer het opnieuw.',
    en: 'Another program is using the camera. Close that program and try again.',
  },
  'join.microphone.blocked': {
    nl: 'De microfoon mag niet van uw browser. Druk op het teken bovenin, naast het adres, en kies Toestaan.',
    en: 'Your browser does not allow the microphone. Press the sign at the top, beside the address, and choose Allow.',
  },
  'join.microphone.system': {
    nl: 'De microfoon mag niet van uw apparaat. Zet de microfoon aan voor uw browser in de instellingen van uw apparaat.',
    en: 'Your device does not allow the microphone. Turn it on for your browser in the settings of your device.',
  },
  'join.microphone.none': {
    nl: 'We vinden geen microfoon. U kunt luisteren, lezen en schrijven.',
    en: 'We find no microphone. You can listen, read and write.',
  },
  'join.microphone.busy': {
    nl: 'Een ander programma gebruikt de microfoon. Sluit dat programma en probeer het opnieuw.',
    en: 'Another program is using the microphone. Close that program and try again.',
  },
  'join.again': { nl: 'Probeer opnieuw', en: 'Try again' },
  'join.waitsForDevices': {
    nl: 'We wachten op uw camera en microfoon. Dat kan even duren. Verder kan al met een van de knoppen hieronder.',
    en: 'We are waiting for your camera and microphone. That may take a while. You can already go on with a button below.',
  },
  'join.seeMyself': { nl: 'Ja, ik zie mezelf', en: 'Continue, I see myself' },
  'join.goWithoutCamera': { nl: 'Verder zonder camera', en: 'Continue without camera' },
  'join.goListening': { nl: 'Verder, ik luister en lees', en: 'Continue, I listen and read' },
  'join.withoutCamera': { nl: 'Zonder camera meedoen', en: 'Take part without camera' },
  'join.withoutSound': { nl: 'Zonder microfoon meedoen', en: 'Take part without microphone' },
  'join.skip': { nl: 'Sla dit over', en: 'Skip this' },

  // ready, and waiting in the lobby
  'join.ready': { nl: 'U bent er, {name}.', en: 'You are in, {name}.' },
  'join.beginAt': {
    nl: 'We beginnen om {time} uur, over {minutes, plural, one {# minuut} other {# minuten}}.',
    en: 'We start at {time}, in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'join.beginDay': { nl: 'We beginnen op {day} om {time} uur.', en: 'We start on {day} at {time}.' },
  'join.beginSoon': { nl: 'We beginnen zo.', en: 'We start soon.' },
  'join.begun': { nl: 'We zijn begonnen.', en: 'We have started.' },
  'join.nothingToDo': {
    nl: 'U hoeft niets te doen. Uw geluid staat nu uit.',
    en: 'You need not do anything. Your sound is off now.',
  },
  'join.soundOff': { nl: 'Uw geluid staat nu uit.', en: 'Your sound is off now.' },
  'join.waiting': { nl: 'Dit scherm gaat vanzelf verder.', en: 'This screen goes on by itself.' },
  'join.toRoom': { nl: 'Naar de zaal', en: 'Join the room' },
  'join.road': { nl: 'Zo gaat het', en: 'This is how it goes' },
  'join.roadTogether': { nl: 'Samen', en: 'Together' },
  'join.roadTable': { nl: 'Aan tafel', en: 'At a table' },
  'join.roadOpen': {
    nl: 'We openen met alle {count, plural, one {# mens} other {# mensen}}.',
    en: 'We open with all {count, plural, one {# person} other {# people}}.',
  },
  'join.roadTalk': {
    nl: 'U praat in een kleine groep. U gaat er vanzelf heen.',
    en: 'You talk in a small group. You go there by itself.',
  },
  'join.roadRead': {
    nl: 'We lezen de afspraken van alle tafels.',
    en: 'We read the agreements of all tables.',
  },
  'join.testAgain': { nl: 'Beeld en geluid nog eens testen', en: 'Test picture and sound again' },
  'join.testLineAgain': { nl: 'Uw verbinding testen', en: 'Test your connection' },
  'join.whoIsIn': { nl: 'Wie is er al?', en: 'Who is in already?' },
  'join.inCount': {
    nl: '{here} van {all, plural, one {# mens is} other {# mensen {here, plural, one {is} other {zijn}}}} er.',
    en: '{here} of {all, plural, one {# person is} other {# people {here, plural, one {is} other {are}}}} in.',
  },
  'join.rules': { nl: 'Zo praten we met elkaar', en: 'How we talk with each other' },
  'join.rule.finish': { nl: 'Laat de ander uitspreken.', en: 'Let the other finish.' },
  'join.rule.self': { nl: 'Spreek vanuit uzelf.', en: 'Speak for yourself.' },
  'join.rule.ask': { nl: 'Vraag door.', en: 'Ask on.' },
  'join.rule.judge': { nl: 'Stel uw oordeel uit.', en: 'Hold back your judgement.' },
  'join.rule.silence': { nl: 'Een stilte mag.', en: 'Silence is fine.' },
} satisfies Catalogue
