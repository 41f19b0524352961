import { useEffect } from 'react'
import { bodyOf, titleOf } from '../../shared/agreement/text.ts'
import type { AgreementMap } from '../../shared/agreement/document.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import { sendTyping } from '../session/socket.ts'
import { useT } from '../ui/text.tsx'
import { setField } from './connection.ts'
import { Field } from './Field.tsx'
import type { CoWriter, FieldName, OpenText } from './store.ts'
import { TitleField } from './TitleField.tsx'

interface AgreementEditorProps {
  table: TableId
  open: OpenText
  id: string
  map: AgreementMap
  writers: CoWriter[]
}

/** Title, text and reason of one agreement, written together. */
export function AgreementEditor({ table, open, id, map, writers }: AgreementEditorProps) {
  const t = useT()
  const title = titleOf(map)
  const text = bodyOf(map, 'text')
  const why = bodyOf(map, 'why')
  const at = (field: FieldName) => (focused: boolean) => {
    setField(table, focused ? { agreement: id, field } : null)
    sendTyping(table, focused)
  }
  const inField = (field: FieldName) =>
    writers.filter((writer) => writer.agreement === id && writer.field === field)

  useEffect(
    () => () => {
      setField(table, null)
      sendTyping(table, false)
    },
    [table],
  )

  return (
    <>
      {title ? <TitleField line={title} writers={inField('title')} onFocus={at('title')} /> : null}
      {text ? (
        <Field
          label={t('agreement.text')}
          longLabel={t('agreement.textLabel')}
          fragment={text}
          awareness={open.awareness}
          writers={inField('text')}
          onFocus={at('text')}
        />
      ) : null}
      {why ? (
        <Field
          label={t('agreement.why')}
          longLabel={t('agreement.whyLabel')}
          fragment={why}
          awareness={open.awareness}
          writers={inField('why')}
          onFocus={at('why')}
        />
      ) : null}
    </>
  )
}
