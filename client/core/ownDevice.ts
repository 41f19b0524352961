import type { OwnDevice } from '../../shared/protocol.ts'

/** The first that fits: the others name Chrome and Safari as well. */
const BROWSERS: readonly [OwnDevice['browser'], RegExp][] = [
  ['edge', /Edg(e|A|iOS)?\//],
  ['samsung', /SamsungBrowser\//],
  ['firefox', /(Firefox|FxiOS)\//],
  ['chrome', /(Chrome|CriOS)\//],
  ['safari', /Safari\//],
]

function kindOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>) {
  // an iPad says that it is a Mac, and no Mac has a screen to touch
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'tablet'
  if (/Android/.test(userAgent) && !/Mobile/.test(userAgent)) return 'tablet'
  return /iPhone|Mobile/.test(userAgent) ? 'phone' : 'computer'
}

/** Which kind of device this is and which browser, as far as somebody who helps needs to know. */
export const ownDevice = (
  from: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>,
): Pick<OwnDevice, 'kind' | 'browser'> => ({
  kind: kindOf(from),
  browser: BROWSERS.find(([, signs]) => signs.test(from.userAgent))?.[0] ?? 'other',
})
