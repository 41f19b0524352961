import { createVoice, type Voice } from '../../server/voices/voice.ts'
import { startProduct } from '../support/product.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'
import type { LinkRow, NewDialogueReply } from '../../shared/protocol.ts'

const PEOPLE = 60
const PATIENCE_MS = 120_000

export interface ArrivalsReport {
  people: number
  /** From the first link opened until somebody sits in the main room with sound, in seconds: the first, the middle one, the last. */
  first: number
  middle: number
  last: number
}

/** Sixty people open their links in the same moment, and sit in the main room with sound. */
export async function arrivals(): Promise<ArrivalsReport> {
  const product = await startProduct()
  const voices: Voice[] = []
  try {
    const { organiser, links } = await ownDialogue(product.links.organiser)
    const leads = await createVoice({ link: organiser, name: 'Organisator' })
    voices.push(leads)
    await until('the organiser sees the session', () => leads.state(), 20_000)
    await leads.send('openPlenary', {})
    const began = performance.now()
    const seconds = await Promise.all(
      links.map(async (link, index) => {
        const voice = await createVoice({ link, name: `Deelneemster ${index}` })
        voices.push(voice)
        await until(`${index} has sound`, () => voice.room() === 'plenary', PATIENCE_MS)
        return Math.round((performance.now() - began) / 100) / 10
      }),
    )
    const [first = 0] = seconds.toSorted((a, b) => a - b)
    return {
      people: PEOPLE,
      first,
      middle: seconds[Math.floor(PEOPLE / 2)] ?? 0,
      last: seconds.at(-1) ?? 0,
    }
  } finally {
    await Promise.all(voices.map((voice) => voice.close()))
    await product.stop()
  }
}

/** A dialogue of one's own with sixty people, and their links. */
async function ownDialogue(link: string): Promise<{ organiser: string; links: string[] }> {
  const demo = await redeem(link)
  const when = { date: '2030-01-08', from: '19:00', to: '21:00' }
  const made = await demo.send('POST', 'api/dialogue', { title: 'Zestig mensen', ...when })
  const { url } = (await made.json()) as NewDialogueReply
  const organiser = await redeem(url)
  const lines = Array.from({ length: PEOPLE }, (_, index) => `Deelneemster ${index};inwoners`)
  const text = ['Naam;Groep', ...lines].join('\n')
  await organiser.send('POST', 'api/people', { text, check: false })
  const rows = await organiser.get<LinkRow[]>('api/links')
  const links = rows.filter(({ role }) => role === 'participant').map((row) => row.url)
  if (links.length !== PEOPLE) throw new Error(`${links.length} people have a link`)
  return { organiser: url, links }
}

export function printArrivals({ people, first, middle, last }: ArrivalsReport): void {
  console.log(
    `${people} people opened their links at once: the first had sound after ${first} s, the middle one ${middle} s, the last ${last} s.`,
  )
}
