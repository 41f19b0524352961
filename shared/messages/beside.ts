import type { Catalogue } from './format.ts'

/** Several people at one device. */
export const beside = {
  'beside.title': { nl: 'Wie zit er naast {name}?', en: 'Who sits beside {name}?' },
  'beside.titleMine': { nl: 'Wie zit er naast u?', en: 'Who sits beside you?' },
  'beside.text': {
    nl: 'Wie hier meedoet, krijgt een eigen plek in de rij. Een beurt telt voor wie de beurt heeft. In een vrij gesprek meten we u samen.',
    en: 'Whoever joins in here gets a place of their own in the line. A turn counts for who has it. In open talk we measure you together.',
  },
  'beside.choose': { nl: 'Naam', en: 'Name' },
  'beside.chooseOne': { nl: 'Kies een naam', en: 'Choose a name' },
  'beside.nobody': {
    nl: 'Iedereen op de lijst doet al mee. Vraag de organisator om een naam erbij.',
    en: 'Everybody on the list takes part already. Ask the organiser to add a name.',
  },
  'beside.add': { nl: 'Doet hier mee', en: 'Joins in here' },
  'beside.end': { nl: '{name} zit hier niet meer', en: '{name} sits here no more' },
  'beside.hands': { nl: 'Aan dit apparaat', en: 'At this device' },
  'beside.raise': { nl: '{name} wil iets zeggen', en: '{name} wants to say something' },
  'beside.lower': { nl: 'Hand omlaag van {name}', en: 'Lower the hand of {name}' },
} satisfies Catalogue
