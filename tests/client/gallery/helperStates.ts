import type { SessionStore } from '../../../shared/channel/store.ts'
import type { HelpCall, SessionState } from '../../../shared/dialogue/model.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { here, NOW, person, session } from '../organiseStates.ts'

/** Every state of the digital helper's screen, with these people there and this call for help. */
export function helperMoments(atTables: Record<string, Presence>, call: HelpCall) {
  const ofTom = { ...call, takenBy: 'tom' }
  const helper = (changes: Partial<SessionState>, more: Partial<SessionStore> = {}) => ({
    screen: 'helper' as const,
    session: { me: 'tom', state: session(changes), presence: atTables, meter: null, ...more },
  })
  return {
    '29-helper': helper({ help: [ofTom, { ...call, person: 'riet' }] }),
    '29-helper-apart': helper(
      { help: [{ ...ofTom, aside: { version: 1, speaks: true, screen: false } }] },
      { numbers: { pieter: '06 12 34 56 78' } },
    ),
    '29-helper-types': helper(
      { help: [ofTom], helped: ['anna', 'joke'] },
      {
        ownDevices: { pieter: { kind: 'phone', browser: 'safari', tones: 'silent' } },
        apart: {
          pieter: [
            { id: 'l1', person: 'pieter', helper: 'tom', by: 'tom', at: NOW, text: 'Ziet u een tandwiel?' },
            { id: 'l2', person: 'pieter', helper: 'tom', by: 'pieter', at: NOW, text: 'Ja, rechtsboven.' },
          ],
        },
      },
    ),
    '29-pause': helper(
      { help: [{ ...call, person: 'riet' }] },
      {
        presence: {
          ...atTables,
          tom: { ...here('tom', null), status: { ...here('tom', null).status!, screen: 'pause' } },
        },
      },
    ),
    '29-nobody': helper({ people: { ...session().people, mehmet: { ...person('mehmet'), phone: true } } }),
  }
}
