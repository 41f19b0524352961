import { createSfu, type Sfu } from '../../server/media/sfu.ts'
import type { Voice } from '../../server/voices/voice.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { direct, organise, stateOf } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { sfuOf } from '../support/sfuView.ts'
import { redeem } from '../support/visitor.ts'

/** The product as anybody starts it, with an organiser who does what the bench wants; and its SFU, for what is beside it. */
export interface Played {
  product: Product
  organiser: Voice
  sfu: Sfu & { url: string }
  state(): SessionState
  direct(type: CommandType, payload: unknown): Promise<void>
  /** So many participants beside those of the demonstration. */
  invite(count: number): Promise<LinkRow[]>
  participants(): Promise<LinkRow[]>
  close(): Promise<void>
}

export async function playProduct(): Promise<Played> {
  const product = await startProduct()
  const organiser = await organise(product)
  const { port, apiKey, apiSecret } = sfuOf(product).address()
  const url = `ws://127.0.0.1:${port}`
  const participants = async () => (await product.everybody()).filter(({ role }) => role === 'participant')
  return {
    product,
    organiser,
    sfu: { ...createSfu({ url, apiKey, apiSecret }), url },
    state: () => stateOf(organiser),
    direct: (type, payload) => direct(organiser, type, payload),
    async invite(count) {
      if (count <= 0) return []
      const known = new Set((await participants()).map(({ person }) => person))
      const lines = Array.from({ length: count }, (_, i) => `Gast ${i + 1};inwoner;deelnemer`)
      const visitor = await redeem(product.links.organiser)
      await visitor.send('POST', 'api/people', { text: lines.join('\n'), check: false })
      return (await participants()).filter(({ person }) => !known.has(person))
    },
    participants,
    async close() {
      await organiser.close()
      await product.stop()
    },
  }
}
