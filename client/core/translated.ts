/**
 * A browser that translates the page takes text nodes out and puts words of its own in their place. React still holds the nodes it made:
 * it would fail where it removes one or puts something before it, and what it writes into one would be seen by nobody. Here is kept what
 * stands in the place of which text; that goes when the text goes, and as soon as the text changes the text itself is back, for the
 * browser to translate anew.
 *
 * For a page that is all ours, once, before anything is drawn. Returns what undoes it.
 */
export function withstandTranslation(page: Document = document): () => void {
  const standIns = new WeakMap<Node, Node>()
  const originals = new WeakMap<Node, Node>()
  const { removeChild, insertBefore } = Node.prototype

  const observer = new MutationObserver(look)

  function look(records: readonly MutationRecord[]): void {
    const added = new Set<Node>()
    for (const record of records) {
      if (record.type === 'characterData') bringBack(record.target)
      for (const node of record.addedNodes) {
        added.add(node)
        isThere(node)
      }
      for (const node of record.removedNodes) if (isText(node)) isOut(node, record, added)
    }
  }

  /** A text is in the page again, or for the first time: nothing stands in its place any more. */
  function isThere(node: Node): void {
    const standIn = standIns.get(node)
    if (!standIn) return
    standIns.delete(node)
    if (standIn.parentNode && !standIn.contains(node)) removeChild.call(standIn.parentNode, standIn)
  }

  /** What came in with its going, right where it was, stands in its place. */
  function isOut(text: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord, added: Set<Node>) {
    const standIn = [addedNodes[0], previousSibling, nextSibling].find((node) => node && added.has(node))
    if (!standIn || standIn === text) return
    standIns.set(text, standIn)
    originals.set(standIn, text)
    observer.observe(text, { characterData: true })
  }

  /** With the other texts of the same sentence, so that it is never half in one language and half in another. */
  function bringBack(text: Node): void {
    const standIn = standIns.get(text)
    const parent = standIn?.parentNode
    if (!standIn || !parent) return
    for (const each of parent.childNodes) {
      const original = each === standIn ? text : isForeign(each) ? originals.get(each) : undefined
      if (original && original.parentNode === null) parent.replaceChild(original, each)
    }
  }

  /** What is to be found below this parent for a node that React put there; null when somebody took it away. */
  function placeIn(parent: Node, node: Node): Node | null {
    look(observer.takeRecords())
    let place = standIns.get(node) ?? node
    while (place.parentNode && place.parentNode !== parent && isForeign(place.parentNode))
      place = place.parentNode
    return place.parentNode === parent ? place : null
  }

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (!child || child.parentNode === this) return removeChild.call(this, child) as T
    const place = placeIn(this, child)
    if (place) removeChild.call(this, place)
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    const place = before && before.parentNode !== this ? placeIn(this, before) : before
    return insertBefore.call(this, node, place) as T
  }
  observer.observe(page, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    Object.assign(Node.prototype, { removeChild, insertBefore })
  }
}

const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE

/** No screen of ours has this element; translators put their words into it. */
const isForeign = (node: Node): boolean => node.nodeName === 'FONT'
