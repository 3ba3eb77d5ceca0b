import { parentPort, workerData } from 'node:worker_threads'
import { runShare, type ThreadJob } from './pool.ts'

/** A worker thread: compiles its share of the files and sends what became of them. */
const compiled = await runShare(workerData as ThreadJob)
parentPort?.postMessage(compiled)
