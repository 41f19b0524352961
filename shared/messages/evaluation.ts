import type { Catalogue } from './format.ts'

/** How it was for people: four questions after a session, and what was answered. */
export const evaluation = {
  'evaluation.title': { nl: 'Hoe was het voor u?', en: 'How was it for you?' },
  'evaluation.lead': {
    nl: 'Vier korte vragen over deze bijeenkomst. U mag er een overslaan.',
    en: 'Four short questions about this meeting. You may pass one over.',
  },
  'evaluation.noName': {
    nl: 'We bewaren uw antwoorden zonder naam.',
    en: 'We keep your answers without a name.',
  },
  'evaluation.step': { nl: '{number} van {count}', en: '{number} of {count}' },
  'evaluation.equality': {
    nl: 'Telde uw stem even zwaar als die van anderen?',
    en: 'Did your voice count as much as those of others?',
  },
  'evaluation.transparency': {
    nl: 'Wist u wat er met uw woorden gebeurt?',
    en: 'Did you know what happens with your words?',
  },
  'evaluation.involvement': {
    nl: 'Kon u meedoen op een manier die bij u past?',
    en: 'Could you take part in a way that suits you?',
  },
  'evaluation.empathy': {
    nl: 'Begrijpt u nu beter hoe anderen denken?',
    en: 'Do you understand better now how others think?',
  },
  'evaluation.no': { nl: 'Nee, niet', en: 'No, not at all' },
  'evaluation.little': { nl: 'Een beetje', en: 'A little' },
  'evaluation.mostly': { nl: 'Meestal wel', en: 'Mostly' },
  'evaluation.yes': { nl: 'Ja, helemaal', en: 'Yes, wholly' },
  'evaluation.unknown': { nl: 'Weet ik niet', en: 'I do not know' },
  'evaluation.more': { nl: 'Wilt u nog iets zeggen?', en: 'Is there anything else you want to say?' },
  'evaluation.moreHint': {
    nl: 'Dit hoeft niet. Schrijf hier geen namen op.',
    en: 'You need not. Please write no names here.',
  },
  'evaluation.send': { nl: 'Stuur mijn antwoorden', en: 'Send my answers' },
  'evaluation.notNow': { nl: 'Nu niet', en: 'Not now' },
  'evaluation.later': {
    nl: 'U kunt dit nog doen tot {day}. Open dan uw eigen link weer.',
    en: 'You can still do this until {day}. Open your own link again then.',
  },
  'evaluation.reminder': {
    nl: 'U hebt nog niets gezegd over bijeenkomst {number}. Dat kan tot {day}: vier korte vragen, zonder uw naam.',
    en: 'You have not said anything about meeting {number} yet. You can until {day}: four short questions, without your name.',
  },
  'evaluation.now': { nl: 'Beantwoord de vragen', en: 'Answer the questions' },
  'evaluation.yet': { nl: 'Toch antwoorden', en: 'Answer after all' },
  'evaluation.thanks': {
    nl: 'Dank u wel. Uw antwoorden zijn bewaard, zonder uw naam.',
    en: 'Thank you. Your answers have been kept, without your name.',
  },
  'evaluation.failed': {
    nl: 'Versturen lukte niet. Wat u invulde staat er nog. Probeer het zo nog eens.',
    en: 'It could not be sent. What you filled in is still here. Please try again soon.',
  },

  'evaluation.reportTitle': { nl: 'Hoe was het voor de mensen?', en: 'How was it for people?' },
  'evaluation.none': {
    nl: 'Na afloop krijgt iedereen vier vragen. Hier leest u dan de antwoorden.',
    en: 'Afterwards everybody gets four questions. You will read the answers here.',
  },
  'evaluation.answered': {
    nl: '{answered} van {asked, plural, one {# mens heeft} other {# mensen {answered, plural, one {heeft} other {hebben}}}} geantwoord.',
    en: '{answered} of {asked, plural, one {# person has} other {# people {answered, plural, one {has} other {have}}}} answered.',
  },
  'evaluation.open': { nl: 'De vragen staan open tot {day}.', en: 'The questions are open until {day}.' },
  'evaluation.closed': { nl: 'De vragen zijn gesloten.', en: 'The questions are closed.' },
  'evaluation.notYet': {
    nl: 'U leest de antwoorden als de vragen gesloten zijn. Dat kan als {count} mensen of meer hebben geantwoord. Eerder zou te zien zijn wie wat zei.',
    en: 'You will read the answers once the questions are closed, if {count} people or more have answered. Before that one could see who said what.',
  },
  'evaluation.tooFew': {
    nl: 'Er waren minder dan {count} antwoorden. Daarom staan ze hier niet: dan zou te zien zijn wie wat zei.',
    en: 'There were fewer than {count} answers. So they are not here: one could see who said what.',
  },
  'evaluation.few': {
    nl: 'Minder dan {count} mensen gaven hier antwoord. Daarom staat het er niet.',
    en: 'Fewer than {count} people answered this. So it is not shown.',
  },
  'evaluation.which': { nl: 'Welke bijeenkomst?', en: 'Which meeting?' },
  'evaluation.session': { nl: 'Bijeenkomst {number}', en: 'Meeting {number}' },
  'evaluation.value.equality': { nl: 'Gelijkwaardigheid', en: 'Equality' },
  'evaluation.value.transparency': { nl: 'Transparantie', en: 'Transparency' },
  'evaluation.value.involvement': { nl: 'Betrokkenheid', en: 'Involvement' },
  'evaluation.value.empathy': { nl: 'Inleving', en: 'Empathy' },
  'evaluation.favourable': {
    nl: 'Nu zeiden {said} van {of} meestal of helemaal.',
    en: 'Now {said} of {of} said mostly or wholly.',
  },
  'evaluation.favourableBefore': {
    nl: 'Bijeenkomst {number}: {said} van {of} zeiden meestal of helemaal.',
    en: 'Meeting {number}: {said} of {of} said mostly or wholly.',
  },
  'evaluation.words': { nl: 'Wat mensen erbij schreven', en: 'What people wrote beside it' },
  'evaluation.noWords': { nl: 'Niemand schreef er iets bij.', en: 'Nobody wrote anything beside it.' },
  'evaluation.noMark': {
    nl: 'Er is geen eindcijfer: elk antwoord staat er los.',
    en: 'There is no overall mark: each answer stands by itself.',
  },
  'evaluation.value': {
    nl: '{value}: {said} van {of} zeiden meestal of helemaal.',
    en: '{value}: {said} of {of} said mostly or wholly.',
  },
  'evaluation.reportFailed': {
    nl: 'De antwoorden konden niet worden geopend. Probeer het zo nog eens.',
    en: 'The answers could not be opened. Please try again soon.',
  },
} satisfies Catalogue
