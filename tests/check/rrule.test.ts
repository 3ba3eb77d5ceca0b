import { expect, test } from 'vitest'
import { readRecurrence } from '../../src/check/rrule.ts'

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10',
  'FREQ=DAILY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11',
  'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=-1,15;WKST=SU',
  'FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=-366;BYHOUR=0,23;BYMINUTE=59;BYSECOND=60',
  'FREQ=WEEKLY;UNTIL=20231231T000000Z',
  'FREQ=WEEKLY;UNTIL=20231231',
  ' freq=weekly;byday=mo; ',
])('%j is a rule', (rule) => expect(readRecurrence(rule).problems).toEqual([]))

test.each([
  'FREQ=WEEKLY;BYDAY=FR;BYMONTHDAY=13',
  'FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z;BYDAY=MO',
  'FREQ=WEEKLY;UNTIL=2023-12-31',
])('%j is tolerated', (rule) => expect(readRecurrence(rule).problems).toMatchObject([{ isTolerated: true }]))

test.each([
  ['', ''],
  ['Weekly', 'Weekly'],
  ['INTERVAL=2', ''],
  ['RRULE:FREQ=WEEKLY', 'RRULE:FREQ=WEEKLY'],
  ['FREQ=BIWEEKLY', 'FREQ=BIWEEKLY'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ=DAILY'],
  ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL=0'],
  ['FREQ=WEEKLY;COUNT=many', 'COUNT=many'],
  ['FREQ=WEEKLY;BYDAY=', 'BYDAY='],
  ['FREQ=WEEKLY;BYDAY=Mon', 'BYDAY=Mon'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
  ['FREQ=YEARLY;BYMONTH=-1', 'BYMONTH=-1'],
  ['FREQ=MONTHLY;BYWEEKNO=2', 'BYWEEKNO'],
  ['FREQ=DAILY;BYYEARDAY=2', 'BYYEARDAY'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS'],
  ['FREQ=DAILY;UNTIL=tomorrow', 'UNTIL=tomorrow'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20231231', 'COUNT'],
  ['FREQ=DAILY;constructor=2', 'constructor=2'],
])('%j is none, because of %j', (rule, near) =>
  expect(readRecurrence(rule).problems).toContainEqual(expect.objectContaining({ near, isTolerated: false })),
)

test('its parts are at hand, in capitals', () =>
  expect([...readRecurrence('freq=weekly;count=3').parts]).toEqual([
    ['FREQ', 'WEEKLY'],
    ['COUNT', '3'],
  ]))
