/**
 * Every address of ours over HTTP and who it is for, written by hand: it knows nothing of the product's own guards. A route that is not
 * here fails the test, and one that is here and nowhere else does too.
 */

type May = 'yes' | 'no'
/** In the order of the columns of the method. */
type Columns = readonly [May, May, May, May, May, May, May]
/** `404`: what whoever may is answered, asked as the test asks: for what is not there, or without a body. */
type Line = [about: string, columns: Columns, routes: string]

/** Under `/p/<person>/api`: for that person alone. */
export const OWN: readonly Line[] = [
  [
    'oneself, and when the next meeting is',
    ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
    `GET /me 200
     GET /me/file 200
     GET /bijeenkomst.ics 404`,
  ],
  [
    'what is part of the talk; whose figures and words one gets there, other tests say',
    ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no'],
    `GET /balance 200
     GET /agreements/:agreement/versions 404
     GET /catch-up 200
     GET /evaluation 200
     POST /evaluation 400
     POST /line-trial 201`,
  ],
  [
    'what goes to the council, and what it decided',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'yes'],
    `POST /council 400
     GET /package.:form 404`,
  ],
  // its last line takes it all away
  [
    'people, links, mail, letters, what is kept, exports, the dialogue itself',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    `GET /evaluations 200
     GET /links 200
     POST /links/:other/renew 404
     GET /mail 200
     POST /mail 400
     PUT /people/:other/bounced 404
     GET /letters 200
     POST /letters 200
     PUT /people/:other/mail 404
     POST /people 400
     POST /people/file 400
     GET /people.csv 200
     GET /people/:other/mentions 404
     GET /people/:other/file 404
     DELETE /people/:other 404
     GET /retention 200
     PUT /retention 400
     POST /dialogue 400
     PATCH /dialogue 400
     POST /session 400
     GET /export.md 200
     GET /export.json 200
     DELETE /dialogue 204`,
  ],
]

/** For whoever comes, with no login; what is answered where nothing is published, and to secrets that are none. */
export const OPEN = `
  GET /healthz 200
  GET /readyz 200
  GET /metrics 404
  GET /api/demo 404
  POST /api/demo/dialogue 404
  GET /openbaar/stijl.css 200
  GET /openbaar/voorlezen.js 200
  GET /openbaar/:dialogue 404
  GET /openbaar/:dialogue/afspraken.:form 404
  GET /post/stijl.css 200
  GET /post/druk.js 200
  GET /geen-mail/:person/:seal 404
  POST /geen-mail/:person/:seal 404
  GET /code/qr.svg 200
  GET /code 200
  POST /code 404
  POST /code/mail 429
  GET /j/:secret/qr.svg 404
  GET /j/:secret/bijeenkomst.ics 404
  GET /j/:secret 404
  POST /j/:secret 404
  GET /p/:person 308
  GET / 200`

/** A mail program presses there for somebody, without any page of ours (RFC 8058): the address itself lets it. */
export const FROM_ANY_SITE = ['POST /geen-mail/:person/:seal']
