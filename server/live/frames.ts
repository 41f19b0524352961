import type { RawData } from 'ws'
import { COMMANDS, type Command, type CommandType } from '../../shared/dialogue/commands.ts'
import type { RefusalCode } from '../../shared/dialogue/decision.ts'
import { clientFrame, type ClientFrame } from '../../shared/protocol.ts'

function toJson(data: RawData): unknown {
  try {
    return JSON.parse(Array.isArray(data) ? Buffer.concat(data).toString() : data.toString())
  } catch {
    return null
  }
}

/** Null for what is no frame of ours. */
export function parse(data: RawData): ClientFrame | null {
  const result = clientFrame.safeParse(toJson(data))
  return result.success ? result.data : null
}

/** Whoever sent it waits for an answer by this name; null for what is not answered. */
export const idOf = (frame: ClientFrame): string | null =>
  frame.kind === 'command' ? frame.commandId : frame.kind === 'ask' ? frame.id : null

/** The id in a frame that is otherwise wrong, so that whoever waits for an answer gets one. */
export function guessId(data: RawData): string {
  const json = toJson(data)
  if (typeof json !== 'object' || json === null) return ''
  const id = 'commandId' in json ? json.commandId : 'id' in json ? json.id : ''
  return typeof id === 'string' ? id.slice(0, 64) : ''
}

export function toCommand(type: string, payload: unknown): Command | RefusalCode {
  if (!isKnown(type)) return 'unknown_command'
  const result = COMMANDS[type].schema.safeParse(payload)
  // the schema just chosen by `type` is the proof that the two belong together
  return result.success ? ({ type, payload: result.data } as Command) : 'malformed'
}

const isKnown = (type: string): type is CommandType => Object.hasOwn(COMMANDS, type)
