import { expect, test, vi } from 'vitest'

/** The words of every screen stand ready for the other tests; a page that was just opened knows only those it begins with. */
async function justOpened() {
  vi.resetModules()
  const { hasMessage } = await import('../../client/parts/ui/text.tsx')
  const parts = await import('../../client/parts/evaluation/later.ts')
  expect(hasMessage('evaluation.title')).toBe(false)
  return { hasMessage, parts }
}

test.each(['Evaluation', 'EvaluationReport', 'EvaluationReminder', 'EvaluationSummary'] as const)(
  '%s brings what it says, whichever part of the evaluation is fetched first',
  async (name) => {
    const { hasMessage, parts } = await justOpened()
    await parts[name].ahead()
    expect(hasMessage('evaluation.title')).toBe(true)
  },
)
