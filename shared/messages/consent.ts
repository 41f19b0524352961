import type { Catalogue } from './format.ts'

/** A consent round, for everybody in the room and for whoever leads it. Its sentences of state are in state.ts. */
export const consent = {
  'consent.title': { nl: 'De ronde', en: 'The round' },
  'consent.about': { nl: 'Afspraak {number}, versie {version}', en: 'Agreement {number}, version {version}' },
  'consent.roundNumber': { nl: 'ronde {round}', en: 'round {round}' },
  'consent.question': { nl: 'Vraag over de tekst', en: 'Question about the text' },
  'consent.noText': {
    nl: 'De tekst is hier nu niet te lezen. Luister naar wie hem voorleest.',
    en: 'The text cannot be read here now. Please listen to who reads it aloud.',
  },

  // steps
  'consent.steps': { nl: 'Stappen van de ronde', en: 'Steps of the round' },
  'consent.step.clear': { nl: 'Is de tekst helder?', en: 'Is the text clear?' },
  'consent.step.react': { nl: 'Reacties', en: 'Reactions' },
  'consent.step.read': { nl: 'Tekst voorlezen', en: 'Reading the text aloud' },
  'consent.step.ask': { nl: 'De ronde', en: 'The round' },
  'consent.step.open': { nl: 'Bezwaren, één voor één', en: 'Objections, one by one' },
  'consent.step.text': { nl: 'Nieuwe tekst', en: 'New text' },
  'consent.stepDone': { nl: 'klaar', en: 'done' },
  'consent.now.clear': {
    nl: 'Begrijpt u elk woord? Vraag ernaar als iets niet duidelijk is.',
    en: 'Do you understand every word? Please ask if something is not clear.',
  },
  'consent.now.react': {
    nl: 'Zeg wat u van de tekst vindt. Nu kan de tekst nog veranderen.',
    en: 'Say what you think of the text. It can still change now.',
  },
  'consent.now.read': {
    nl: 'Luister naar de tekst. Daarna geeft iedereen om de beurt een antwoord.',
    en: 'Listen to the text. After that everybody answers in turn.',
  },
  'consent.now.ask': {
    nl: 'Iedereen geeft om de beurt een antwoord. U komt vanzelf aan de beurt.',
    en: 'Everybody answers in turn. Your turn comes by itself.',
  },
  'consent.now.watch': {
    nl: 'Iedereen geeft om de beurt een antwoord. U geeft er zelf geen.',
    en: 'Everybody answers in turn. You give none yourself.',
  },

  // my answer
  'consent.answer': { nl: 'Uw antwoord', en: 'Your answer' },
  'consent.canLive': { nl: 'Ik kan ermee leven', en: 'I can live with it' },
  'consent.canLiveSub': {
    nl: 'Ook als u het niet helemaal eens bent.',
    en: 'Also when you do not agree with all of it.',
  },
  'consent.objects': { nl: 'Ik heb een zwaarwegend bezwaar', en: 'I have a serious objection' },
  'consent.objectsSub': {
    nl: 'Als dit zo blijft, gaat het voor u echt mis.',
    en: 'If it stays like this, it really goes wrong for you.',
  },
  'consent.aside': { nl: 'Ik doe nu niet mee', en: 'I am not taking part now' },
  'consent.asideSub': {
    nl: 'We schrijven dat op. Het telt niet als ja.',
    en: 'We write that down. It does not count as yes.',
  },
  'consent.why': { nl: 'Waarom?', en: 'Why?' },
  'consent.whyFree': { nl: 'U mag dit leeg laten.', en: 'You may leave this empty.' },
  'consent.whyNeeded': {
    nl: 'Schrijf in een paar woorden op wat er misgaat.',
    en: 'Write in a few words what goes wrong.',
  },
  'consent.sealed': {
    nl: 'Dicht tot iedereen heeft geantwoord. Ook voor {name}.',
    en: 'Sealed until everybody has answered. For {name} too.',
  },
  'consent.give': { nl: 'Geef mijn antwoord', en: 'Give my answer' },
  'consent.noVote': {
    nl: 'Dit is geen stemming. U kunt uw antwoord veranderen tot de ronde klaar is.',
    en: 'This is not a vote. You can change your answer until the round is done.',
  },
  'consent.mandate': {
    nl: 'U zit hier zonder last. Uw antwoord bindt geen stem in de raad.',
    en: 'You sit here without a mandate. Your answer binds no vote in the council.',
  },
  'consent.mandateAll': {
    nl: 'Raadsleden en wethouders zitten hier zonder last. Hun antwoord bindt geen stem in de raad.',
    en: 'Members of the council and the executive sit here without a mandate. Their answer binds no vote in the council.',
  },
  'consent.given': { nl: 'Uw antwoord is binnen.', en: 'Your answer is in.' },
  'consent.givenBy': { nl: '{name} schreef het voor u op.', en: '{name} wrote it down for you.' },
  'consent.change': { nl: 'Verander mijn antwoord', en: 'Change my answer' },
  'consent.keep': { nl: 'Laat mijn antwoord zo', en: 'Leave my answer as it is' },
  'consent.oldReason': {
    nl: 'Wat u bij de vorige tekst schreef:',
    en: 'What you wrote about the text before:',
  },
  'consent.useOld': { nl: 'Gebruik dit weer', en: 'Use this again' },

  // the order
  'consent.order': { nl: 'Volgorde van de ronde', en: 'Order of the round' },
  'consent.mark.answered': { nl: 'heeft geantwoord', en: 'has answered' },
  'consent.mark.now': { nl: 'nu', en: 'now' },
  'consent.mark.phone': { nl: 'aan de telefoon', en: 'on the telephone' },
  'consent.mark.again': { nl: 'komt straks weer', en: 'comes again later' },
  'consent.mark.waits': { nl: 'nog niet', en: 'not yet' },

  // what happens next
  'consent.then': { nl: 'Wat gebeurt er hierna?', en: 'What happens next?' },
  'consent.then.ask': { nl: 'Iedereen geeft een antwoord.', en: 'Everybody gives an answer.' },
  'consent.then.open': { nl: 'Dan gaan alle redenen open.', en: 'Then all reasons are opened.' },
  'consent.then.discuss': {
    nl: 'We bespreken de bezwaren, één voor één.',
    en: 'We discuss the objections, one by one.',
  },
  'consent.then.again': {
    nl: 'Komt er een nieuwe tekst? Dan vragen we iedereen opnieuw.',
    en: 'Is there a new text? Then we ask everybody again.',
  },
  'consent.goesOn': { nl: 'Zo gaan we verder', en: 'How we go on' },
  'consent.goesOn.probe': {
    nl: '{name} vraagt door over elk bezwaar.',
    en: '{name} asks more about every objection.',
  },
  'consent.goesOn.search': {
    nl: 'Samen zoeken we een nieuwe tekst.',
    en: 'We look for a new text together.',
  },
  'consent.goesOn.read': { nl: '{name} leest de nieuwe tekst voor.', en: '{name} reads the new text aloud.' },
  'consent.goesOn.clear': {
    nl: 'U zegt of de tekst duidelijk is.',
    en: 'You say whether the text is clear.',
  },
  'consent.goesOn.again': { nl: 'We vragen iedereen opnieuw.', en: 'We ask everybody again.' },
  'consent.goesOn.agreed': {
    nl: '{name} stelt vast dat niemand bezwaar heeft.',
    en: '{name} concludes that nobody objects.',
  },
  'consent.goesOn.note': {
    nl: 'We schrijven op wat het bezwaar is.',
    en: 'We write down what the objection is.',
  },
  'consent.goesOn.hall': {
    nl: 'De tekst en het bezwaar gaan samen naar de zaal.',
    en: 'The text and the objection go to the main room together.',
  },

  // opened
  'consent.answers': { nl: 'Antwoorden en redenen', en: 'Answers and reasons' },
  'consent.objection': { nl: 'Bezwaar {number}', en: 'Objection {number}' },
  'consent.asideTitle': { nl: 'Doet nu niet mee', en: 'Not taking part now' },
  'consent.liveTitle': { nl: 'Kan ermee leven', en: 'Can live with it' },
  'consent.unheardTitle': { nl: 'Niet gehoord', en: 'Not heard' },
  'consent.noYes': { nl: 'telt niet als ja', en: 'does not count as yes' },
  'consent.everybody': { nl: 'Iedereen kan ermee leven', en: 'Everybody can live with it' },
  'consent.you': { nl: 'u', en: 'you' },
  'consent.by': {
    nl: 'hardop gezegd, opgeschreven door {name}',
    en: 'said aloud, written down by {name}',
  },
  'consent.helps': {
    nl: 'Een bezwaar helpt ons. Het laat zien wat de tekst nog mist.',
    en: 'An objection helps us. It shows what the text still lacks.',
  },

  // after the round
  'consent.after.voided': { nl: 'Uw oude antwoord telt niet meer', en: 'Your old answer no longer counts' },
  'consent.after.voidedText': {
    nl: 'De tekst verandert. Niemand is gebonden aan een antwoord over een andere tekst. Ook een komma is een verandering.',
    en: 'The text is changing. Nobody is bound by an answer about another text. A comma is a change too.',
  },
  'consent.after.returned': { nl: 'We zoeken een nieuwe tekst', en: 'We look for a new text' },
  'consent.after.returnedText': {
    nl: 'Er was een zwaarwegend bezwaar. De antwoorden over de oude tekst tellen niet meer.',
    en: 'There was a serious objection. The answers about the old text no longer count.',
  },
  'consent.after.agreed': { nl: 'Afgesproken', en: 'Agreed' },
  'consent.after.agreedText': {
    nl: 'Niemand heeft een zwaarwegend bezwaar. De tekst staat vast.',
    en: 'Nobody has a serious objection. The text is fixed.',
  },
  'consent.after.noted': { nl: 'Afgesproken, met een kanttekening', en: 'Agreed, with a note' },
  'consent.after.notedText': {
    nl: 'We komen er nu niet uit. Dat mag. De tekst en het bezwaar gaan samen naar de zaal.',
    en: 'We do not get there now. That is all right. The text and the objection go to the main room together.',
  },
  'consent.after.stopped': { nl: 'De ronde is gestopt', en: 'The round was stopped' },
  'consent.after.stoppedText': {
    nl: 'Er is niets vastgesteld. De tekst blijft liggen.',
    en: 'Nothing was concluded. The text stays as it is.',
  },
  'consent.after.reason': { nl: 'Uw reden is niet weg:', en: 'Your reason is not lost:' },
  'consent.after.reasonNote': {
    nl: 'Niemand anders heeft dit gelezen. U kunt het straks weer gebruiken, veranderen of weglaten.',
    en: 'Nobody else has read this. You can use it again later, change it or leave it out.',
  },
  'consent.after.read': { nl: 'Gelezen', en: 'Read' },

  // whoever leads
  'consent.beginName': {
    nl: 'Begin de ronde over afspraak {number}',
    en: 'Begin the round on agreement {number}',
  },
  'consent.hall': { nl: 'Een ronde in de grote zaal', en: 'A round in the main room' },
  'consent.hallNote': {
    nl: 'Deze afspraken liggen voor. Iedereen in de zaal wordt gevraagd.',
    en: 'These agreements are put forward. Everybody in the main room is asked.',
  },
  'consent.deskSealed': {
    nl: 'Antwoorden en redenen zijn dicht tot de ronde klaar is. Ook voor u.',
    en: 'Answers and reasons are sealed until the round is done. For you too.',
  },
  'consent.notYes': {
    nl: 'Stil of even weg? Dat is geen ja. De ronde komt bij die persoon terug.',
    en: 'Silent or away? That is not a yes. The round comes back to that person.',
  },
  'consent.to.react': { nl: 'Verder naar reacties', en: 'On to reactions' },
  'consent.to.read': { nl: 'Verder naar voorlezen', en: 'On to reading aloud' },
  'consent.to.clear': { nl: 'Terug naar “Is de tekst helder?”', en: 'Back to “Is the text clear?”' },
  'consent.back': { nl: 'Terug naar reacties', en: 'Back to reactions' },
  'consent.ask': { nl: 'Vraag iedereen om de beurt', en: 'Ask everybody in turn' },
  'consent.askAgain': { nl: 'Vraag opnieuw: {names}', en: 'Ask again: {names}' },
  'consent.unheard': { nl: 'Nog niet gehoord: {names}.', en: 'Not heard yet: {names}.' },
  'consent.open': { nl: 'Open alle antwoorden', en: 'Open all answers' },
  'consent.stop': { nl: 'Stop de ronde', en: 'Stop the round' },
  'consent.stopAsk': { nl: 'De ronde stoppen?', en: 'Stop the round?' },
  'consent.stopText': {
    nl: 'Dan geldt geen enkel antwoord. Niemand leest de redenen. De tekst blijft liggen.',
    en: 'Then no answer counts. Nobody reads the reasons. The text stays as it is.',
  },
  'consent.goOn': { nl: 'Ga door met de ronde', en: 'Go on with the round' },
  'consent.close.agreed': { nl: 'Stel vast: afgesproken', en: 'Conclude: agreed' },
  'consent.close.returned': { nl: 'Sluit de ronde', en: 'Close the round' },
  'consent.close.stopped': { nl: 'Sluit de ronde', en: 'Close the round' },
  'consent.close.noted': {
    nl: 'Stuur tekst en notitie naar de zaal',
    en: 'Send text and note to the main room',
  },
  'consent.decides': {
    nl: 'Het programma telt niet en besluit niet. U stelt vast hoe het verdergaat.',
    en: 'The program does not count and does not decide. You conclude how it goes on.',
  },
  'consent.for': { nl: 'Antwoord van {name}', en: "{name}'s answer" },
  'consent.forOpen': { nl: 'Vul in voor {name}', en: 'Fill in for {name}' },
  'consent.forAsk': {
    nl: 'Vraag: “{name}, kunt u met deze tekst leven?”',
    en: 'Ask: “{name}, can you live with this text?”',
  },
  'consent.forCanLive': { nl: 'Kan ermee leven', en: 'Can live with it' },
  'consent.forObjects': { nl: 'Heeft een zwaarwegend bezwaar', en: 'Has a serious objection' },
  'consent.forAside': { nl: 'Doet nu niet mee', en: 'Is not taking part now' },
  'consent.forBack': {
    nl: 'Ik heb het hardop teruggelezen. {name} zegt: “klopt”.',
    en: 'I read it back aloud. {name} says: “that is right”.',
  },
  'consent.forGive': { nl: 'Leg het antwoord van {name} vast', en: "Record {name}'s answer" },
  'consent.forApart': {
    nl: 'Aan tafel hoort iedereen dit antwoord. Wil {name} dat niet? Spreek dan apart met elkaar.',
    en: 'Everybody at the table hears this answer. Would {name} rather not? Then talk in private.',
  },
  'consent.forGiven': { nl: 'Het antwoord van {name} is binnen.', en: "{name}'s answer is in." },

  // the minority's note
  'consent.note': { nl: 'Minderheidsnotitie', en: 'Minority note' },
  'consent.noteLabel': {
    nl: 'Wat is het bezwaar, en wat zou helpen?',
    en: 'What is the objection, and what would help?',
  },
  'consent.noteRead': {
    nl: '{names}: gelezen, en “zo klopt het”.',
    en: '{names}: read it, and “that is right”.',
  },
  'consent.noteSave': { nl: 'Bewaar de notitie', en: 'Keep the note' },
  'consent.noteSaved': { nl: 'De notitie is bewaard.', en: 'The note is kept.' },
  'consent.noteMine': {
    nl: 'Na twee rondes mag uw bezwaar mee met de tekst. Schrijf het op zoals u het wilt laten lezen.',
    en: 'After two rounds your objection may go along with the text. Write it as you want it read.',
  },
  'consent.noteTwo': {
    nl: 'We komen er nu niet uit. Dat mag. De zaal krijgt de tekst én het bezwaar.',
    en: 'We do not get there now. That is all right. The main room gets the text and the objection.',
  },
} satisfies Catalogue
