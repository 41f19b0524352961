import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { UNREAD } from '../../../../shared/dialogue/council/unread.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { useApi } from '../api.ts'

export type Refused = `paste.unread.${(typeof UNREAD)[number]}` | 'organise.wrong'

const KINDS = ['.xlsx', '.ods', '.csv', '.txt']

/** A list as a spreadsheet saved it, chosen or dropped; the server makes lines of it. */
export function FileDrop({
  onText,
  onRefused,
}: {
  onText: (text: string) => void
  onRefused: (why: Refused) => void
}) {
  const t = useT()
  const { readList } = useApi()
  const read = async (file: File | null | undefined) => {
    if (!file) return
    try {
      const reply = await readList(file)
      if ('text' in reply) return onText(reply.text)
      const code = UNREAD.find((one) => one === reply.error)
      onRefused(code ? `paste.unread.${code}` : 'organise.wrong')
    } catch {
      onRefused('organise.wrong')
    }
  }
  return (
    <DropZone
      className="dt-drop"
      aria-label={t('paste.drop')}
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === 'file')
        if (file) void file.getFile().then(read)
      }}
    >
      <Text slot="label">{t('paste.drop')}</Text>
      <FileTrigger acceptedFileTypes={KINDS} onSelect={(files) => void read(files?.item(0))}>
        <Button icon="file">{t('paste.file')}</Button>
      </FileTrigger>
    </DropZone>
  )
}
