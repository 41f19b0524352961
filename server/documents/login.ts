/**
 * Asks again and again whether a login still stands. `gone` is called once when it does not. A question the database
 * did not answer is asked again at the next turn: not knowing is neither yes nor no.
 */
export function watchLogin(valid: () => Promise<boolean>, everyMs: number, gone: () => void): () => void {
  let asking = false
  const timer = setInterval(() => {
    if (asking) return
    asking = true
    valid()
      .then(
        (good) => {
          if (good) return
          stop()
          gone()
        },
        () => undefined,
      )
      .finally(() => (asking = false))
  }, everyMs).unref()
  const stop = () => clearInterval(timer)
  return stop
}
