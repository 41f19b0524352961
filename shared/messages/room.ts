import type { Catalogue } from './format.ts'

/** Words of the rooms people sit in: plenary, table, floor, tiles and balance. Sentences of state are in state.json. */
export const room = {
  // places
  'room.plenary': { nl: 'Samen in de grote zaal', en: 'Together in the main room' },
  'room.table': { nl: 'Tafel {number}', en: 'Table {number}' },
  'room.people': {
    nl: '{count, plural, one {# mens} other {# mensen}}',
    en: '{count, plural, one {# person} other {# people}}',
  },
  'room.leave': { nl: 'Verlaten', en: 'Leave' },
  'room.showAgreement': { nl: 'Toon de afspraak', en: 'Show the agreement' },
  'room.hideAgreement': { nl: 'Sluit de afspraak', en: 'Close the agreement' },
  'room.agreement': { nl: 'Onze afspraak', en: 'Our agreement' },
  'room.agreements': { nl: 'Alle afspraken', en: 'All agreements' },
  'room.showAgreements': { nl: 'Lees de afspraken', en: 'Read the agreements' },
  'room.hideAgreements': { nl: 'Sluit de afspraken', en: 'Close the agreements' },
  'room.promise': { nl: 'De belofte van de raad', en: 'The promise of the council' },
  'room.announcement': { nl: 'Bericht voor iedereen', en: 'Message for everybody' },
  'room.read': { nl: 'Gelezen', en: 'Read' },
  'room.item': { nl: 'Nu:', en: 'Now:' },

  // clock
  'clock.left': {
    nl: 'nog {minutes, plural, one {# minuut} other {# minuten}}',
    en: '{minutes, plural, one {# minute} other {# minutes}} left',
  },
  'clock.short': { nl: '{minutes} min', en: '{minutes} min' },
  'clock.up': { nl: 'de tijd is om', en: 'time is up' },
  'clock.stopped': { nl: 'klok staat stil', en: 'clock stopped' },

  // tabs
  'tabs.name': { nl: 'Delen van het scherm', en: 'Parts of the screen' },
  'tabs.talk': { nl: 'Gesprek', en: 'Talk' },
  'tabs.agreement': { nl: 'Afspraak', en: 'Agreement' },
  'tabs.agreements': { nl: 'Afspraken', en: 'Agreements' },
  'tabs.help': { nl: 'Hulp', en: 'Help' },

  // hand
  'hand.later': { nl: 'Ik wil straks iets zeggen', en: 'I want to say something later' },
  'hand.reply': { nl: 'Kort reageren', en: 'Short reply' },
  'hand.replyUp': { nl: 'U wilt kort reageren', en: 'You want to reply briefly' },
  'hand.processUp': {
    nl: 'U hebt een vraag over het gesprek',
    en: 'You have a question about the conversation',
  },
  'hand.upShort': { nl: 'Uw hand is omhoog', en: 'Your hand is up' },
  'hand.after': { nl: 'U komt na {name}', en: 'You come after {name}' },
  'hand.been': { nl: 'U bent geweest', en: 'You have had your turn' },
  'hand.ordered': { nl: 'De begeleider kiest de volgorde.', en: 'The facilitator sets the order.' },
  'hand.offline': {
    nl: 'De verbinding is weg. Dit gaat door zodra u terug bent.',
    en: 'The connection is lost. This goes through when you are back.',
  },
  'hand.type': { nl: 'Ik typ liever', en: 'I would rather type' },
  'hand.speak': { nl: 'Ik praat liever', en: 'I would rather speak' },
  'hand.typedUp': { nl: 'U gaat typen.', en: 'You will type.' },
  'hand.micLater': { nl: 'Uw microfoon kan straks aan.', en: 'Your microphone can go on later.' },
  'ways.title': { nl: 'Anders meedoen', en: 'Other ways' },
  'ways.short': { nl: 'Anders', en: 'Other' },
  'ways.shortBelow': { nl: 'meedoen', en: 'ways' },
  'ways.more': { nl: 'Meer', en: 'More' },
  'hand.readsOnly': {
    nl: 'U luistert mee. U praat hier niet.',
    en: 'You are listening. You do not speak here.',
  },
  'hand.interprets': {
    nl: 'U tolkt. Dat telt niet als spreektijd.',
    en: 'You interpret. It does not count as speaking time.',
  },

  // turn
  'turn.bar': { nl: 'U bent aan de beurt', en: 'It is your turn' },
  'turn.begin': { nl: 'Begin', en: 'Begin' },
  'turn.moreShort': { nl: 'Nog even', en: 'A little longer' },
  'turn.moreBy': {
    nl: '{seconds, plural, one {# seconde} other {# seconden}} erbij',
    en: '{seconds, plural, one {# second} other {# seconds}} more',
  },
  'turn.moreOnce': { nl: '“Nog even” kan één keer.', en: '“A little longer” works once.' },
  'turn.pass': { nl: 'Sla mij over', en: 'Skip me' },
  'turn.done': { nl: 'Ik ben klaar', en: 'I am done' },
  'turn.startAlone': {
    nl: 'Nog {seconds, plural, one {# seconde} other {# seconden}}. U houdt uw plek.',
    en: '{seconds, plural, one {# second} other {# seconds}} left. You keep your place.',
  },
  'turn.clock': {
    nl: '{spent} van ongeveer {minutes, plural, one {# minuut} other {# minuten}}',
    en: '{spent} of about {minutes, plural, one {# minute} other {# minutes}}',
  },
  'turn.stands': { nl: '{spent}, de klok staat stil', en: '{spent}, the clock is stopped' },
  'turn.yourClock': { nl: 'Uw beurt', en: 'Your turn' },
  'turn.nobodyCuts': {
    nl: 'Gaat u over de {minutes, plural, one {# minuut} other {# minuten}}? Dan ziet u dat hier. Niemand breekt u af.',
    en: 'Over {minutes, plural, one {# minute} other {# minutes}}? You see it here. Nobody cuts you off.',
  },

  // typed turns
  'typed.label': { nl: 'Typ wat u wilt zeggen', en: 'Type what you want to say' },
  'typed.send': { nl: 'Verstuur', en: 'Send' },
  'typed.sendDone': { nl: 'Verstuur, ik ben klaar', en: 'Send, I am done' },
  'typed.also': { nl: 'Ik typ ook iets', en: 'I also type something' },
  'typed.title': { nl: 'Wat er getypt is', en: 'What was typed' },
  'typed.none': { nl: 'Hier komt te staan wat er getypt wordt.', en: 'What is typed comes here.' },
  'typed.kept': {
    nl: 'Uw tekst is nog niet verstuurd. Hij blijft bewaard voor uw volgende beurt.',
    en: 'Your text has not been sent yet. It is kept for your next turn.',
  },
  'typed.said': { nl: '{name} typt: {text}', en: '{name} types: {text}' },

  // a private question
  'nudge.silent': {
    nl: 'U bent al een tijdje stil. Dat mag. Wilt u iets zeggen?',
    en: 'You have been quiet for a while. That is fine. Would you like to say something?',
  },
  'nudge.long': {
    nl: 'U bent al even aan het woord. Anderen willen misschien ook iets zeggen.',
    en: 'You have had the floor for a while. Others may want to say something too.',
  },
  'nudge.private': { nl: 'Alleen u ziet dit.', en: 'Only you see this.' },
  'nudge.speak': { nl: 'Ik wil iets zeggen', en: 'I want to say something' },
  'nudge.listen': { nl: 'Ik luister', en: 'I am listening' },
  'nudge.later': { nl: 'Vraag mij straks', en: 'Ask me later' },
  'nudge.finish': { nl: 'Ik rond af', en: 'I am rounding off' },
  'nudge.point': { nl: 'Nog één punt', en: 'One more point' },
  'nudge.enough': { nl: 'Niet meer melden', en: 'Do not tell me again' },
  'nudge.after.listen': {
    nl: 'Goed. We vragen het niet meer bij dit onderwerp. Uw hand kan altijd omhoog.',
    en: 'Fine. We do not ask again on this subject. You can always raise your hand.',
  },
  'nudge.after.later': { nl: 'Goed. We vragen het later nog eens.', en: 'Fine. We ask again later.' },
  'nudge.after.finish': { nl: 'Dank u wel.', en: 'Thank you.' },
  'nudge.after.point': { nl: 'Goed. Daarna kan een ander.', en: 'Fine. Then somebody else can go.' },
  'nudge.after.enough': {
    nl: 'Goed. We melden het niet meer bij dit onderwerp.',
    en: 'Fine. We do not tell you again on this subject.',
  },

  // queue
  'queue.seats': { nl: 'Op volgorde van de stoelen', en: 'In the order of the seats' },
  'queue.you': { nl: 'U', en: 'You' },
  'queue.more': { nl: 'en nog {count}', en: 'and {count} more' },

  // own controls
  'own.microphone': { nl: 'Microfoon', en: 'Microphone' },
  'own.camera': { nl: 'Camera', en: 'Camera' },
  'own.on': { nl: 'zet aan', en: 'turn on' },
  'own.off': { nl: 'zet uit', en: 'turn off' },
  'own.micBlocked': {
    nl: 'Uw browser geeft de microfoon niet. Vraag om hulp.',
    en: 'Your browser does not allow the microphone. Ask for help.',
  },
  'own.micNone': { nl: 'Wij vinden geen microfoon.', en: 'We find no microphone.' },
  'own.cameraBlocked': {
    nl: 'Uw browser geeft de camera niet. Vraag om hulp.',
    en: 'Your browser does not allow the camera. Ask for help.',
  },
  'own.cameraGone': {
    nl: 'Uw camera is weggevallen. Anderen zien u niet. Druk op de camera om het opnieuw te proberen.',
    en: 'Your camera has dropped out. Others do not see you. Press the camera to try again.',
  },
  'own.perPart': { nl: 'Per onderdeel', en: 'Per part' },
  'own.session': { nl: 'De hele bijeenkomst', en: 'The whole meeting' },
  'own.dialogue': { nl: 'De hele dialoog', en: 'The whole dialogue' },
  'own.plenary': { nl: 'In de grote zaal', en: 'In the main room' },
  'own.tables': { nl: 'Aan de tafels', en: 'At the tables' },
  'own.corrections': { nl: 'Wat niet meetelt', en: 'What does not count' },
  'own.correction': {
    nl: '{seconds, plural, one {# seconde} other {# seconden}}: {reason} ({name})',
    en: '{seconds, plural, one {# second} other {# seconds}}: {reason} ({name})',
  },
  'own.keys': { nl: 'Toetsen', en: 'Keys' },

  // tiles
  'tile.speaks': { nl: 'spreekt', en: 'speaking' },
  'tile.youSpeak': { nl: 'u spreekt', en: 'you speak' },
  'tile.answers': { nl: 'antwoordt', en: 'answering' },
  'tile.youAnswer': { nl: 'u antwoordt', en: 'you answer' },
  'tile.holds': { nl: 'houdt het woord', en: 'keeps the floor' },
  'tile.talks': { nl: 'praat', en: 'talking' },
  'tile.youTalk': { nl: 'u praat', en: 'you talk' },
  'tile.beginsSoon': { nl: 'begint zo', en: 'starts soon' },
  'tile.replies': { nl: 'reageert', en: 'replying' },
  'tile.away': { nl: 'even weg', en: 'away' },
  'tile.notYet': { nl: 'nog niet er', en: 'not here yet' },
  'tile.guides': { nl: 'begeleidt', en: 'facilitator' },
  'tile.organises': { nl: 'organiseert', en: 'organiser' },
  'tile.interprets': { nl: 'tolk', en: 'interpreter' },
  'tile.helps': { nl: 'helpt', en: 'helper' },
  'tile.observes': { nl: 'luistert mee', en: 'observer' },
  'tile.been': { nl: 'geweest', en: 'done' },
  'tile.types': { nl: 'typt', en: 'typing' },
  'tile.youType': { nl: 'u typt', en: 'you type' },
  'tile.phone': { nl: 'aan de telefoon', en: 'on the phone' },
  'tile.cameraOff': { nl: 'camera uit', en: 'camera off' },
  'tile.weak': { nl: 'zwakke lijn', en: 'weak line' },
  'tile.me': { nl: '(u)', en: '(you)' },
  'tile.handAt': { nl: 'hand omhoog, plaats {position}', en: 'hand up, place {position}' },
  'tile.handUp': { nl: 'hand omhoog', en: 'hand up' },
  'tile.reply': { nl: 'reactie', en: 'reply' },
  'tile.process': { nl: 'vraag', en: 'question' },
  'tile.more': { nl: 'Meer over {name}', en: 'More about {name}' },
  'tiles.table': {
    nl: 'Mensen aan deze tafel, op vaste volgorde',
    en: 'People at this table, in fixed order',
  },
  'tiles.plenary': { nl: 'Iedereen, op vaste volgorde', en: 'Everybody, in fixed order' },
  'tiles.page': { nl: '{page} van {pages}', en: '{page} of {pages}' },
  'tiles.previous': { nl: 'Vorige', en: 'Previous' },
  'tiles.next': { nl: 'Volgende', en: 'Next' },
  'tiles.all': { nl: 'Bekijk alle {count} mensen', en: 'See all {count} people' },
  'tiles.fewer': { nl: 'Toon minder mensen', en: 'Show fewer people' },
  'lectern.name': { nl: 'Het spreekgestoelte', en: 'The lectern' },
  'lectern.empty': { nl: 'Niemand heeft nu het woord', en: 'Nobody has the floor now' },
  'lectern.interpreter': { nl: 'Tolk', en: 'Interpreter' },
  'group.inwoner': { nl: 'inwoner', en: 'resident' },
  'group.college': { nl: 'college', en: 'executive' },
  'group.raad': { nl: 'raad', en: 'council' },
  'group.ambtenaar': { nl: 'ambtenaar', en: 'civil servant' },
  'groups.inwoner': { nl: 'Inwoners', en: 'Residents' },
  'groups.college': { nl: 'College', en: 'Executive' },
  'groups.raad': { nl: 'Raad', en: 'Council' },
  'groups.ambtenaar': { nl: 'Ambtenaren', en: 'Civil servants' },

  // government roles
  'roleLine.lawful': {
    nl: 'De gemeente maakt regels, houdt zich eraan en behandelt iedereen gelijk.',
    en: 'The municipality makes rules, keeps to them and treats everybody alike.',
  },
  'roleLine.networking': {
    nl: 'De gemeente werkt samen met anderen en zoekt samen een oplossing.',
    en: 'The municipality works with others and looks for a solution together.',
  },
  'roleLine.performing': {
    nl: 'De gemeente belooft resultaten en laat zien of dat lukt.',
    en: 'The municipality promises results and shows whether it succeeds.',
  },
  'roleLine.participating': {
    nl: 'Inwoners beginnen iets. De gemeente helpt, maakt ruimte of laat los.',
    en: 'Residents start something. The municipality helps, makes room or lets go.',
  },

  // moving
  'move.to': { nl: 'U gaat naar', en: 'You are going to' },
  'move.back': { nl: 'We gaan terug naar', en: 'We go back to' },
  'move.hall': { nl: 'De grote zaal', en: 'The main room' },
  'move.seconds': {
    nl: '{seconds, plural, one {seconde} other {seconden}}',
    en: '{seconds, plural, one {second} other {seconds}}',
  },
  'move.now': { nl: 'We gaan nu.', en: 'Going now.' },
  'move.people': { nl: 'Aan deze tafel', en: 'At this table' },
  'move.media': { nl: 'Beeld en geluid gaan vanzelf mee.', en: 'Picture and sound come along.' },
  'move.noSeat': {
    nl: 'De anderen gaan naar de tafels. U blijft in de grote zaal. De organisator ziet dat u hier zit.',
    en: 'The others go to the tables. You stay in the main room. The organiser sees that you are here.',
  },

  // trouble and leaving
  'sound.held': {
    nl: 'Uw browser houdt het geluid nog tegen.',
    en: 'Your browser still holds back the sound.',
  },
  'sound.allow': { nl: 'Zet het geluid aan', en: 'Turn the sound on' },
  'trouble.tryNow': { nl: 'Probeer nu', en: 'Try now' },
  'text.try': { nl: 'Probeer beeld en geluid', en: 'Try picture and sound' },
  'leave.title': { nl: 'Wilt u weggaan?', en: 'Do you want to leave?' },
  'leave.text': {
    nl: 'Uw plek in de rij komt dan vrij. U kunt later terugkomen met dezelfde link.',
    en: 'Your place in the queue becomes free. You can come back later with the same link.',
  },
  'leave.yes': { nl: 'Ja, ik ga weg', en: 'Yes, I leave' },
  'leave.no': { nl: 'Nee, ik blijf', en: 'No, I stay' },
  'left.title': { nl: 'U bent weg uit de bijeenkomst', en: 'You have left the meeting' },
  'left.text': { nl: 'Beeld en geluid staan uit.', en: 'Picture and sound are off.' },
  'left.questions': {
    nl: 'Is de bijeenkomst voorbij? Open dan uw eigen link nog eens. Er staan vier korte vragen voor u klaar.',
    en: 'Is the meeting over? Then open your own link once more. Four short questions are ready for you.',
  },
  'left.back': { nl: 'Kom terug', en: 'Come back' },
  'ended.title': { nl: 'Dit is er afgesproken', en: 'This is what was agreed' },
  'ended.text': {
    nl: 'U kunt de teksten hier rustig nalezen.',
    en: 'You can read the texts here at your ease.',
  },

  // balance
  'balance.own': { nl: 'Uw spreektijd', en: 'Your speaking time' },
  'balance.counts.turns': { nl: 'geteld: uw beurten', en: 'counted: your turns' },
  'balance.counts.speech': { nl: 'gemeten: hoe lang u praatte', en: 'measured: how long you spoke' },
  'balance.equal': { nl: 'gelijk deel', en: 'equal share' },
  'balance.none': { nl: 'nog niets gezegd', en: 'nothing said yet' },
  'balance.muchLess': { nl: 'veel minder dan gelijk', en: 'much less than equal' },
  'balance.less': { nl: 'iets minder dan gelijk', en: 'a little less than equal' },
  'balance.words.equal': { nl: 'ongeveer gelijk', en: 'about equal' },
  'balance.more': { nl: 'iets meer dan gelijk', en: 'a little more than equal' },
  'balance.muchMore': { nl: 'veel meer dan gelijk', en: 'much more than equal' },
  'balance.off': { nl: 'niet gemeten', en: 'not measured' },
  'balance.notHeard': { nl: 'nog niet gehoord', en: 'not heard yet' },
  'balance.perGroup': { nl: 'Per groep', en: 'Per group' },
  'balance.perGroupMark': { nl: 'streep = aandeel in de stoelen', en: 'line = share of the seats' },
  'balance.perPerson': { nl: 'Per persoon', en: 'Per person' },
  'balance.perPersonMark': { nl: 'op volgorde van de stoelen', en: 'in the order of the seats' },
  'balance.seats': {
    nl: '{seats, plural, one {# stoel} other {# stoelen}}',
    en: '{seats, plural, one {# seat} other {# seats}}',
  },
  'balance.minutes': { nl: '{minutes} min', en: '{minutes} min' },
  'balance.asTable': { nl: 'Als tabel', en: 'As a table' },
  'balance.asBars': { nl: 'Als balken', en: 'As bars' },
  'balance.column.who': { nl: 'Wie', en: 'Who' },
  'balance.column.seats': { nl: 'Stoelen', en: 'Seats' },
  'balance.column.time': { nl: 'Spreektijd', en: 'Speaking time' },
  'balance.column.share': { nl: 'Aandeel', en: 'Share' },
  'balance.column.seatShare': { nl: 'Aandeel stoelen', en: 'Share of seats' },
  'balance.column.words': { nl: 'In woorden', en: 'In words' },
  'balance.percent': { nl: '{percent} procent', en: '{percent} percent' },
  'balance.empty': { nl: 'Er is nog niets gemeten.', en: 'Nothing measured yet.' },
  'balance.incomplete': {
    nl: 'De meting heeft een gat. De standen zijn niet volledig.',
    en: 'The measurement has a gap. The figures are not complete.',
  },

  // keyboard
  'keys.title': { nl: 'Toetsen', en: 'Keys' },
  'keys.dock': { nl: 'Naar uw knoppen', en: 'To your buttons' },
  'keys.region': { nl: 'Naar het volgende deel', en: 'To the next part' },
  'keys.microphone': { nl: 'Microfoon aan of uit', en: 'Microphone on or off' },
  'keys.hand': { nl: 'Hand omhoog', en: 'Raise hand' },
  'keys.sounds': {
    nl: 'Zacht geluid bij uw beurt, bij de tijd ervan en als u ergens heen gaat',
    en: 'Soft sound at your turn, at its time and when you move',
  },
  'keys.list': { nl: 'Deze lijst', en: 'This list' },
  'keys.single': { nl: 'Losse letters gebruiken (H en ?)', en: 'Use single keys (H and ?)' },
  'region.state': { nl: 'Wat er nu gebeurt', en: 'What happens now' },
  'region.dock': { nl: 'Uw knoppen', en: 'Your buttons' },
} satisfies Catalogue
