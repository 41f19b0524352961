import { createElement, use, useEffect, useState, useTransition, type ComponentType } from 'react'
import { NotFetched } from './NotFetched.tsx'

/** A part of the screen that is fetched when it is first drawn, or earlier. It suspends meanwhile. */
export type Later<Props extends object> = ComponentType<Props> & {
  /** Fetches it before it is drawn, where it surely will be. */
  ahead(): Promise<void>
}

/**
 * React's own `lazy` keeps a failure for as long as the page is there. Here a sentence stands in its place, with a button that tries again;
 * and so does whoever draws it the next time.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let coming: Promise<ComponentType<Props> | null> | null = null
  let here: ComponentType<Props> | null = null
  let failed = false

  function ask(): Promise<ComponentType<Props> | null> {
    coming ??= load().then(
      (part) => (here = part),
      () => {
        failed = true
        return null
      },
    )
    return coming
  }
  function forget(): void {
    if (failed) coming = null
    failed = false
  }

  function Part(props: Props) {
    const [wanted, setWanted] = useState(ask)
    const [isBusy, startAgain] = useTransition()
    // what is here is drawn at once: to React every promise is new, and what follows a fallback it holds back for 300 ms
    const Shown = here ?? use(wanted)
    const again = () => {
      forget()
      startAgain(() => setWanted(ask()))
    }
    useEffect(() => forget, [])
    return Shown ? createElement(Shown, props) : <NotFetched isBusy={isBusy} onAgain={again} />
  }
  const ahead = async () => {
    if (!(await ask())) forget()
  }
  return Object.assign(Part, { ahead })
}
