import { canonicalWords, type Words } from '../../shared/agreement/canonical.ts'
import { paragraphs, type RichText } from '../../shared/agreement/richText.ts'

/** What the invented people wrote, by a name that only the story uses. */

const words = (title: string, text: string | RichText, why: string): Words =>
  canonicalWords({
    title,
    text: typeof text === 'string' ? paragraphs(text) : text,
    why: paragraphs(why),
  })

const bullets = (...items: string[]): RichText => [
  { kind: 'bullets', items: items.map((text) => [{ text, marks: [] }]) },
]

export const AGREEMENTS = {
  promise: words(
    'Vooraf zeggen wat er kan',
    'De gemeente zegt vooraf wat er met de inbreng gebeurt. Wat al vastligt, zegt zij er eerlijk bij.',
    'Dan praat niemand voor niets.',
  ),
  early: words(
    'Aan tafel voordat er een plan is',
    'Inwoners praten mee voordat er een plan ligt.',
    'Later is er niet veel meer te kiezen.',
  ),
  earlyAgain: words(
    'Aan tafel voordat er een plan is',
    'Inwoners praten mee voordat er een plan ligt. Zij krijgen zes weken van tevoren een uitnodiging.',
    'Later is er niet veel meer te kiezen. En wie werkt, moet het kunnen plannen.',
  ),
  answer: words(
    'Antwoord binnen tien werkdagen',
    'Wie iets vraagt of inbrengt, krijgt binnen tien werkdagen antwoord.',
    'Stilte voelt als nee.',
  ),
  everybody: words(
    'Iedereen kan meedoen',
    bullets(
      'We vragen ook mensen die niet vanzelf komen.',
      'Meedoen kan op papier, aan de telefoon en met beeld.',
      'Wie hulp nodig heeft, krijgt een helper.',
    ),
    'Anders horen we steeds dezelfde mensen.',
  ),
  explain: words(
    'De raad legt uit',
    'Beslist de raad anders dan is afgesproken, dan legt een raadslid dat uit aan wie meedeed.',
    'Een uitleg in de zaal is meer waard dan een brief.',
  ),
  person: words(
    'Eén persoon om te bellen',
    'Bij elk gesprek hoort een ambtenaar met een naam en een telefoonnummer.',
    'Van loket naar loket kost moed.',
  ),
  money: words(
    'Geld voor goede ideeën',
    'Elke wijk heeft elk jaar een bedrag voor ideeën van inwoners. De wijk kiest zelf.',
    'Een idee zonder geld blijft een idee.',
  ),
  moneyAgain: words(
    'Geld voor goede ideeën',
    'Elke wijk heeft elk jaar een bedrag voor ideeën van inwoners. De wijk kiest zelf, de raad stelt het bedrag vast.',
    'Een idee zonder geld blijft een idee.',
  ),
  plain: words('Gewone taal', 'Brieven over plannen staan in gewone taal.', ''),
  evaluate: words(
    'Samen terugkijken',
    'Na een jaar kijken we samen of deze afspraken werken.',
    'Een afspraak is pas iets waard als iemand er nog eens naar kijkt.',
  ),
  merged: words(
    'Eén persoon, en antwoord binnen tien werkdagen',
    'Bij elk gesprek hoort een ambtenaar met een naam en een telefoonnummer. Wie iets vraagt of inbrengt, krijgt van die ambtenaar binnen tien werkdagen antwoord.',
    'Dan weet iemand waar hij aan toe is, en bij wie.',
  ),
} as const satisfies Record<string, Words>
