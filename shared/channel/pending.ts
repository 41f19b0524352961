import type { Answer, ClientFrame, MediaPass } from '../protocol.ts'

type Asked = Extract<ClientFrame, { kind: 'command' | 'ask' }>

export interface Reply {
  answer: Answer
  pass?: MediaPass
}

/** What was asked and not answered yet. It is sent again on every new line with the same id; the server does it once. */
export function createPending() {
  const waiting = new Map<string, { frame: Asked; resolve: (reply: Reply) => void }>()
  const idOf = (frame: Asked): string => (frame.kind === 'command' ? frame.commandId : frame.id)
  return {
    add: (frame: Asked): Promise<Reply> =>
      new Promise((resolve) => {
        waiting.set(idOf(frame), { frame, resolve })
      }),
    answered(id: string, reply: Reply): void {
      waiting.get(id)?.resolve(reply)
      waiting.delete(id)
    },
    /** In the order they were asked in. */
    frames: (): Asked[] => [...waiting.values()].map(({ frame }) => frame),
    /** Nobody will answer any more. */
    giveUp(answer: Answer): void {
      for (const { resolve } of waiting.values()) resolve({ answer })
      waiting.clear()
    },
  }
}
