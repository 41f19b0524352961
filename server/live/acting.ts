import { errors as arabic } from '../../shared/messages/ar/errors.ts'
import { errors } from '../../shared/messages/errors.ts'
import { format } from '../../shared/messages/format.ts'
import type { RefusalCode } from '../../shared/dialogue/decision.ts'
import type { Answer, ClientFrame, Language } from '../../shared/protocol.ts'
import type { Counts } from '../kit/counts.ts'
import { errorText } from '../kit/errorText.ts'
import { MediaAway, type Media } from '../media/media.ts'
import type { Device } from './device.ts'
import { toCommand } from './frames.ts'
import { typedApart } from './helped.ts'
import type { LiveSession } from './session.ts'

export interface ActingInput {
  media: Media
  log: { warn(fields: object, text: string): void }
  counts: Counts
  now(): number
}

/** Does what a device that is in asks by a frame, and answers it. */
export type Act = (frame: ClientFrame, device: Device, session: LiveSession) => void

export function createActing({ media, log, counts, now }: ActingInput): Act {
  function act(frame: ClientFrame, device: Device, session: LiveSession) {
    if (frame.kind === 'command') {
      const command = toCommand(frame.type, frame.payload)
      if (typeof command === 'string') return answer(device, frame.commandId, { ok: false, code: command })
      const order = { actor: device.person, command, commandId: frame.commandId }
      const since = performance.now()
      return void session.run(order, (outcome) => {
        counts.command(command.type, (performance.now() - since) / 1_000)
        answer(device, frame.commandId, outcome)
      })
    }
    if (frame.kind === 'ask') return void givePass(frame, device, session)
    if (frame.kind === 'joined')
      return media.joined(session.dialogue.session, device.person, frame.lease, frame.connection)
    if (frame.kind === 'status') return session.status(device.person, frame.status)
    if (frame.kind === 'draft') return session.draft(device.person, frame.turn, frame.text)
    if (frame.kind === 'caption') return session.caption(device.person, frame.text, frame.done)
    if (frame.kind === 'callBack') return session.callBack(device.person, frame.number)
    if (frame.kind === 'ownDevice') return session.ownDevice(device.person, frame.device)
    if (frame.kind === 'tones') return session.tones(device.person, frame.person)
    if (frame.kind === 'apart') {
      const line = typedApart(session.state(), device.person, frame, now())
      return line ? session.apart(line) : undefined
    }
    if (frame.kind === 'typing') return session.typing(device.person, frame.table, frame.typing)
  }

  async function givePass(
    { id, type, displaced }: Extract<ClientFrame, { kind: 'ask' }>,
    device: Device,
    session: LiveSession,
  ) {
    try {
      const asked = type === 'joinAside' ? media.passApart : media.pass
      const pass = await asked(session.state(), device.person, displaced)
      if (!pass) return answer(device, id, { ok: false, code: 'not_your_room' })
      if (!device.active) return answer(device, id, { ok: false, code: 'elsewhere' })
      device.send({ kind: 'answer', id, answer: { ok: true }, pass })
    } catch (error) {
      if (!(error instanceof MediaAway)) log.warn({ error: errorText(error) }, 'no pass for the media room')
      answer(device, id, { ok: false, code: 'media_away' })
    }
  }

  return act
}

type Refused = { ok: true } | { ok: false; code: RefusalCode }

export function answer(device: Device, id: string, outcome: Refused): void {
  device.send({ kind: 'answer', id, answer: inWords(outcome, device.locale) })
}

function inWords(outcome: Refused, locale: Language): Answer {
  if (outcome.ok) return { ok: true }
  const key = `refusal.${outcome.code}` as const
  return { ok: false, code: outcome.code, text: format({ ...errors[key], ar: arabic[key] }, locale) }
}
