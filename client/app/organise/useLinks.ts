import { useEffect, useEffectEvent, useState } from 'react'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { nameIn } from '../../../shared/dialogue/people/names.ts'
import type { LinkRow } from '../../../shared/protocol.ts'
import { useApi } from './api.ts'

export interface KnownLinks {
  /** Null until they are known. */
  rows: LinkRow[] | null
  /** Something could not be read or done. */
  failed: boolean
  /** Makes a new link for this person; the one before ends. */
  renew(person: PersonId): Promise<void>
  /** The mail to this person came back, or did not. */
  markBounced(person: PersonId, bounced: boolean): Promise<void>
  /** This person is no more. */
  drop(person: PersonId): void
}

/** Everybody's own link, read again when people were added. */
export function useLinks(state: SessionState, onBounced: () => void): KnownLinks {
  const api = useApi()
  const [fetched, setRows] = useState<LinkRow[] | null>(null)
  const [failed, setFailed] = useState(false)
  const people = state.order.length
  const read = useEffectEvent(api.links)
  useEffect(() => {
    if (people === 0) return
    let current = true
    read().then(
      (found) => current && (setRows(found), setFailed(false)),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [people])
  const change = (changed: (rows: LinkRow[]) => LinkRow[]) => setRows((before) => before && changed(before))
  return {
    // somebody who comes in may change the name while this page is open
    rows:
      fetched && fetched.map((row) => ({ ...row, name: nameIn(state, { id: row.person, name: row.name }) })),
    failed,
    async renew(person) {
      try {
        const { url } = await api.renewLink(person)
        change((rows) => rows.map((row) => (row.person === person ? { ...row, url, opened: false } : row)))
      } catch {
        setFailed(true)
      }
    },
    async markBounced(person, bounced) {
      try {
        await api.markBounced(person, bounced)
        onBounced()
      } catch {
        setFailed(true)
      }
    },
    drop: (person) => change((rows) => rows.filter((row) => row.person !== person)),
  }
}
