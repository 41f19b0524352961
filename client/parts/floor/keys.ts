const FIELDS = 'input, textarea, select, [contenteditable="true"], [contenteditable=""], [role="textbox"]'

/** The person is in a field: single keys sleep, and focus stays where it is. */
export function isTyping(element: Element | null = document.activeElement): boolean {
  return element instanceof HTMLElement && element.closest(FIELDS) !== null
}

/** The same keys on an Arabic keyboard write otherwise. */
const HAND: ReadonlySet<string> = new Set(['h', 'ا'])
const LIST: ReadonlySet<string> = new Set(['?', '؟'])

export type KeyAction = 'dock' | 'region' | 'microphone' | 'hand' | 'list'

/**
 * Which action a key press asks for. F2, F6 and Ctrl+D always; the single keys H and ? only outside fields, and only while
 * the person has not turned them off (WCAG 2.1.4).
 */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  at: { typing: boolean; singleKeys: boolean },
): KeyAction | null {
  if (event.altKey || event.metaKey) return null
  if (event.ctrlKey) return event.key.toLowerCase() === 'd' ? 'microphone' : null
  if (event.key === 'F2') return 'dock'
  if (event.key === 'F6') return 'region'
  if (at.typing || !at.singleKeys) return null
  if (HAND.has(event.key.toLowerCase())) return 'hand'
  return LIST.has(event.key) ? 'list' : null
}

/** The parts of the screen in their order, as marked by `data-region`; F6 goes to the one after the part focus is in. */
export function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((part) =>
    part.checkVisibility(),
  )
  const now = regions.findIndex((part) => part.contains(document.activeElement))
  regions[(now + 1) % regions.length]?.focus()
}

/** F2: to the first control of the dock. */
export function toDock(): void {
  const dock = document.querySelector<HTMLElement>('[data-region="dock"]')
  ;(dock?.querySelector('button') ?? dock)?.focus()
}
