/** All our tables live in a schema of their own, so that they can share a database with the host's application. */
export const SCHEMA = 'dialoogtafel'

/** Where the tables of before stand while a backup is put back. */
export const BEFORE = `${SCHEMA}_before`
