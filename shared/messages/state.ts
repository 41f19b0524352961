import type { Catalogue } from './format.ts'

/**
 * The sentence of state, and the words of the controls beside it (hand.*, mic.*, camera.*, turn.*, tile.*, note.*). floor.* says who has the floor;
 * mine.* is added behind it with a space; whole.* and room.* stand alone; sub.* stands under it; role.* are the government roles named in it.
 */
export const state = {
  'floor.free': { nl: 'Vrij gesprek. {name} praat.', en: 'Open talk. {name} is speaking.' },
  'floor.freeNobody': { nl: 'Vrij gesprek. Wie wil, kan iets zeggen.', en: 'Open talk. Anyone can speak.' },
  'floor.freeSeveral': {
    nl: 'Vrij gesprek. {count, plural, one {# persoon praat} other {# mensen praten}} tegelijk.',
    en: 'Open talk. {count, plural, one {# person is} other {# people are}} speaking at once.',
  },
  'floor.holder': { nl: '{name} is aan het woord.', en: '{name} has the floor.' },
  'floor.typed': { nl: '{name} is aan de beurt en typt.', en: '{name} has the floor and is typing.' },
  'floor.offered': { nl: '{name} is aan de beurt en begint zo.', en: "It is {name}'s turn, starting soon." },
  'floor.dropped': {
    nl: '{name} is even weg. We wachten {seconds, plural, one {# seconde} other {# seconden}}.',
    en: '{name} dropped out. We wait {seconds, plural, one {# second} other {# seconds}}.',
  },
  'floor.nobody': { nl: 'Niemand heeft nu het woord.', en: 'Nobody has the floor now.' },
  'floor.round': { nl: 'Rondje. {name} is aan het woord.', en: 'Round. {name} has the floor.' },
  'floor.quietFirst': {
    nl: 'De begeleider kiest de volgorde. {name} is aan het woord.',
    en: 'The facilitator sets the order. {name} has the floor.',
  },
  'floor.silence': {
    nl: 'Stilte. Nog {minutes, plural, one {# minuut} other {# minuten}} om na te denken.',
    en: 'Silence. {minutes, plural, one {# more minute} other {# more minutes}} to think.',
  },
  'floor.process': {
    nl: '{name} heeft een vraag over het gesprek.',
    en: '{name} has a question about the conversation.',
  },
  'floor.steering': { nl: '{name} stuurt bij.', en: '{name} is guiding the talk.' },
  'floor.steeringHeld': {
    nl: '{leader} stuurt bij. {name} houdt het woord.',
    en: '{leader} is guiding the talk. {name} keeps the floor.',
  },
  'floor.consent': { nl: 'De ronde. {name} antwoordt.', en: 'Consent round. {name} is answering.' },
  'floor.consentAskAgain': {
    nl: 'De ronde. {name} is even weg. We vragen het straks opnieuw.',
    en: 'Consent round. {name} dropped out. We will ask again later.',
  },
  'floor.consentAsked': {
    nl: 'De ronde. Iedereen is gevraagd. Alles is nog dicht.',
    en: 'Consent round. Everybody has been asked. All is still sealed.',
  },
  'floor.phone': {
    nl: '{name} is aan het woord, via de telefoon.',
    en: '{name} has the floor, by telephone.',
  },
  'floor.roundDone': {
    nl: 'Het rondje is klaar. {spoke, plural, =0 {Niemand heeft gesproken} one {# mens heeft gesproken} other {# mensen hebben gesproken}}{passed, plural, =0 {} one {, # ging voorbij} other {, # gingen voorbij}}.',
    en: 'The round is done. {spoke, plural, =0 {Nobody spoke} one {# person spoke} other {# people spoke}}{passed, plural, =0 {} one {, # passed} other {, # passed}}.',
  },

  'mine.number': {
    nl: 'U bent nummer {position, number} in de rij.',
    en: 'You are number {position, number} in the queue.',
  },
  'mine.next': { nl: 'U bent hierna.', en: 'You are next.' },
  'mine.after': { nl: 'U komt na {name}.', en: 'You come after {name}.' },
  'mine.been': { nl: 'U bent geweest.', en: 'You have had your turn.' },
  'mine.consentGiven': { nl: 'Uw antwoord is binnen.', en: 'Your answer is in.' },
  'mine.kept': { nl: 'U houdt uw plek.', en: 'You keep your place.' },

  'whole.lobby': {
    nl: 'U bent er. We beginnen over {minutes, plural, one {# minuut} other {# minuten}}.',
    en: 'You are in. We start in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'whole.offeredMe': { nl: 'U bent aan de beurt, {name}.', en: 'It is your turn, {name}.' },
  'whole.speakingMe': { nl: 'U bent aan het woord.', en: 'You have the floor.' },
  'whole.overTime': {
    nl: 'U bent aan het woord. Rond rustig af.',
    en: 'You have the floor. Please round off calmly.',
  },
  'whole.consentMe': {
    nl: 'U bent aan de beurt. Kunt u met deze tekst leven?',
    en: 'It is your turn. Can you live with this text?',
  },
  'whole.consentClear': { nl: '{name} vraagt: is de tekst helder?', en: '{name} asks: is the text clear?' },
  'whole.consentReactions': {
    nl: '{name} vraagt wat u van de tekst vindt.',
    en: '{name} asks what you think of the text.',
  },
  'whole.consentReading': { nl: '{name} leest de tekst voor.', en: '{name} is reading the text aloud.' },
  'whole.consentWaits': {
    nl: 'De ronde wacht. Wie hem leidt, is er nu niet.',
    en: 'The round waits. Whoever leads it is not here now.',
  },
  'whole.consentOpened': {
    nl: 'De ronde is klaar. Alle redenen zijn open.',
    en: 'The round is done. All reasons are open.',
  },
  'whole.consentVoid': {
    nl: 'De tekst is veranderd. Alle antwoorden zijn vervallen.',
    en: 'The text has changed. All answers are void.',
  },
  'whole.consentCarried': {
    nl: '{name} stelt vast: niemand heeft een zwaarwegend bezwaar. De afspraak is gedragen.',
    en: '{name} concludes: nobody has a serious objection. The agreement is carried.',
  },
  'whole.consentDeadlock': {
    nl: 'We komen er nu niet uit. De tekst en het bezwaar gaan samen naar de zaal.',
    en: 'We do not get there now. The text and the objection go to the main room together.',
  },
  'whole.consentReturned': {
    nl: 'Er is een bezwaar. We zoeken samen een nieuwe tekst.',
    en: 'There is an objection. We look for a new text together.',
  },
  'whole.announced': {
    nl: 'U gaat over {seconds, plural, one {# seconde} other {# seconden}} naar tafel {table}: {role}.',
    en: 'In {seconds, plural, one {# second} other {# seconds}} you go to table {table}: {role}.',
  },
  'whole.moving': { nl: 'U gaat nu naar tafel {table}.', en: 'You are going to table {table} now.' },
  'whole.stay': {
    nl: 'U bent nog in de grote zaal. Uw stoel aan tafel {table} is vrij.',
    en: 'You are still in the main room. Your seat at table {table} is free.',
  },
  'whole.recalled': {
    nl: 'Over {seconds, plural, one {# seconde} other {# seconden}} gaan we terug naar de grote zaal.',
    en: 'In {seconds, plural, one {# second} other {# seconds}} we go back to the main room.',
  },
  'whole.reconnecting': {
    nl: 'De verbinding is even weg. We proberen het opnieuw.',
    en: 'The connection is lost. We are trying again.',
  },
  'whole.back': { nl: 'U bent terug. U bent niets kwijt.', en: 'You are back. Nothing was lost.' },
  'whole.mediaOff': {
    nl: 'Beeld en geluid zijn uit. U kunt lezen en typen.',
    en: 'Picture and sound are off. You can read and type.',
  },
  'whole.meterOff': {
    nl: 'De spreektijd wordt even niet gemeten.',
    en: 'Speaking time is not being measured right now.',
  },
  'whole.reading': {
    nl: '{name} leest afspraak {number} voor.',
    en: '{name} is reading agreement {number}.',
  },
  'whole.ended': { nl: 'De bijeenkomst is klaar. Dank u wel.', en: 'The meeting is over. Thank you.' },
  'whole.typingMe': { nl: 'U bent aan de beurt. U kunt typen.', en: 'It is your turn. You can type.' },

  'room.freeMine': { nl: 'Vrij gesprek. U praat.', en: 'Open talk. You are speaking.' },
  'room.replyMine': { nl: 'U mag kort reageren.', en: 'You may reply briefly.' },
  'room.steeringMine': { nl: 'U stuurt bij.', en: 'You are guiding the talk.' },
  'room.isNext': { nl: '{name} is hierna.', en: '{name} is next.' },
  'room.lobbySoon': { nl: 'U bent er. We beginnen zo.', en: 'You are in. We start soon.' },
  'room.staysHere': {
    nl: 'Over {seconds, plural, one {# seconde} other {# seconden}} gaan de tafels open. U blijft hier.',
    en: 'In {seconds, plural, one {# second} other {# seconds}} the tables open. You stay here.',
  },
  'room.movingBack': {
    nl: 'U gaat nu terug naar de grote zaal.',
    en: 'You are going back to the main room now.',
  },
  'room.othersAtTables': {
    nl: 'De tafels zijn nu open. U zit in de grote zaal.',
    en: 'The tables are open now. You are in the main room.',
  },
  'room.comingBack': {
    nl: 'Over {seconds, plural, one {# seconde} other {# seconden}} sluiten de tafels. U bent al in de grote zaal.',
    en: 'In {seconds, plural, one {# second} other {# seconds}} the tables close. You are in the main room already.',
  },
  'room.elsewhere': { nl: 'U doet mee op een ander apparaat.', en: 'You are taking part on another device.' },
  'room.openAgain': {
    nl: 'De verbinding is gestopt. Open uw link opnieuw.',
    en: 'The connection has stopped. Open your link again.',
  },

  'sub.begin': {
    nl: 'Uw microfoon gaat pas aan als u op Begin drukt.',
    en: 'Your microphone goes on only when you press Begin.',
  },
  'sub.heard': { nl: 'Iedereen hoort u.', en: 'Everybody hears you.' },
  'sub.heardByNobody': {
    nl: 'Uw microfoon is aan. Er is nu verder niemand.',
    en: 'Your microphone is on. Nobody else is here now.',
  },
  'sub.micOff': {
    nl: 'Uw microfoon staat uit. Niemand hoort u.',
    en: 'Your microphone is off. Nobody hears you.',
  },
  'sub.typeOnly': {
    nl: 'Uw geluid is er nu niet. U kunt schrijven in de afspraak.',
    en: 'Your sound is away now. You can write in the agreement.',
  },
  'sub.afterYou': { nl: 'Na u komt {name}.', en: '{name} comes after you.' },
  'sub.thenOne': { nl: 'Daarna komt {name}.', en: 'Then comes {name}.' },
  'sub.thenTwo': { nl: 'Daarna komen {name} en {second}.', en: 'Then come {name} and {second}.' },
  'sub.thenMore': {
    nl: 'Daarna komen {name} en nog {count, plural, one {# ander} other {# anderen}}.',
    en: 'Then come {name} and {count, plural, one {# other} other {# others}}.',
  },
  'sub.waitOne': { nl: '{name} wacht.', en: '{name} is waiting.' },
  'sub.waitTwo': { nl: '{name} en {second} wachten.', en: '{name} and {second} are waiting.' },
  'sub.waitMore': {
    nl: '{name} en nog {count, plural, one {# ander} other {# anderen}} wachten.',
    en: '{name} and {count, plural, one {# other} other {# others}} are waiting.',
  },
  'sub.join': { nl: 'U kunt gewoon meepraten.', en: 'Feel free to join in.' },
  'sub.handUp': { nl: 'Uw hand is omhoog.', en: 'Your hand is up.' },
  'sub.handDown': { nl: 'Uw hand is omlaag.', en: 'Your hand is down.' },
  'sub.once': { nl: 'Iedereen komt één keer.', en: 'Everyone gets one turn.' },
  'sub.override': {
    nl: '{name} kreeg het woord buiten de rij om.',
    en: '{name} was given the floor out of order.',
  },
  'sub.reply': { nl: '{name} mag kort reageren.', en: '{name} may reply briefly.' },
  'sub.questionAsked': {
    nl: 'De begeleider ziet uw vraag over het gesprek.',
    en: 'The facilitator sees your question about the conversation.',
  },
  'sub.nextAgain': { nl: 'U bent straks weer hierna.', en: 'You will be next again.' },
  'sub.lead': { nl: '{name} begeleidt het gesprek.', en: '{name} guides the talk.' },
  'sub.nothingToDo': { nl: 'U hoeft niets te doen.', en: 'You do not have to do anything.' },
  'sub.talkOn': { nl: 'Rond rustig af. De tekst blijft bewaard.', en: 'Round off calmly. The text is kept.' },
  'sub.stay': {
    nl: 'We halen uw geluid en beeld naar de tafel. Lukt het niet? Vraag om hulp.',
    en: 'We are bringing your sound and picture to the table. Not working? Ask for help.',
  },
  'sub.beginTyped': { nl: 'U kunt typen als u op Begin drukt.', en: 'You can type when you press Begin.' },
  'sub.readByAll': { nl: 'Iedereen leest wat u verstuurt.', en: 'Everybody reads what you send.' },
  'sub.halfMinute': { nl: 'U hebt nog een halve minuut.', en: 'You have half a minute left.' },

  'role.lawful': { nl: 'Rechtmatige overheid', en: 'Lawful government' },
  'role.networking': { nl: 'Netwerkende overheid', en: 'Networking government' },
  'role.performing': { nl: 'Presterende overheid', en: 'Performing government' },
  'role.participating': { nl: 'Participerende overheid', en: 'Participating government' },

  'hand.idle': { nl: 'Ik wil iets zeggen', en: 'I want to say something' },
  'hand.next': { nl: 'U bent hierna', en: 'You are next' },
  'hand.number': {
    nl: 'U bent nummer {position, number} in de rij',
    en: 'You are number {position, number} in the queue',
  },
  'hand.isUp': { nl: 'Uw hand is omhoog.', en: 'Your hand is up.' },
  'hand.lower': { nl: 'Hand omlaag', en: 'Lower hand' },
  'hand.lowered': { nl: 'Hand omlaag.', en: 'Hand lowered.' },
  'hand.keptFor': {
    nl: 'Uw plek: nog {seconds, plural, one {# seconde} other {# seconden}} vrij.',
    en: 'Your place is kept for {seconds, plural, one {# second} other {# seconds}}.',
  },
  'hand.back': { nl: 'Toch omhoog, op uw oude plek', en: 'Raise again, in your old place' },
  'hand.waiting': { nl: 'U komt vanzelf aan de beurt.', en: 'Your turn comes by itself.' },
  'hand.process': { nl: 'Vraag over het gesprek', en: 'Question about the conversation' },

  'mic.later': {
    nl: 'Uw microfoon kan aan als u aan de beurt bent.',
    en: 'Your microphone can go on when it is your turn.',
  },
  'mic.silence': {
    nl: 'In de stilte staan alle microfoons uit.',
    en: 'All microphones are off during the silence.',
  },
  'mic.gone': {
    nl: 'Uw microfoon is weggevallen. We horen u niet.',
    en: 'Your microphone has dropped out. We do not hear you.',
  },
  'mic.held': {
    nl: 'Uw apparaat geeft uw stem niet meer door, bijvoorbeeld door een telefoongesprek. We horen u niet.',
    en: 'Your device no longer passes on your voice, for example because of a phone call. We do not hear you.',
  },
  'mic.away': {
    nl: 'U was even weg. Uw microfoon staat uit.',
    en: 'You were away for a moment. Your microphone is off.',
  },
  'mic.pressAgain': {
    nl: 'Druk op de microfoon om het opnieuw te proberen.',
    en: 'Press the microphone to try again.',
  },
  'mic.againLater': {
    nl: 'Als u aan de beurt bent, proberen we het opnieuw.',
    en: 'When it is your turn, we try again.',
  },
  'mic.turnOn': { nl: 'Zet microfoon aan', en: 'Turn microphone on' },
  'mic.turnOff': { nl: 'Zet microfoon uit', en: 'Turn microphone off' },

  'camera.turnOn': { nl: 'Zet camera aan', en: 'Turn camera on' },
  'camera.turnOff': { nl: 'Zet camera uit', en: 'Turn camera off' },

  'tile.micOff': { nl: 'mic uit', en: 'mic off' },
  'tile.micOn': { nl: 'mic aan', en: 'mic on' },
  'tile.steering': { nl: 'stuurt bij', en: 'guiding' },

  'turn.startIn': {
    nl: 'Nog {seconds, plural, one {# seconde} other {# seconden}}. Daarna gaat {next} voor. U houdt uw plek.',
    en: '{seconds, plural, one {# second} other {# seconds}} left. Then {next} goes first. You keep your place.',
  },
  'turn.more': {
    nl: 'Nog even: {seconds, plural, one {# seconde} other {# seconden}} erbij',
    en: 'A little longer: {seconds, plural, one {# second} other {# seconds}} more',
  },

  'note.reconnecting': {
    nl: 'We herstellen de verbinding. Laat dit scherm open. Uw plek en uw opgeslagen tekst zijn veilig.',
    en: 'We are restoring the connection. Keep this screen open. Your place and your saved text are safe.',
  },
  'note.copied': {
    nl: 'Iemand anders deed mee met uw geluid. Die gaat eruit en u komt vanzelf terug.',
    en: 'Somebody else took part with your sound. They are put out and you come back by yourself.',
  },
  'note.copiedOf': {
    nl: 'Met het geluid van {name} deed iemand anders mee. Die is eruit gezet.',
    en: 'Somebody else took part with the sound of {name}. They have been put out.',
  },
  'note.unsent': {
    nl: 'Wat u net typte, sturen we mee zodra u terug bent.',
    en: 'What you just typed is sent as soon as you are back.',
  },
} satisfies Catalogue
