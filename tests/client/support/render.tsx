import { render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import type { DialogueClient } from '../../../client/core/dialogueClient.ts'
import { DialogueProvider } from '../../../client/hooks/DialogueProvider.tsx'

/** Draws something of this person's dialogue. */
export const renderWith = (client: DialogueClient, element: ReactElement) =>
  render(element, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DialogueProvider client={client}>{children}</DialogueProvider>
    ),
  })
