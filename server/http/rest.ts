import express, { Router } from 'express'
import type { Services } from '../dialogues/services.ts'
import type { Visitors } from '../dialogues/visitors.ts'
import { refuse, type Guards, type Handler } from './guards.ts'
import {
  deleteDialogue,
  editDialogue,
  sendBalance,
  sendJson,
  sendMarkdown,
  startDialogue,
  startNextSession,
} from './ownDialogue.ts'
import { recordCouncil } from './adoption.ts'
import { sendVersions } from './agreements.ts'
import { sendCatchUp } from './catchUp.ts'
import { sendPackage } from './councilPackage.ts'
import { askEvaluation, reportEvaluations, takeEvaluation } from './evaluation.ts'
import { startLineTrial } from './lineTrial.ts'
import {
  erasePerson,
  importPeople,
  listLinks,
  readFile,
  renewLink,
  sendMentions,
  sendPeople,
  setMail,
} from './ownPeople.ts'
import type { Outside } from './outside.ts'
import { sendFileOf, sendOwnFile } from './personFile.ts'
import { listMail, markBounced, sendCalendar, sendInvitations, sendLetters } from './post.ts'
import { changeRetention, sendRetention } from './retention.ts'

const me =
  (visitors: Visitors): Handler =>
  async (visitor, _req, res) =>
    res.json(await visitors.about(visitor))

/** REST of one person, under `/p/<personId>/api/`. What changes something takes JSON only; a form is taken for a page to print. */
export function rest(
  services: Services,
  visitors: Visitors,
  { known, talk, organiser, council }: Guards,
  outside: Outside,
): Router {
  const { people, peopleList, agreements, versions, catchUps, councilPackage, adoption, evaluations } =
    services
  const { personFile, erasure, mentions, retention, post, invitations } = services
  const router = Router({ mergeParams: true })
  const form = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 10 })
  const body = express.json({ limit: '1mb', type: 'application/json' })

  router.get('/me', known(me(visitors)))
  router.get('/balance', talk(sendBalance(services)))
  router.get('/agreements/:agreement/versions', talk(sendVersions(versions)))
  router.get('/catch-up', talk(sendCatchUp(catchUps)))
  router.get('/evaluation', talk(askEvaluation(evaluations)))
  router.post('/evaluation', body, talk(takeEvaluation(evaluations)))
  router.get('/evaluations', organiser(reportEvaluations(evaluations)))
  router.post('/line-trial', talk(startLineTrial(services.lineTrial)))
  router.get('/links', organiser(listLinks(people)))
  router.post('/links/:other/renew', organiser(renewLink(people)))
  router.get('/mail', organiser(listMail(post)))
  router.post('/mail', body, organiser(sendInvitations(post)))
  router.put('/people/:other/bounced', body, organiser(markBounced(post)))
  router.get('/letters', organiser(sendLetters(invitations, outside)))
  router.post('/letters', form, organiser(sendLetters(invitations, outside)))
  router.get('/bijeenkomst.ics', known(sendCalendar(invitations)))
  router.put('/people/:other/mail', body, organiser(setMail(people)))
  router.post('/people', body, organiser(importPeople(peopleList)))
  router.post('/people/file', organiser(readFile))
  router.get('/people.csv', organiser(sendPeople(peopleList)))
  router.get('/people/:other/mentions', organiser(sendMentions(mentions)))
  router.get('/people/:other/file', organiser(sendFileOf(personFile)))
  router.get('/me/file', known(sendOwnFile(personFile)))
  router.delete('/people/:other', organiser(erasePerson(erasure)))
  router.get('/retention', organiser(sendRetention(retention)))
  router.put('/retention', body, organiser(changeRetention(retention)))
  router.post('/dialogue', body, organiser(startDialogue(services, outside)))
  router.patch('/dialogue', body, organiser(editDialogue(services)))
  router.post('/session', body, organiser(startNextSession(services)))
  router.delete('/dialogue', organiser(deleteDialogue(services)))
  router.get('/export.md', organiser(sendMarkdown(agreements)))
  router.get('/export.json', organiser(sendJson(agreements)))
  router.post('/council', council(recordCouncil(adoption)))
  router.get('/package.:form', council(sendPackage(councilPackage)))
  router.use((_req, res) => refuse(res, 404, 'not_found'))
  return router
}
