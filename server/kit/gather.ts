/**
 * Questions of one kind that come within `windowMs`, asked as one. `ask` gets each key once and tells for which of them the
 * answer is yes; when it rejects, all who asked hear of it.
 */
export function createGather(
  windowMs: number,
  ask: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
) {
  let asking: { keys: Set<string>; answer: Promise<ReadonlySet<string>> } | null = null
  const begin = () => {
    const keys = new Set<string>()
    const answer = new Promise<void>((resolve) => setTimeout(resolve, windowMs)).then(() => {
      asking = null
      return ask([...keys])
    })
    return (asking = { keys, answer })
  }
  return async (key: string): Promise<boolean> => {
    const { keys, answer } = asking ?? begin()
    keys.add(key)
    return (await answer).has(key)
  }
}
