import type { Command } from '../../shared/dialogue/commands.ts'
import type { Context } from '../../shared/dialogue/decision.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Documents } from '../documents/documents.ts'
import type { StoredHold } from '../store/documentStore.ts'

/** What a decision is taken on and nobody may change meanwhile. */
export interface HeldStill {
  frozen: Context['frozen']
  /** To be stored with the decision. Left out: nobody else could change it. */
  hold?: StoredHold | undefined
  release(): void
}

const NOTHING: HeldStill = { frozen: {}, release: () => undefined }

export interface HoldingInput {
  state(): SessionState
  documents: Pick<Documents, 'freeze' | 'words'>
  failed(error: unknown): void
}

/** What is decided on words that may not change meanwhile. */
export const needsWords = (
  command: Command,
): command is Extract<Command, { type: 'presentAgreement' | 'keepVersion' }> =>
  command.type === 'presentAgreement' || command.type === 'keepVersion'

/**
 * A version is made of the words as they are stored. Before they are locked no word may slip in between: the text then
 * stands still until the decision is stored and the locks follow it. A version that is only kept holds nobody up.
 */
export const createHolding =
  ({ state, documents, failed }: HoldingInput) =>
  async (command: Command): Promise<HeldStill> => {
    if (!needsWords(command)) return NOTHING
    const { type } = command
    const { table, agreement } = command.payload
    // refused without words
    if (state().agreements[agreement]?.table !== table) return NOTHING
    try {
      const { id } = state().dialogue
      if (type === 'keepVersion')
        return { ...NOTHING, frozen: { [agreement]: await documents.words(table, id, agreement) } }
      const { frozen, hold, release } = await documents.freeze(table, id, agreement)
      return { frozen: { [agreement]: frozen }, hold, release }
    } catch (error) {
      failed(error)
      return NOTHING
    }
  }
