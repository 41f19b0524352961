/** Something that is fetched when it is first wanted, and kept. What did not come is not kept: whoever asks next tries again. */
export function fetched<T>(load: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null
  return () => {
    coming ??= load().catch((error: unknown) => {
      coming = null
      throw error
    })
    return coming
  }
}
