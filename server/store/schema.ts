/** All our tables live in a schema of their own, so that they can share a database with the host's application. */
export const SCHEMA = 'dialoogtafel'
