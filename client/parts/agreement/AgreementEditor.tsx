import { useEffect } from 'react'
import { bodyOf, titleOf, type FieldName } from '../../../shared/agreement/document.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useRemembered } from '../ui/remembered.ts'
import { useT } from '../ui/text.tsx'
import { Field } from './Field.tsx'
import type { CoWriter, OpenText } from '../../core/texts/store.ts'
import { TitleField } from './TitleField.tsx'

interface AgreementEditorProps {
  table: TableId
  open: OpenText
  id: string
  writers: CoWriter[]
}

const BODIES = [
  { field: 'text', label: 'agreement.text', longLabel: 'agreement.textLabel' },
  { field: 'why', label: 'agreement.why', longLabel: 'agreement.whyLabel' },
] as const

/** Title, text and reason of one agreement, written together. */
export function AgreementEditor({ table, open, id, writers }: AgreementEditorProps) {
  const t = useT()
  const { session, texts } = useDialogue()
  const [plain, setPlain] = useRemembered('plainText', false)
  const at = (field: FieldName) => (focused: boolean) => {
    texts.setField(table, focused ? { agreement: id, field } : null)
    session.sendTyping(table, focused)
  }
  const inField = (field: FieldName) =>
    writers.filter((writer) => writer.agreement === id && writer.field === field)

  useEffect(
    () => () => {
      texts.setField(table, null)
      session.sendTyping(table, false)
    },
    [session, texts, table],
  )

  return (
    <>
      <TitleField line={titleOf(open.doc, id)} writers={inField('title')} onFocus={at('title')} />
      {BODIES.map(({ field, label, longLabel }) => (
        <Field
          key={field}
          label={t(label)}
          longLabel={t(longLabel)}
          fragment={bodyOf(open.doc, id, field)}
          awareness={open.awareness}
          writers={inField(field)}
          plain={plain}
          onFocus={at(field)}
        />
      ))}
      <Button
        variant="quiet"
        icon="text"
        className="dt-agreement-plain"
        pressed={plain}
        onPress={() => setPlain(!plain)}
      >
        {t('writing.plain')}
      </Button>
    </>
  )
}
