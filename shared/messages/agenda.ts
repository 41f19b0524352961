import type { Catalogue } from './format.ts'

/** What a session is going to do, and what government promises: the organiser makes both. */
export const agenda = {
  'part.minutes': {
    nl: '{minutes, plural, one {# minuut} other {# minuten}}, {where, select, tables {aan de tafels} other {in de grote zaal}}',
    en: '{minutes, plural, one {# minute} other {# minutes}}, {where, select, tables {at the tables} other {in the main room}}',
  },
  'part.asks': { nl: 'met een vraag per tafel', en: 'with a question for each table' },
  'part.been': { nl: 'geweest', en: 'done' },
  'part.begin': { nl: 'Begin', en: 'Begin' },
  'part.beginName': { nl: 'Begin: {title}', en: 'Begin: {title}' },
  'part.more5': { nl: '5 minuten erbij', en: '5 minutes more' },
  'part.more': { nl: 'Meer', en: 'More' },
  'part.moreName': { nl: 'Meer: {title}', en: 'More: {title}' },
  'part.change': { nl: 'Verander', en: 'Change' },
  'part.up': { nl: 'Eén plek omhoog', en: 'One place up' },
  'part.down': { nl: 'Eén plek omlaag', en: 'One place down' },
  'part.drop': { nl: 'Haal weg', en: 'Take out' },
  'part.new': { nl: 'Voeg zelf een deel toe', en: 'Add a part yourself' },
  'part.name': { nl: 'Naam van dit deel', en: 'Name of this part' },
  'part.length': { nl: 'Hoeveel minuten?', en: 'How many minutes?' },
  'part.lengthHint': { nl: 'Kies {min} tot {max} minuten.', en: 'Choose {min} to {max} minutes.' },
  'part.where': { nl: 'Waar is dit?', en: 'Where is this?' },
  'part.where.plenary': { nl: 'In de grote zaal', en: 'In the main room' },
  'part.where.tables': { nl: 'Aan de tafels', en: 'At the tables' },
  'part.ask': { nl: 'Eerste vraag: {role}', en: 'First question: {role}' },
  'part.askHint': {
    nl: 'Laat een vraag leeg als die tafel er geen heeft. Iedereen aan de tafel ziet de vraag.',
    en: 'Leave a question empty where that table has none. Everybody at the table sees the question.',
  },
  'part.save': { nl: 'Bewaar dit deel', en: 'Save this part' },

  'programme.title': { nl: 'Wat we gaan doen', en: 'What we are going to do' },
  'programme.empty': {
    nl: 'Er is nog geen agenda gemaakt. Kies er een, of voeg zelf delen toe.',
    en: 'No agenda was made yet. Choose one, or add parts yourself.',
  },
  'programme.note': {
    nl: 'Gaat iedereen naar de tafels of terug, en hoort het volgende deel daar? Dan begint dat. Is de tijd van een deel om, dan ziet u dat. Er stopt niets vanzelf.',
    en: 'When everybody goes to the tables or back, and the next part belongs there, it begins. When the time of a part is up, you see it. Nothing stops by itself.',
  },
  'programme.went': { nl: 'Zo ging het', en: 'How it went' },

  'template.choose': { nl: 'Kies een agenda', en: 'Choose an agenda' },
  'template.note': {
    nl: 'De delen komen achter wat er al staat. Daarna kunt u alles veranderen.',
    en: 'The parts come after what is there already. After that you can change everything.',
  },
  'template.sum': {
    nl: '{parts, plural, one {# deel} other {# delen}}, {minutes} minuten',
    en: '{parts, plural, one {# part} other {# parts}}, {minutes} minutes',
  },
  'template.add': { nl: 'Voeg toe', en: 'Add' },
  'template.addName': { nl: 'Voeg toe: {title}', en: 'Add: {title}' },
  'template.meet': { nl: 'Kennismaken', en: 'Getting to know each other' },
  'template.lived': { nl: 'Ervaringen', en: 'Experiences' },
  'template.dream': { nl: 'Dromen', en: 'Dreams' },
  'template.do': { nl: 'Doen', en: 'Doing' },
  'template.harvest': { nl: 'Oogst', en: 'Harvest' },
  'template.consent': { nl: 'Consent', en: 'Consent' },
  'template.part.welcome': {
    nl: 'Welkom, en wat de raad belooft',
    en: 'Welcome, and what the council promises',
  },
  'template.part.meet': { nl: 'Kennismaken aan tafel', en: 'Getting to know each other at the table' },
  'template.part.explain': { nl: 'Uitleg', en: 'Explanation' },
  'template.part.lived': { nl: 'Wat maakte u mee?', en: 'What did you experience?' },
  'template.part.dream': { nl: 'Wat droomt u?', en: 'What do you dream of?' },
  'template.part.heard': { nl: 'Wat we hoorden', en: 'What we heard' },
  'template.part.first': { nl: 'De eerste vraag', en: 'The first question' },
  'template.part.second': { nl: 'De tweede vraag', en: 'The second question' },
  'template.part.third': { nl: 'De derde vraag, en opschrijven', en: 'The third question, and writing down' },
  'template.part.back': { nl: 'Samen terug', en: 'Together again' },
  'template.part.lies': { nl: 'Wat er ligt', en: 'What lies there' },
  'template.part.within': {
    nl: 'Binnen elke rol bij elkaar leggen',
    en: 'Bringing together within each role',
  },
  'template.part.between': { nl: 'Tussen de rollen', en: 'Between the roles' },
  'template.part.reading': { nl: 'Alles samen lezen', en: 'Reading everything together' },
  'template.part.round': { nl: 'De ronde aan tafel', en: 'The round at the table' },
  'template.part.objections': { nl: 'Bezwaren, en een nieuwe tekst', en: 'Objections, and a new text' },
  'template.ask.meet': {
    nl: 'Wie bent u, en waarom doet u mee?',
    en: 'Who are you, and why do you take part?',
  },
  'template.ask.lived': {
    nl: 'Wat maakte u mee met de gemeente? Wat ging goed, en wat niet?',
    en: 'What did you experience with the municipality? What went well, and what did not?',
  },
  'template.ask.dream': {
    nl: 'Hoe ziet het eruit als het goed gaat?',
    en: 'What does it look like when it goes well?',
  },
  'template.ask.lawful.first': {
    nl: 'Waar moet u altijd op kunnen rekenen?',
    en: 'What must you always be able to count on?',
  },
  'template.ask.lawful.second': {
    nl: 'Wanneer vragen we inwoners mee te doen, en wanneer niet?',
    en: 'When do we ask residents to take part, and when not?',
  },
  'template.ask.lawful.third': {
    nl: 'Wie besluit, en wie legt dat uit?',
    en: 'Who decides, and who explains that?',
  },
  'template.ask.networking.first': {
    nl: 'Vanaf welk moment zitten we samen aan tafel?',
    en: 'From which moment do we sit at the table together?',
  },
  'template.ask.networking.second': { nl: 'Wie mist er?', en: 'Who is missing?' },
  'template.ask.networking.third': { nl: 'Wie doet wat?', en: 'Who does what?' },
  'template.ask.performing.first': {
    nl: 'Binnen hoeveel tijd krijgt u antwoord?',
    en: 'Within how much time do you get an answer?',
  },
  'template.ask.performing.second': {
    nl: 'Hoe merkt u dat er iets met uw inbreng is gedaan?',
    en: 'How do you notice that something was done with what you said?',
  },
  'template.ask.performing.third': { nl: 'Wat mag meedoen kosten?', en: 'What may taking part cost?' },
  'template.ask.participating.first': {
    nl: 'Wat heeft een initiatief nodig?',
    en: 'What does an initiative need?',
  },
  'template.ask.participating.second': {
    nl: 'Wanneer zegt de gemeente ja, nee of “doe het zelf”?',
    en: 'When does the municipality say yes, no or “do it yourself”?',
  },
  'template.ask.participating.third': {
    nl: 'Hoe kunt u een taak overnemen?',
    en: 'How can you take over a task?',
  },

  'promise.title': { nl: 'De belofte', en: 'The promise' },
  'promise.label': {
    nl: 'Wat belooft de raad met de uitkomst te doen?',
    en: 'What does the council promise to do with the outcome?',
  },
  'promise.hint': {
    nl: 'Iedereen leest dit bij het binnenkomen en in de zaal. Het staat ook in het pakket voor de raad en op de openbare pagina.',
    en: 'Everybody reads this when coming in and in the main room. It also stands in the package for the council and on the public page.',
  },
  'promise.none': { nl: 'Er is nog geen belofte vastgelegd.', en: 'No promise was recorded yet.' },
  'promise.since': { nl: 'Vastgelegd op {day}, {time} uur.', en: 'Recorded on {day}, {time}.' },
  'promise.changed': { nl: 'Veranderd op {day}, {time} uur.', en: 'Changed on {day}, {time}.' },
  'promise.earlier': { nl: 'Daarvoor, vanaf {day}, {time} uur:', en: 'Before that, from {day}, {time}:' },
  'promise.save': { nl: 'Leg de belofte vast', en: 'Record the promise' },
  'promise.change': { nl: 'Verander de belofte', en: 'Change the promise' },
  'promise.changeNote': {
    nl: 'Wat er eerst stond, blijft te lezen. De dag van de verandering staat erbij.',
    en: 'What was there before can still be read. The day of the change is shown.',
  },
  'promise.ask': { nl: 'Er is nog geen belofte', en: 'There is no promise yet' },
  'promise.askNote': {
    nl: 'Mensen praten beter als zij weten wat er met de uitkomst gebeurt.',
    en: 'People talk better when they know what happens with the outcome.',
  },
  'promise.open': { nl: 'Leg vast en open de zaal', en: 'Record it and open the main room' },
  'promise.openWithout': { nl: 'Open de zaal zonder belofte', en: 'Open the main room without a promise' },
  'promise.optional': {
    nl: 'Wat belooft de raad met de uitkomst te doen? Dit kan ook later.',
    en: 'What does the council promise to do with the outcome? This can be done later too.',
  },

  'dialogue.like': { nl: 'Maak er nog een zoals deze', en: 'Make another one like this' },
  'dialogue.likeNote': {
    nl: 'De instellingen, de agenda met de vragen en de tafels gaan mee. Mensen, teksten, afspraken, tijden en antwoorden niet. De belofte ook niet.',
    en: 'The settings, the agenda with its questions and the tables come along. People, texts, agreements, times and answers do not. Neither does the promise.',
  },
} satisfies Catalogue
