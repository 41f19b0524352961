import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { Evaluation, EvaluationReminder } from '../../client/parts/evaluation/Evaluation.tsx'
import { EvaluationReport } from '../../client/parts/evaluation/EvaluationReport.tsx'
import { EvaluationSummary } from '../../client/parts/evaluation/EvaluationSummary.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { noCounts, OPEN_MS, type SessionEvaluation } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../shared/protocol.ts'
import { NOW } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient | null = null
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

const OPEN: EvaluationReply = { session: 2, until: NOW + OPEN_MS, open: true, answered: false }

/** What the server says, by path; the calls are remembered. */
function asking(replies: Record<string, object>) {
  client = clientWith()
  const call = vi.spyOn(client.rest, 'call')
  call.mockImplementation(async (method, path) => {
    const reply = replies[`${method} ${path}`]
    if (!reply) throw new Error('no line')
    return Response.json(reply)
  })
  return { client, call, user: userEvent.setup() }
}

async function questions(replies: Record<string, object>) {
  const { client: asked, call, user } = asking(replies)
  renderWith(asked, <Evaluation />)
  await screen.findByRole('heading', { name: 'Hoe was het voor u?' })
  return { call, user }
}

const choose = (question: RegExp, answer: string) =>
  within(screen.getByRole('radiogroup', { name: question })).getByRole('radio', { name: answer })

test('four questions, none answered beforehand, any may be passed over; sent once, and thanked', async () => {
  const { call, user } = await questions({ 'GET evaluation': { evaluation: OPEN }, 'POST evaluation': {} })
  expect(screen.getAllByRole('radiogroup')).toHaveLength(4)
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  await user.click(choose(/Telde uw stem/, 'Ja, helemaal'))
  await user.click(choose(/Begrijpt u nu/, 'Weet ik niet'))
  await user.type(screen.getByRole('textbox'), 'Fijn.')
  await user.click(screen.getByRole('button', { name: 'Stuur mijn antwoorden' }))
  expect(await screen.findByText(/Dank u wel/)).toBeTruthy()
  const ratings = { equality: 'yes', empathy: 'unknown' }
  expect(call).toHaveBeenCalledWith('POST', 'evaluation', { ratings, words: 'Fijn.' })
  expect(screen.queryByRole('radiogroup')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Hoe was het voor u?' }))
})

test('what could not be sent stays filled in, and it is said', async () => {
  const { user } = await questions({ 'GET evaluation': { evaluation: OPEN } })
  await user.click(choose(/Telde uw stem/, 'Een beetje'))
  await user.click(screen.getByRole('button', { name: 'Stuur mijn antwoorden' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Versturen lukte niet')
  expect(screen.getByRole('radio', { checked: true })).toBe(choose(/Telde uw stem/, 'Een beetje'))
})

test('not now: it says until when, and opens again', async () => {
  const { user } = await questions({ 'GET evaluation': { evaluation: OPEN } })
  await user.click(screen.getByRole('button', { name: 'Nu niet' }))
  expect(screen.getByText(/U kunt dit nog doen tot/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Toch antwoorden' }))
  expect(screen.getAllByRole('radiogroup')).toHaveLength(4)
})

test.each([[{ ...OPEN, open: false }], [null]])(
  'nothing is asked where there is nothing to answer',
  async (evaluation) => {
    const { client: asked, call } = asking({ 'GET evaluation': { evaluation } })
    const { container } = renderWith(asked, <Evaluation />)
    await vi.waitFor(() => expect(call).toHaveBeenCalled())
    await Promise.resolve()
    expect(container.textContent).toBe('')
  },
)

const equality = (mostly: number, yes: number) => {
  const counts = noCounts()
  return { ...counts, equality: { ...counts.equality, no: 1, mostly, yes } }
}
const report = (session: number, shown: SessionEvaluation['shown']): SessionEvaluation => ({
  session,
  endedAt: Date.now() - 2 * OPEN_MS,
  answered: shown ? 31 : 3,
  asked: 58,
  shown,
})

test('the report counts each answer by itself, beside the session before', async () => {
  const sessions = [
    report(1, { counts: equality(3, 4), words: [] }),
    report(2, { counts: equality(11, 13), words: ['Het ging snel.'] }),
  ]
  const { client: asked } = asking({ 'GET evaluations': { sessions } })
  renderWith(asked, <EvaluationReport />)
  expect(await screen.findByText('31 van 58 mensen hebben geantwoord.')).toBeTruthy()
  const table = screen.getByRole('table', { name: 'Telde uw stem even zwaar als die van anderen?' })
  expect(within(table).getByRole('row', { name: 'Meestal wel 11' })).toBeTruthy()
  expect(screen.getByText(/Bijeenkomst 1: 7 van 8 .* Nu zeiden 24 van 25/)).toBeTruthy()
  expect(screen.getByText('Het ging snel.')).toBeTruthy()
})

test('fewer than five answers are shown to nobody', async () => {
  const { client: asked } = asking({ 'GET evaluations': { sessions: [report(1, null)] } })
  renderWith(asked, <EvaluationReport />)
  expect(await screen.findByText(/^Er waren minder dan 5 antwoorden/)).toBeTruthy()
})

test('while the questions are open nobody reads an answer, however many there are', async () => {
  const open = { ...report(1, null), answered: 31, endedAt: Date.now() }
  const { client: asked } = asking({ 'GET evaluations': { sessions: [open] } })
  renderWith(asked, <EvaluationReport />)
  expect(await screen.findByText(/als de vragen gesloten zijn. Dat kan als 5 mensen of meer/)).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

describe('whoever has not answered', () => {
  const endedAgo = (ms: number): EvaluationReply => ({ ...OPEN, until: Date.now() + OPEN_MS - ms })

  test('is reminded where they leave, with the questions behind one press', async () => {
    const { client: asked, user } = asking({ 'GET evaluation': { evaluation: endedAgo(OPEN_MS / 2) } })
    renderWith(asked, <EvaluationReminder />)
    expect(await screen.findByText(/U hebt nog niets gezegd over bijeenkomst 2/)).toBeTruthy()
    expect(screen.queryByRole('radiogroup')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Beantwoord de vragen' }))
    expect(screen.getAllByRole('radiogroup')).toHaveLength(4)
  })

  test.each<[string, EvaluationReply | null, boolean]>([
    ['on the day itself', endedAgo(0), true],
    ['two days later', endedAgo(2 * 24 * 3_600_000), false],
    ['once they have answered', { ...endedAgo(0), answered: true }, false],
    ['when the questions are closed', { ...endedAgo(0), open: false }, false],
    ['when there is nothing to answer', null, false],
  ])('where they wait for the next meeting: %s', async (_when, evaluation, reminded) => {
    const { client: asked, call } = asking({ 'GET evaluation': { evaluation } })
    const { container } = renderWith(asked, <EvaluationReminder today />)
    await vi.waitFor(() => expect(call).toHaveBeenCalled())
    if (reminded) return void (await screen.findByText(/U hebt nog niets gezegd/))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(container.textContent).toBe('')
  })
})

test('the organiser’s overview has the figures of the latest session, each by itself', async () => {
  const sessions = [report(1, null), report(2, { counts: equality(11, 13), words: ['Het ging snel.'] })]
  const { client: asked } = asking({ 'GET evaluations': { sessions } })
  renderWith(asked, <EvaluationSummary />)
  expect(await screen.findByText('Bijeenkomst 2')).toBeTruthy()
  expect(screen.getByText('Gelijkwaardigheid: 24 van 25 zeiden meestal of helemaal.')).toBeTruthy()
  // nobody answered the others
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.queryByText('Het ging snel.')).toBeNull()
})
