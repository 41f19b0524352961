import { parentPort, workerData } from 'node:worker_threads'
import { BEGUN } from '../kit/thread.ts'
import type { DocumentModel } from './model.ts'
import { pdf } from './pdf.ts'

/** The thread's own file: writes one document. */
const model: DocumentModel = workerData

parentPort?.postMessage(BEGUN, [])
parentPort?.postMessage(await pdf(model), [])
