import type { SessionState } from '../../../shared/dialogue/model.ts'

export const SECTIONS = [
  { id: 'people', icon: 'people' },
  { id: 'links', icon: 'link' },
  { id: 'lead', icon: 'compass' },
  { id: 'split', icon: 'shuffle' },
  { id: 'tables', icon: 'table' },
  { id: 'balance', icon: 'talk' },
  { id: 'agreements', icon: 'text' },
  { id: 'council', icon: 'council' },
] as const

export type Section = (typeof SECTIONS)[number]['id']

/** The section somebody needs who looks for the first time in this phase. */
export function sectionFor(state: SessionState): Section {
  switch (state.phase.name) {
    case 'lobby':
      return state.order.length > 1 ? 'lead' : 'people'
    case 'plenary':
    case 'announced':
      return 'lead'
    case 'tables':
    case 'recalling':
      return 'tables'
    case 'ended':
      return 'agreements'
  }
}
