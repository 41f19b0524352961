type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether these keys ask to take something back, or to do it after all. */
export function askedBack({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const name = key.toLowerCase()
  if (name === 'y') return 'redo'
  return name !== 'z' ? null : shiftKey ? 'redo' : 'undo'
}
