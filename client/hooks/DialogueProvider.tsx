import { createContext, useContext, type ReactNode } from 'react'
import type { DialogueClient } from '../core/dialogueClient.ts'

const Dialogue = createContext<DialogueClient | null>(null)

/** Gives everything below it one person's dialogue. Whoever made the client closes it. */
export function DialogueProvider({ client, children }: { client: DialogueClient; children: ReactNode }) {
  return <Dialogue value={client}>{children}</Dialogue>
}

/** The client itself, for what is done rather than shown. */
export function useDialogue(): DialogueClient {
  const client = useContext(Dialogue)
  if (!client) throw new Error('outside a DialogueProvider')
  return client
}
