import type { Command } from 'prosemirror-state'
import { Suspense, useSyncExternalStore } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { undo } from 'y-prosemirror'
import type { Editor } from '../editor.ts'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import { later } from '../../ui/later.tsx'
import { useT } from '../../ui/text.tsx'
import { formatsOf } from './formats.ts'
import { toggleBullets, toggleEm, toggleNumbers, toggleStrong } from './keys.ts'

const LinkDialog = later(async () => (await import('./LinkDialog.tsx')).LinkDialog)

interface ToolsProps {
  editor: Editor
  /** The field they are of. */
  label: string
  link: { isOpen: boolean; onOpenChange: (open: boolean) => void }
}

/** What can be done with the words of a field. One stop for the keyboard; the arrows go along the buttons. */
export function Tools({ editor, label, link }: ToolsProps) {
  const t = useT()
  const state = useSyncExternalStore(editor.subscribe, () => editor.view.state)
  const on = formatsOf(state)
  return (
    <>
      <Toolbar className="dt-agreement-tools" aria-label={t('writing.tools', { field: label })}>
        <Tool editor={editor} command={toggleStrong} pressed={on.strong}>
          <strong>{t('writing.strong')}</strong>
        </Tool>
        <Tool editor={editor} command={toggleEm} pressed={on.em}>
          <em>{t('writing.em')}</em>
        </Tool>
        <Tool editor={editor} command={toggleBullets} pressed={on.bullets}>
          {t('writing.bullets')}
        </Tool>
        <Tool editor={editor} command={toggleNumbers} pressed={on.numbers}>
          {t('writing.numbers')}
        </Tool>
        <Button
          variant="quiet"
          pressed={on.link}
          aria-haspopup="dialog"
          onPointerMove={() => void LinkDialog.ahead()}
          onFocus={() => void LinkDialog.ahead()}
          onPress={() => link.onOpenChange(true)}
        >
          {t('writing.link')}
        </Button>
        <Tool editor={editor} command={undo}>
          {t('writing.undo')}
        </Tool>
      </Toolbar>
      <Suspense fallback={null}>
        {link.isOpen ? <LinkDialog view={editor.view} onClose={() => link.onOpenChange(false)} /> : null}
      </Suspense>
    </>
  )
}

type ToolProps = { editor: Editor; command: Command } & Pick<ButtonProps, 'pressed' | 'children'>

/** Whoever presses with a pointer writes on at once; whoever came with the keyboard stays where they are. */
function Tool({ editor: { view }, command, ...button }: ToolProps) {
  return (
    <Button
      {...button}
      variant="quiet"
      onPress={({ pointerType }) => {
        command(view.state, view.dispatch, view)
        if (pointerType !== 'keyboard' && pointerType !== 'virtual') view.focus()
      }}
    />
  )
}
