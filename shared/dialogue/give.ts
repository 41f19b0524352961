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

export const byKey =
  <T>(give: Give<T>): Give<Record<string, T>> =>
  (values) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, give(value)]))

export const orNull =
  <T>(give: Give<T>): Give<T | null> =>
  (value) =>
    value === null ? null : give(value)

export type Fields<T> = { readonly [K in keyof T]-?: Give<Exclude<T[K], undefined>> }

/** Only these fields; all of them have to be named. */
export const fields =
  <T extends object>(shape: Fields<T>): Give<T> =>
  (value) => {
    const given: Partial<T> = {}
    for (const key in shape) {
      const found = Object.hasOwn(value, key) ? value[key] : undefined
      if (found !== undefined) given[key] = shape[key](found as Exclude<T[typeof key], undefined>)
    }
    return given as T
  }
