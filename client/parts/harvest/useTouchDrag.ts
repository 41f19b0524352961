import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { AgreementId } from '../../../shared/dialogue/model.ts'
import type { Put } from './drops.ts'

/** What a finger carries, from where it began, and where it would put it down now. */
export interface Carried {
  id: AgreementId
  role: string
  from: Point
  over: Put | null
}

interface Point {
  x: number
  y: number
}

/**
 * Dragging with a finger, which the drag and drop of a page does not know everywhere: from the grip, so that everything else of a card
 * scrolls as before. `put` is called when the finger is lifted over a place; `ghost` is moved along with it.
 */
export function useTouchDrag(board: RefObject<HTMLElement | null>, put: (put: Put) => void) {
  const ghost = useRef<HTMLParagraphElement>(null)
  const [carried, setCarried] = useState<Carried | null>(null)
  const drop = useEffectEvent(put)
  useEffect(() => {
    const element = board.current
    if (!element) return
    const begin = (event: TouchEvent): void => {
      const found = grasped(event)
      if (!found) return
      // else a long press would take the card by the browser's own drag, or open a menu
      event.preventDefault()
      const over = (at: Point) => overAt(at, found)
      follow(found.held, found.from, {
        moved: (at) => {
          setCarried({ ...found, over: over(at) })
          if (ghost.current) ghost.current.style.translate = `${at.x}px ${at.y}px`
        },
        done: (at) => {
          const where = at && over(at)
          setCarried(null)
          if (where) drop(where)
        },
      })
    }
    element.addEventListener('touchstart', begin, { passive: false })
    return () => element.removeEventListener('touchstart', begin)
  }, [board])
  return { carried, ghost }
}

interface Grasped extends Pick<Carried, 'id' | 'role' | 'from'> {
  /** Keeps hearing of a finger that went down on it, wherever that goes. */
  held: Element
}

/** One finger on the grip of a card. The grip lets a pointer through to the card, which the mouse drags: it is found by its place. */
function grasped({ target: held, touches }: TouchEvent): Grasped | null {
  const card = held instanceof Element ? held.closest<HTMLElement>('[data-agreement]') : null
  const id = card?.dataset['agreement']
  const role = card?.closest<HTMLElement>('[data-zone]')?.dataset['role']
  const grip = card?.querySelector('.dt-harvest-grip')?.getBoundingClientRect()
  const [touch, second] = touches
  if (!(held instanceof Element) || id === undefined || role === undefined || !grip || !touch || second)
    return null
  const { clientX: x, clientY: y } = touch
  const isOn = x >= grip.left && x <= grip.right && y >= grip.top && y <= grip.bottom
  return isOn ? { held, id, role, from: { x, y } } : null
}

/** A card has a place before it and one after it only among those of its own role. */
const BESIDE = 0.25

function overAt({ x, y }: Point, { id, role }: Pick<Carried, 'id' | 'role'>): Put | null {
  const found = document.elementFromPoint(x, y)
  const list = found?.closest<HTMLElement>('[data-zone]')
  if (!list) return null
  const zone = list.dataset['zone'] === 'set' ? 'set' : 'loose'
  const isOwn = list.dataset['role'] === role
  const card = found?.closest<HTMLElement>('[data-agreement]')
  const key = card?.dataset['agreement']
  if (!card || key === undefined) return isOwn ? { id, zone, target: null } : null
  if (key === id) return null
  const { top, height } = card.getBoundingClientRect()
  const part = (y - top) / height
  const side = !isOwn ? 'on' : part < BESIDE ? 'before' : part > 1 - BESIDE ? 'after' : 'on'
  return { id, zone, target: { key, side } }
}

/** Near the upper or lower edge of the screen, in pixels, the page scrolls by so much a frame. */
const EDGE = 72
const STEP = 10

interface Told {
  moved: (at: Point) => void
  /** Null: put back where it was. */
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
    at = { x: touch.clientX, y: touch.clientY }
    told.moved(at)
  }
  held.addEventListener('touchmove', move, options)
  held.addEventListener('touchend', () => end(at === from ? null : at), options)
  held.addEventListener('touchcancel', () => end(null), options)
  frame = requestAnimationFrame(scroll)
}
