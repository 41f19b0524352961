/** What trying again will not mend. The message is a sentence for whoever administers the machine, and says what to do. */
export class ForTheAdministrator extends Error {
  override name = 'ForTheAdministrator'
}
