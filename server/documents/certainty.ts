/** Do the rights of the writers here follow all that was decided on these words? */
export interface Certainty {
  sure(): boolean
  /** Something was decided, perhaps at another node: until it is known here, nothing of ours is stored. */
  doubt(): void
}

export interface CertaintyInput {
  surely<T>(work: () => Promise<T>): Promise<T | null>
  upToDate(): Promise<void>
}

/** Asked outside the queue of the text, for the answer may come behind a decision that waits for that queue. Left out: there is one node. */
export function createCertainty(input: CertaintyInput | undefined, sureAgain: () => void): Certainty {
  let asked = 0
  let answered = 0

  const ask = async ({ surely, upToDate }: CertaintyInput, mine: number) => {
    const done = await surely(async () => {
      await upToDate()
      return true
    })
    if (!done || mine !== asked) return
    answered = mine
    sureAgain()
  }

  return {
    sure: () => answered === asked,
    doubt() {
      if (input) void ask(input, ++asked)
    },
  }
}
