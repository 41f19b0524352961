const LOOK_MS = 1_000
/** A page that comes so much too late to its own look was frozen, or its device slept. A busy one is late by less. */
const STOOD_STILL_MS = 8_000

export interface ComingBack {
  /** The page stood still, whatever for, and runs again. */
  stoodStill(): void
  /** It was hidden, and is looked at again. */
  shown(): void
}

/** Tells when somebody comes back to this page, until the returned function is called. */
export function watchComingBack({ stoodStill, shown }: ComingBack): () => void {
  // the clock of the day goes on while a device sleeps
  let looked = Date.now()
  function look(): void {
    const late = Date.now() - looked > STOOD_STILL_MS
    looked = Date.now()
    if (late) stoodStill()
  }
  const timer = setInterval(look, LOOK_MS)
  const seen = () => {
    look()
    if (document.visibilityState === 'visible') shown()
  }
  document.addEventListener('visibilitychange', seen)
  document.addEventListener('resume', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', seen)
    document.removeEventListener('resume', look)
  }
}
