import type { Catalogue } from './format.ts'

/** The shell: what one sees before a room, instead of one, and the first page of the demonstration. */
export const app = {
  'app.name': { nl: 'Dialoogtafel', en: 'Dialoogtafel' },
  'app.connecting': { nl: 'We maken verbinding …', en: 'Connecting …' },
  'app.connectingLong': {
    nl: 'Dit duurt wat langer dan anders. Laat dit scherm open.',
    en: 'This takes a little longer than usual. Keep this screen open.',
  },
  'app.notSent': {
    nl: 'Dit is niet verstuurd. Open uw link opnieuw.',
    en: 'This was not sent. Open your link again.',
  },
  'app.notFetched': {
    nl: 'Dit deel van het scherm kon niet worden opgehaald. Misschien is uw verbinding even weg.',
    en: 'This part of the screen could not be fetched. Your connection may be away for a moment.',
  },
  'app.notOpened': {
    nl: 'Dit kon niet worden geopend. Misschien is uw verbinding even weg. Druk zo nog een keer.',
    en: 'This could not be opened. Your connection may be away for a moment. Press again shortly.',
  },
  'app.newVersion': {
    nl: 'Er is een nieuwe versie. Laad de pagina opnieuw.',
    en: 'There is a new version. Load the page again.',
  },
  'app.wholeAgain': { nl: 'Laad het hele scherm opnieuw', en: 'Load the whole screen again' },
  'app.reload': { nl: 'Probeer het opnieuw', en: 'Try again' },
  'app.lostLink': { nl: 'Lukt het niet?', en: 'Does it not work?' },
  'app.askOrganiser': {
    nl: 'Bel of mail wie u heeft uitgenodigd. U krijgt dan een nieuwe link. Uw stoel blijft vrij.',
    en: 'Call or mail whoever invited you. You will get a new link. Your seat stays free.',
  },

  'app.typeCode': { nl: 'Typ de code uit uw brief', en: 'Type the code from your letter' },
  'app.callUs': { nl: 'Bel gerust: {phone}', en: 'Feel free to call: {phone}' },
  'app.call': { nl: 'Bel {phone}', en: 'Call {phone}' },

  // pages instead of a room (22)
  'error.unknown_link.title': { nl: 'Deze link werkt niet', en: 'This link does not work' },
  'error.unknown_link.text': {
    nl: 'Dat ligt niet aan u. Misschien ontbreekt er een stukje. Klik op de link in uw uitnodiging, of kopieer de hele link.',
    en: 'This is not your fault. A piece may be missing. Press the link in your invitation, or copy the whole link.',
  },
  'error.link_expired.title': { nl: 'Deze link werkt niet meer', en: 'This link no longer works' },
  'error.link_expired.text': {
    nl: 'Dat ligt niet aan u. De link is verlopen of vervangen door een nieuwe.',
    en: 'This is not your fault. The link has expired or was replaced by a new one.',
  },
  'error.taken_out.title': { nl: 'U doet niet meer mee', en: 'You no longer take part' },
  'error.taken_out.text': {
    nl: 'De organisator heeft u van de lijst van deze dialoog gehaald. Klopt dat niet? Bel of mail de organisator. Die kan u weer opnemen.',
    en: 'The organiser has taken you off the list of this dialogue. Is that a mistake? Call or mail the organiser, who can take you back.',
  },
  'error.open_link_again.title': { nl: 'Open uw link opnieuw', en: 'Open your link again' },
  'error.open_link_again.text': {
    nl: 'Dit apparaat kent u niet meer. Klik op de link in uw uitnodiging. Uw plek is nog van u.',
    en: 'This device no longer knows you. Press the link in your invitation. Your place is still yours.',
  },
  'error.not_found.title': { nl: 'Deze pagina is er niet', en: 'This page is not here' },
  'error.not_found.text': {
    nl: 'Dat ligt niet aan u. Klik op de link in uw uitnodiging.',
    en: 'This is not your fault. Press the link in your invitation.',
  },
  'error.forbidden.title': { nl: 'Hier mag u niet in', en: 'You may not enter here' },
  'error.forbidden.text': {
    nl: 'Deze pagina is voor iemand anders. Klik op de link in uw eigen uitnodiging.',
    en: 'This page is for somebody else. Press the link in your own invitation.',
  },
  'error.busy.title': { nl: 'Het is nu te druk', en: 'It is too busy now' },
  'error.busy.text': {
    nl: 'Dat ligt niet aan u. Veel mensen halen nu een document op. Probeer het over een minuut weer.',
    en: 'This is not your fault. Many people are fetching a document now. Try again in a minute.',
  },
  'error.broken.title': { nl: 'Er ging iets mis', en: 'Something went wrong' },
  'error.broken.text': {
    nl: 'Dat ligt niet aan u. Uw plek en uw opgeslagen tekst zijn veilig.',
    en: 'This is not your fault. Your place and your saved text are safe.',
  },
  'error.old.title': { nl: 'Er is een nieuwe versie', en: 'There is a new version' },
  'error.old.text': {
    nl: 'Ververs deze pagina. Dan doet u weer mee. Uw plek en uw opgeslagen tekst blijven bewaard.',
    en: 'Load this page again. Then you take part again. Your place and your saved text are kept.',
  },
  'error.elsewhere.title': { nl: 'U bent op een ander apparaat', en: 'You are on another device' },
  'error.elsewhere.text': {
    nl: 'De bijeenkomst staat open op een ander apparaat of in een ander venster. Wilt u hier verder? Dan stopt het daar. Uw plek houdt u.',
    en: 'The meeting is open on another device or in another window. Go on here? Then it stops there. You keep your place.',
  },
  'error.elsewhere.use': { nl: 'Gebruik dit apparaat', en: 'Use this device' },
  'error.ended.title': { nl: 'De bijeenkomst is klaar', en: 'The meeting is over' },
  'error.ended.text': { nl: 'Dank u wel voor het meedoen.', en: 'Thank you for taking part.' },
} satisfies Catalogue
