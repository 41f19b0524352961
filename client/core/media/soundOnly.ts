const KEY = 'dt.soundOnly'

/** Remembered in this tab: it holds for the session, and next time one begins with pictures. */
export function keepSoundOnly(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(KEY, 'yes')
    else sessionStorage.removeItem(KEY)
  } catch {
    // refused: it holds as long as the page
  }
}

export function wasSoundOnly(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}
