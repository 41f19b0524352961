/** How a translator changes a page: as Chrome's does, or by moving each text into an element of its own. */
export type Way = 'replaces' | 'wraps'

/**
 * Puts the words of every text into `<font>`, also of those that come later, as a browser that translates does. Self-contained: it is
 * also run inside a real page.
 */
export function translate(way: 'replaces' | 'wraps', root: HTMLElement = document.body): () => void {
  const done = new WeakSet<Node>()
  const isLeft = (text: Text): boolean => {
    const { parentElement } = text
    return (
      parentElement !== null &&
      !/^(FONT|SCRIPT|STYLE|TEXTAREA)$/.test(parentElement.nodeName) &&
      parentElement.closest('[translate=no], svg') === null &&
      text.data.trim() !== ''
    )
  }
  const words = (text: string) => text.replace(/\p{L}+/gu, (word) => `${word}ẋ`)
  function all(): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) if (isLeft(text)) one(text)
  }
  function one(text: Text): void {
    const outer = document.createElement('font')
    const inner = outer.appendChild(document.createElement('font'))
    if (way === 'wraps') {
      text.replaceWith(outer)
      inner.append(text)
      return
    }
    inner.textContent = words(text.data)
    done.add(outer)
    text.replaceWith(outer)
  }
  const observer = new MutationObserver(all)
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  all()
  return () => observer.disconnect()
}
