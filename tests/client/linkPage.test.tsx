import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { LinkPage } from '../../client/app/join/LinkPage.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { ROLES, type Role } from '../../shared/dialogue/model.ts'

afterEach(cleanup)

function open(role: Role) {
  setLocale('nl')
  render(
    <LinkPage
      base=""
      link={{
        title: 'Wijkdialoog',
        date: null,
        name: 'Ineke',
        role,
        canRename: false,
        inUse: false,
        inside: null,
        promise: null,
      }}
    />,
  )
}

const COUNTED: readonly Role[] = ['participant', 'facilitator', 'interpreter']

test.each(ROLES)('coming in as %s has steps that are counted only where there are three', (role) => {
  open(role)
  expect(screen.queryByText('Stap 1 van 3') !== null).toBe(COUNTED.includes(role))
})
