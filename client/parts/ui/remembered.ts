import { create } from 'zustand'
import { readStored, writeStored } from './locale.ts'

/** What was chosen on this page, by name; every screen that shows a choice sees a change at once. */
const useChosen = create<Record<string, string>>()(() => ({}))

/** A choice that stays on this device. Without storage (a private window) it lasts as long as the page. */
export function useRememberedText(name: string): [string | null, (value: string) => void] {
  const value = useChosen((chosen) => chosen[name]) ?? readStored(`dt.${name}`)
  return [
    value,
    (next) => {
      writeStored(`dt.${name}`, next)
      useChosen.setState({ [name]: next })
    },
  ]
}

/** The same for yes or no; `first` holds until something was chosen. */
export function useRemembered(name: string, first: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useRememberedText(name)
  return [value === null ? first : value === 'yes', (next) => setValue(next ? 'yes' : 'no')]
}
