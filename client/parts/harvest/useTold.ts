import { useEffect, useEffectEvent, useRef } from 'react'
import type { EndedMerge, Merge } from '../../../shared/dialogue/harvest/merge.ts'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { tablesWith } from '../../../shared/dialogue/places.ts'
import { announce } from '../ui/Announcer.tsx'
import { useT } from '../ui/text.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { mayHarvest } from './board.ts'
import { useTables } from './CardWords.tsx'

/** A table that is asked is told so; how a merging ended, everybody, and the organiser has ten seconds to take it apart at once (H2). */
export function useTold(state: SessionState | null, me: PersonId): void {
  const t = useT()
  const tables = useTables()
  const { run } = useCommand()
  const merges = state?.harvest.merges
  const last = state?.harvest.last ?? null
  const known = useRef<readonly string[]>([])
  const told = useRef(last)

  const ask = useEffectEvent(({ tables: asked }: Merge) => {
    if (!state || !tablesWith(state, me).some((table) => asked.includes(table))) return
    const numbers = asked.flatMap((table) => state.tables[table]?.number ?? [])
    showToast(t('harvest.askedOwn', { tables: tables(numbers) }))
  })
  useEffect(() => {
    for (const merge of merges ?? []) if (!known.current.includes(merge.id)) ask(merge)
    known.current = (merges ?? []).map(({ id }) => id)
  }, [merges])

  const tell = useEffectEvent(({ how, agreement }: EndedMerge) => {
    const said = t(`harvest.${how}`)
    if (state && mayHarvest(state, me) && how === 'merged' && agreement !== null)
      showToast(said, { undo: () => void run('unmerge', { agreement }) })
    else announce(said, { topic: 'harvest', others: true })
  })
  useEffect(() => {
    if (last && last !== told.current) tell(last)
    told.current = last
  }, [last])
}
