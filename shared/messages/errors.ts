import type { RefusalCode } from '../dialogue/decision.ts'
import type { Catalogue } from './format.ts'

/** Why something did not happen, and what to do now. One sentence per code; the code comes from the server. */
export const errors = {
  'refusal.malformed': {
    nl: 'Dat ging niet goed. Ververs de pagina en probeer het nog een keer.',
    en: 'That did not work. Refresh the page and try again.',
  },
  'refusal.unknown_command': {
    nl: 'Dat kan niet op deze manier. Ververs de pagina en probeer het nog een keer.',
    en: 'That cannot be done this way. Refresh the page and try again.',
  },
  'refusal.not_your_role': {
    nl: 'Dit hoort bij iemand anders. Vraag het aan uw begeleider.',
    en: 'This is for somebody else to do. Please ask your facilitator.',
  },
  'refusal.not_your_room': {
    nl: 'Dit kan alleen in de ruimte waar u nu bent.',
    en: 'You can only do this in the room you are in.',
  },
  'refusal.wrong_phase': {
    nl: 'Dit kan nu niet. Wacht tot dit deel van de bijeenkomst begint.',
    en: 'Not at this moment. Please wait for this part of the meeting to begin.',
  },
  'refusal.floor_closed': {
    nl: 'De sprekerslijst is nu dicht.',
    en: 'The queue is closed for now.',
  },
  'refusal.no_such_person': {
    nl: 'Deze persoon is er niet meer.',
    en: 'This person is no longer here.',
  },
  'refusal.no_such_name': {
    nl: 'Deze naam kan niet. Er staat niets, of het is een rol in het gesprek.',
    en: 'This name is not possible. It is empty, or it is a role in the dialogue.',
  },
  'refusal.group_needed': { nl: 'Een deelnemer heeft een groep nodig.', en: 'A participant needs a group.' },
  'refusal.not_yourself': {
    nl: 'Dat kan niet bij uzelf. Vraag het een andere organisator.',
    en: 'You cannot do this to yourself. Ask another organiser.',
  },
  'refusal.no_such_table': { nl: 'Deze tafel is er niet meer.', en: 'This table is no longer here.' },
  'refusal.no_such_part': {
    nl: 'Dit deel staat niet meer in de agenda.',
    en: 'This part is no longer in the agenda.',
  },
  'refusal.agenda_full': {
    nl: 'De agenda is vol. Haal er eerst een deel uit.',
    en: 'The agenda is full. Take a part out first.',
  },
  'refusal.no_such_turn': { nl: 'Deze beurt is al voorbij.', en: 'This turn is already over.' },
  'refusal.no_such_agreement': {
    nl: 'Deze afspraak is er niet meer.',
    en: 'This agreement is no longer here.',
  },
  'refusal.locked': {
    nl: 'Deze afspraak staat vast zoals hij er nu staat. De begeleider kan hem weer openen.',
    en: 'This agreement is fixed as it stands. The facilitator can open it again.',
  },
  'refusal.too_many_agreements': {
    nl: 'Aan deze tafel staan al zo veel afspraken dat er geen bij kan. Gebruik er een die er al is.',
    en: 'This table has so many agreements that no more can be added. Use one that is there already.',
  },
  'refusal.too_many_remarks': {
    nl: 'Bij deze afspraak kan geen opmerking meer bij.',
    en: 'No more remarks can be added to this agreement.',
  },
  'refusal.nothing_written': {
    nl: 'Er staat nog niets in deze afspraak. Schrijf eerst iets op.',
    en: 'Nothing is written in this agreement yet. Write something first.',
  },
  'refusal.not_presented': {
    nl: 'Deze afspraak is nog niet voorgelegd. Leg hem eerst voor.',
    en: 'This agreement has not been put before everybody yet. Do that first.',
  },
  'refusal.same_words': {
    nl: 'Op deze tekst was een bezwaar. Maak eerst samen een nieuwe tekst.',
    en: 'There was an objection to this text. First write a new text together.',
  },
  'refusal.no_round': {
    nl: 'Er is nu geen ronde over een afspraak.',
    en: 'There is no round about an agreement now.',
  },
  'refusal.round_running': {
    nl: 'Er is al een ronde bezig. Maak die eerst af.',
    en: 'A round is already going on. Finish that one first.',
  },
  'refusal.wrong_step': {
    nl: 'Dit kan niet in deze stap van de ronde. Kijk eerst waar de ronde nu is.',
    en: 'This does not fit this step of the round. Please look where the round is now.',
  },
  'refusal.text_changed': {
    nl: 'De tekst is intussen veranderd. Uw antwoord ging over de oude tekst. U krijgt de vraag opnieuw.',
    en: 'The text has changed meanwhile. Your answer was about the old text. You will be asked again.',
  },
  'refusal.reason_needed': {
    nl: 'Schrijf in een paar woorden op wat het bezwaar is.',
    en: 'Please write down in a few words what the objection is.',
  },
  'refusal.not_all_answered': {
    nl: 'Nog niet iedereen die er is, heeft geantwoord.',
    en: 'Not everybody who is here has answered yet.',
  },
  'refusal.round_open': {
    nl: 'Alle antwoorden zijn al open. U kunt uw antwoord niet meer veranderen.',
    en: 'All answers are open already. You cannot change your answer any more.',
  },
  'refusal.note_needed': {
    nl: 'Schrijf eerst samen op wat het bezwaar is. Dat gaat met de tekst mee.',
    en: 'First write down together what the objection is. It goes along with the text.',
  },
  'refusal.table_has_agreements': {
    nl: 'Aan deze tafel is al iets afgesproken. De tafel blijft staan.',
    en: 'Something has been agreed at this table. The table stays.',
  },
  'refusal.not_shared': {
    nl: 'De afspraken zijn nog niet met iedereen gedeeld. Roep eerst de tafels terug.',
    en: 'The agreements are not shared with everybody yet. First call the tables back.',
  },
  'refusal.not_agreed': {
    nl: 'Over deze afspraak is nog geen ronde klaar. Houd eerst een ronde.',
    en: 'No round on this agreement is done yet. First hold a round.',
  },
  'refusal.not_in_set': {
    nl: 'Deze afspraak staat niet in de set. Zet hem er eerst in.',
    en: 'This agreement is not in the set. Take it in first.',
  },
  'refusal.still_to_present': {
    nl: 'Deze samengevoegde tekst is nog niet voorgelegd. Leg hem voor, of haal hem weer uit elkaar.',
    en: 'This merged text has not been put forward yet. Put it forward, or take it apart again.',
  },
  'refusal.merge_waits': {
    nl: 'Er ligt al een voorstel om deze afspraak samen te voegen. Wacht op de tafels, of trek het voorstel in.',
    en: 'There is a proposal to merge this agreement already. Wait for the tables, or take the proposal back.',
  },
  'refusal.merge_with_itself': {
    nl: 'Een afspraak kan niet met zichzelf samen. Kies een andere erbij.',
    en: 'An agreement cannot be merged with itself. Choose another one.',
  },
  'refusal.merged_elsewhere': {
    nl: 'Deze afspraak is al samengevoegd met een andere.',
    en: 'This agreement has been merged with another one already.',
  },
  'refusal.not_merged': {
    nl: 'Deze afspraak is niet samengevoegd. Er is niets om uit elkaar te halen.',
    en: 'This agreement is not a merged one. There is nothing to take apart.',
  },
  'refusal.unmerge_first': {
    nl: 'Deze tekst komt uit meer afspraken. Vraag de organisator om hem uit elkaar te halen en opnieuw samen te voegen.',
    en: 'This text was made of several agreements. Ask the organiser to take it apart and merge it again.',
  },
  'refusal.role_first': {
    nl: 'Voeg eerst samen binnen één rol van de overheid. Daarna tussen de rollen.',
    en: 'First merge within one role of government. Then between the roles.',
  },
  'refusal.loss_needed': {
    nl: 'Schrijf op wat er verloren gaat. Gaat er niets verloren? Schrijf dan “niets”.',
    en: 'Please write down what is lost. Is nothing lost? Then write “nothing”.',
  },
  'refusal.no_such_merge': {
    nl: 'Dit voorstel om samen te voegen is er niet meer.',
    en: 'This proposal to merge is no longer here.',
  },
  'refusal.set_empty': {
    nl: 'Er is nog geen afspraak die naar de raad kan.',
    en: 'There is no agreement yet that can go to the council.',
  },
  'refusal.set_offered': {
    nl: 'De afspraken liggen bij de raad en staan vast. De organisator kan ze terugnemen.',
    en: 'The agreements lie with the council and are fixed. The organiser can take them back.',
  },
  'refusal.not_offered': {
    nl: 'Er liggen nog geen afspraken bij de raad. Bied ze eerst aan.',
    en: 'No agreements lie with the council yet. First offer them.',
  },
  'refusal.set_followed': {
    nl: 'Er staat al wat er met de afspraken is gedaan. Het besluit van de raad blijft nu zoals het is.',
    en: 'It has been told already what was done with the agreements. The council’s decision now stays as it is.',
  },
  'refusal.set_changed': {
    nl: 'Er is intussen iets veranderd. Kijk hoe de afspraken er nu voor staan en probeer het nog een keer.',
    en: 'Something has changed meanwhile. Look how the agreements stand now and try again.',
  },
  'refusal.not_decided': {
    nl: 'Er is nog geen besluit van de raad. Voeg eerst de tekst van de raad toe.',
    en: 'There is no decision of the council yet. First add the council’s text.',
  },
  'refusal.nothing_to_explain': {
    nl: 'De raad heeft deze afspraak ongewijzigd overgenomen. Daar hoort geen uitleg bij.',
    en: 'The council adopted this agreement unchanged. There is nothing to explain.',
  },
  'refusal.verdict_unexplained': {
    nl: 'Schrijf bij elke afspraak die anders is wie dat veranderde en waarom. Daarna kan het openbaar zijn.',
    en: 'For each agreement that is different, write who changed it and why. After that it can be public.',
  },
  'refusal.decision_published': {
    nl: 'Het besluit staat op de openbare pagina. Haal het daar eerst weg.',
    en: 'The decision is on the public page. First take it down.',
  },
  'refusal.not_adopted': {
    nl: 'De raad heeft deze afspraak niet overgenomen. Er is niets om uit te voeren.',
    en: 'The council did not adopt this agreement. There is nothing to carry out.',
  },
  'refusal.names_closed': {
    nl: 'De afspraken liggen bij de raad. De namen in het stuk blijven nu zoals ze zijn. Vraag het aan de organisator.',
    en: 'The agreements lie with the council. The names in the document stay as they are now. Please ask the organiser.',
  },
  'refusal.objections_closed': {
    nl: 'U kunt hier nu geen bezwaar geven. Zeg het in de volgende bijeenkomst, of bel wie u heeft uitgenodigd.',
    en: 'You cannot object here now. Say it at the next meeting, or call whoever invited you.',
  },
  'refusal.no_seat_there': {
    nl: 'U zat niet aan deze tafel. Vraag iemand die daar zat, of bel wie u heeft uitgenodigd.',
    en: 'You did not sit at this table. Ask somebody who did, or call whoever invited you.',
  },
  'refusal.still_written': {
    nl: 'Aan deze tekst wordt nog geschreven. Zeg het in de volgende bijeenkomst aan tafel.',
    en: 'This text is still being written. Say it at the table at the next meeting.',
  },
  'refusal.moment_past': {
    nl: 'Dat moment is al geweest. Kies een dag en een tijd die nog komen.',
    en: 'That moment has passed. Choose a day and a time that are still to come.',
  },
  'refusal.not_asked': {
    nl: 'Deze tafel hoort niet bij dit voorstel.',
    en: 'This table is not part of this proposal.',
  },
  'refusal.facilitator_here': {
    nl: 'De begeleider van deze tafel is er. Die zegt zelf ja of nee.',
    en: 'The facilitator of this table is here, and says yes or no.',
  },
  'refusal.not_your_turn': { nl: 'U bent nu niet aan de beurt.', en: 'It is not your turn now.' },
  'refusal.nothing_to_undo': {
    nl: 'Uw oude plek is niet meer vrij. Steek uw hand opnieuw op.',
    en: 'Your old place is gone. Please raise your hand again.',
  },
  'refusal.nobody_waiting': { nl: 'Er staat niemand in de rij.', en: 'Nobody is waiting.' },
  'refusal.floor_first': {
    nl: 'U bent nu aan het woord. Geef eerst het woord door.',
    en: 'You have the floor now. Pass the floor on first.',
  },
  'refusal.already': { nl: 'Dat is al gebeurd.', en: 'That has already happened.' },
  'refusal.table_in_use': {
    nl: 'Er zitten mensen aan deze tafel. Zet hen eerst aan een andere tafel.',
    en: 'People sit at this table. Move them to another table first.',
  },
  'refusal.empty_plan': {
    nl: 'Er is nog niemand ingedeeld. Deel eerst de mensen in.',
    en: 'Nobody has a seat yet. Seat people first.',
  },
  'refusal.old_version': {
    nl: 'De indeling is intussen veranderd. Kijk even en probeer het nog een keer.',
    en: 'The seating has changed meanwhile. Have a look and try again.',
  },
  'refusal.slow_down': {
    nl: 'Dat ging te snel achter elkaar. Wacht even en probeer het dan nog een keer.',
    en: 'That was too much at once. Wait a moment and try again.',
  },
  'refusal.not_saved': {
    nl: 'Dit is nog niet bewaard. De opslag doet het even niet. Probeer het zo nog een keer.',
    en: 'This has not been saved. Storage is not available for a moment. Please try again shortly.',
  },
  'refusal.media_away': {
    nl: 'Beeld en geluid doen het even niet. U hoeft niets te doen, wij proberen het steeds opnieuw.',
    en: 'Sound and picture are not available for a moment. You need not do anything; we keep trying.',
  },
  'refusal.elsewhere': {
    nl: 'U bent op een ander scherm al binnen.',
    en: 'You are already here on another screen.',
  },
} satisfies Catalogue & Record<`refusal.${RefusalCode}`, unknown>
