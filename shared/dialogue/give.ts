/**
 * Values to hand out, field by field. Nothing that is not named here leaves the house: a field that is new does not compile until
 * somebody has decided who gets it, and one that came in otherwise stays behind.
 */
export type Give<T> = (value: T) => T

type Plain = string | number | boolean | null

export const plain = <T extends Plain>(value: T): T => value

export const each =
  <T>(give: Give<T>): Give<T[]> =>
  (values) =>
    values.map((value) => give(value))

/** The same for what nobody writes in. */
export const eachOf =
  <T>(give: Give<T>): Give<readonly T[]> =>
  (values) =>
    values.map((value) => give(value))

/** What a thing gives is made once: nothing changes in place, so what is the same thing gives the same. */
function once<T extends object>(give: Give<T>): Give<T> {
  const made = new WeakMap<T, T>()
  return (value) => {
    const given = made.get(value) ?? give(value)
    made.set(value, given)
    return given
  }
}

export const byKey = <T>(give: Give<T>): Give<Record<string, T>> =>
  once((values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, give(value)])))

export const orNull =
  <T>(give: Give<T>): Give<T | null> =>
  (value) =>
    value === null ? null : give(value)

export type Fields<T> = { readonly [K in keyof T]-?: Give<Exclude<T[K], undefined>> }

/** Only these fields; all of them have to be named. */
export function picked<T extends object>(shape: Fields<T>, value: T): T {
  const given: Partial<T> = {}
  for (const key in shape) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined
    if (found !== undefined) given[key] = shape[key](found as Exclude<T[typeof key], undefined>)
  }
  return given as T
}

export const fields = <T extends object>(shape: Fields<T>): Give<T> => once((value) => picked(shape, value))
