import { getLogger } from 'livekit-client'

/** Our rooms log under a name of their own; other users of LiveKit on the page keep theirs. */
export const LOG = 'dialoogtafel'

/** LiveKit's lines name rooms and people; what matters shows on the screen. A level would be forgotten where storage is refused. */
export function silenceLog(): void {
  const log = getLogger(LOG)
  log.methodFactory = () => () => undefined
  log.setLevel('silent', false)
}
