import { UsageError, type World } from './world.ts'

/**
 * What counts as now for episodes with a date to come, epoch milliseconds.
 * @throws UsageError if the environment says nonsense
 */
export function readNow({ sourceDateEpoch, nowMs }: World): number {
  if (sourceDateEpoch === undefined || sourceDateEpoch === '') return nowMs()
  if (!/^\d{1,12}$/.test(sourceDateEpoch))
    throw new UsageError(`SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${sourceDateEpoch}".`)
  return Number(sourceDateEpoch) * 1000
}
