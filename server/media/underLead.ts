import type { Sfu } from './sfu.ts'

/** Another node may lead the session by now: what this one knows of it is of before. */
class LeadLapsed extends Error {
  override name = 'LeadLapsed'
  constructor() {
    super('the lead has lapsed')
  }
}

/**
 * The SFU for the rooms of a session, as long as this node leads it. Asked right before each call that takes something from somebody or lets
 * them: a process that was stopped and goes on later changes nothing. Such a call rejects with `LeadLapsed`.
 */
export function underLead(sfu: Sfu, leads: () => boolean): Sfu {
  const guarded =
    <Told extends unknown[], T>(call: (...told: Told) => Promise<T>) =>
    async (...told: Told): Promise<T> => {
      if (!leads()) throw new LeadLapsed()
      return call(...told)
    }
  return {
    ...sfu,
    deleteRoom: guarded(sfu.deleteRoom),
    setPermission: guarded(sfu.setPermission),
    remove: guarded(sfu.remove),
  }
}
