/** Some words, not only signs: as the server asks of an objection, without its schemas. */
export const saysSomething = (reason: string): boolean => /[\p{L}\p{N}]/u.test(reason)
