import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'

interface Point {
  x: number
  y: number
}

/** What a finger carries, where it is now, and where it would put it down. */
export interface Carried<Thing, Place> {
  thing: Thing
  at: Point
  over: Place | null
}

/** Where a thing can be taken hold of, in pixels of the window. */
type Grip = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

export interface TouchDrag<Thing, Place> {
  /** What an element that a finger went down on belongs to, when that can be carried. */
  held(on: Element): { thing: Thing; grip: Grip } | null
  /** Where it would come when the finger is lifted over this element. */
  overAt(found: Element, at: Point, thing: Thing): Place | null
  put(place: Place, thing: Thing): void
  /** Touched and lifted again at the same place. */
  touched?(thing: Thing): void
}

/**
 * Dragging with a finger, which the drag and drop of a page does not know everywhere: from the grip, so that everything else of a card
 * scrolls as before. `ghost` is moved along with the finger.
 */
export function useTouchDrag<Thing, Place>(
  board: RefObject<HTMLElement | null>,
  drag: TouchDrag<Thing, Place>,
) {
  const ghost = useRef<HTMLDivElement>(null)
  const [carried, setCarried] = useState<Carried<Thing, Place> | null>(null)
  const grasp = useEffectEvent((event: TouchEvent) => grasped(event, drag))
  const over = useEffectEvent((at: Point, thing: Thing) => {
    const found = document.elementFromPoint(at.x, at.y)
    return found && drag.overAt(found, at, thing)
  })
  const done = useEffectEvent((thing: Thing, where: Place | null, isTouch: boolean) => {
    setCarried(null)
    if (where !== null) drag.put(where, thing)
    else if (isTouch) drag.touched?.(thing)
  })
  useEffect(() => {
    const element = board.current
    if (!element) return
    const begin = (event: TouchEvent): void => {
      const found = grasp(event)
      if (!found) return
      // else a long press would take the card by the browser's own drag, or open a menu
      event.preventDefault()
      const { held, thing, from } = found
      follow(held, from, {
        moved: (at) => {
          setCarried({ thing, at, over: over(at, thing) })
          // at once: drawing the board anew may take longer than a finger
          if (ghost.current) ghost.current.style.translate = `${at.x}px ${at.y}px`
        },
        done: (at) => done(thing, at && at !== from ? over(at, thing) : null, at === from),
      })
    }
    element.addEventListener('touchstart', begin, { passive: false })
    return () => element.removeEventListener('touchstart', begin)
  }, [board])
  return { carried, ghost }
}

/** One finger on a grip. The grip lets a pointer through to the card, which the mouse drags: it is found by its place. */
function grasped<Thing>(
  { target: held, touches }: TouchEvent,
  drag: Pick<TouchDrag<Thing, unknown>, 'held'>,
) {
  const [touch, second] = touches
  const found = held instanceof Element ? drag.held(held) : null
  if (!(held instanceof Element) || !found || !touch || second) return null
  const { clientX: x, clientY: y } = touch
  const { thing, grip } = found
  const isOn = x >= grip.left && x <= grip.right && y >= grip.top && y <= grip.bottom
  // `held` keeps hearing of a finger that went down on it, wherever that goes
  return isOn ? { held, thing, from: { x, y } } : null
}

/** Near the upper or lower edge of the screen, in pixels, the page scrolls by so much a frame. */
const EDGE = 72
const STEP = 10

/** Nobody lifts a finger exactly where it went down: until it is so many pixels away, it has not moved. */
const SLIP = 6

interface Told {
  moved: (at: Point) => void
  /** Null: put back where it was; `from` itself: it never moved. */
  done: (at: Point | null) => void
}

/** Follows one finger until it is lifted. A second one, or a telephone call, puts everything back. */
function follow(held: Element, from: Point, told: Told): void {
  const ended = new AbortController()
  const options = { passive: false, signal: ended.signal }
  let at = from
  let frame = 0
  const end = (where: Point | null): void => {
    ended.abort()
    cancelAnimationFrame(frame)
    told.done(where)
  }
  const scroll = (): void => {
    const by = at.y < EDGE ? -STEP : at.y > innerHeight - EDGE ? STEP : 0
    if (by !== 0 && at !== from) {
      scrollBy(0, by)
      told.moved(at)
    }
    frame = requestAnimationFrame(scroll)
  }
  const move = (event: Event): void => {
    const [touch, second] = (event as TouchEvent).touches
    if (!touch || second) return end(null)
    event.preventDefault()
    if (at === from && Math.hypot(touch.clientX - from.x, touch.clientY - from.y) < SLIP) return
    at = { x: touch.clientX, y: touch.clientY }
    told.moved(at)
  }
  held.addEventListener('touchmove', move, options)
  held.addEventListener('touchend', () => end(at), options)
  held.addEventListener('touchcancel', () => end(null), options)
  frame = requestAnimationFrame(scroll)
}
