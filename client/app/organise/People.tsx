import { useState } from 'react'
import { LinkButton } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { DialogueCard } from './DialogueCard.tsx'
import { KeptUntil } from './KeptUntil.tsx'
import { DeleteDialogue, NewDialogue } from './OtherDialogue.tsx'
import type { OrganiserView } from './view.ts'
import { ImportCard } from './people/ImportCard.tsx'
import { PeopleList } from './people/PeopleList.tsx'
import { PromiseCard } from './PromiseCard.tsx'

/** The dialogue itself, and the people in it. What was typed stays while one looks at another section. */
export function People({ view }: { view: OrganiserView }) {
  const [text, setText] = useState(kept.text)
  const keep = (next: string) => {
    kept.text = next
    setText(next)
  }
  const t = useT()
  const { homeUrl } = useApi()
  const isAlone = view.state.order.length === 1
  return (
    <>
      {isAlone ? null : <PeopleList view={view} />}
      <div className="dt-organise-two">
        <div className="dt-organise-stack">
          <DialogueCard view={view} />
          <PromiseCard view={view} />
          <LinkButton icon="list" href={homeUrl().href}>
            {t('dialogue.all')}
          </LinkButton>
          <NewDialogue />
          <NewDialogue like />
          <KeptUntil>
            <DeleteDialogue title={view.state.dialogue.title} />
          </KeptUntil>
        </div>
        <ImportCard text={text} onText={keep} onDone={() => view.show('links')} />
      </div>
    </>
  )
}

/** A pasted list is work: it outlives a change of section, not the page. */
const kept = { text: '' }
