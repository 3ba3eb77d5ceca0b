import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startClock } from '../../src/media/http-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('says when the whole has taken too long, however much came', () => {
  const { signal, heard } = startClock({ wholeMs: 100, silenceMs: 30 })
  for (let ms = 20; ms < 100; ms += 20) {
    vi.advanceTimersByTime(20)
    heard()
  }
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(20)
  expect(signal.reason).toMatchObject({ limitMs: 100, silence: false })
})

test('says when nothing has come for too long', () => {
  const { signal, heard } = startClock({ wholeMs: 100, silenceMs: 30 })
  vi.advanceTimersByTime(20)
  heard()
  vi.advanceTimersByTime(29)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.reason).toMatchObject({ limitMs: 30, silence: true })
})

test('says nothing once it is stopped', () => {
  const { signal, stop } = startClock({ wholeMs: 100, silenceMs: 30 })
  stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(1000)
  expect(signal.aborted).toBe(false)
})
