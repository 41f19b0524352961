import { createElement, use, useEffect, useState, useTransition, type ComponentType } from 'react'
import { Gone } from '../../core/fetchFirst.ts'
import { NewVersion } from './NewVersion.tsx'
import { NotFetched } from './NotFetched.tsx'

/** A part of the screen that is fetched when it is first drawn, or earlier. It suspends meanwhile. */
export type Later<Props extends object> = ComponentType<Props> & {
  /** Fetches it before it is drawn, where it surely will be. */
  ahead(): Promise<void>
}

/** A promise that tells React itself that it has come: drawn at once, where any other is new to it and what follows an empty page is held back for 300 ms. */
function telling<Value>(promise: Promise<Value>): Promise<Value> {
  void promise.then((value) => Object.assign(promise, { status: 'fulfilled', value }))
  return promise
}

type Come<Props> = { Shown: ComponentType<Props> } | { why: unknown }

/**
 * React's own `lazy` keeps a failure for as long as the page is there. Here a sentence stands in its place, with a button that tries again;
 * and so does whoever draws it the next time. `whole`: before one is in a call, all there is on the screen; after an update it may load
 * the page anew by itself.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { whole = false } = {},
): Later<Props> {
  let coming: Promise<Come<Props>> | null = null
  let failed = false

  function ask(): Promise<Come<Props>> {
    coming ??= telling(
      load().then(
        (Shown) => ({ Shown }),
        (why: unknown) => {
          failed = true
          return { why }
        },
      ),
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
    const come = use(wanted)
    const again = () => {
      forget()
      startAgain(() => setWanted(ask()))
    }
    useEffect(() => forget, [])
    if ('Shown' in come) return createElement(come.Shown, props)
    if (come.why instanceof Gone) return <NewVersion byItself={whole} />
    return <NotFetched isBusy={isBusy} onAgain={again} />
  }
  const ahead = async () => {
    await ask()
    forget()
  }
  return Object.assign(Part, { ahead })
}
