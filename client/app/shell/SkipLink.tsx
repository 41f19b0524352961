import { useT } from '../../parts/ui/text.tsx'

/**
 * First stop of the keyboard: past the bar, to what the page is for. It moves focus itself, because the page has a `base`:
 * a bare "#main" would lead to another page.
 */
export function SkipLink({ children }: { children?: string }) {
  const t = useT()
  return (
    <a
      className="dt-skip"
      href={`${location.pathname}${location.search}#main`}
      onClick={(event) => {
        event.preventDefault()
        const main = document.querySelector<HTMLElement>('#main')
        if (!main) return
        main.tabIndex = -1
        main.focus()
      }}
    >
      {children ?? t('words.toContent')}
    </a>
  )
}
