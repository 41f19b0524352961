const KEY = 'dt.lineTest'

/** Pressed on the page of the link, before one is in. */
export function askLineTest(): void {
  try {
    sessionStorage.setItem(KEY, 'yes')
  } catch {
    // refused: it can be pressed on the next page as well
  }
}

/** Once for every press. */
export function wasLineTestAsked(): boolean {
  try {
    const asked = sessionStorage.getItem(KEY) !== null
    sessionStorage.removeItem(KEY)
    return asked
  } catch {
    return false
  }
}
