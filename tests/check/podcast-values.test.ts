import { expect, test } from 'vitest'
import { readGeo } from '../../src/check/geo.ts'
import { isoMoment } from '../../src/check/iso-time.ts'
import { isLicence, isPodcastLicence } from '../../src/check/licences.ts'
import { bareType, usualType } from '../../src/check/mime.ts'
import { secondsIn } from '../../src/check/playing-time.ts'

test.each([
  ['2021-09-26T07:30:00.000-0600', Date.UTC(2021, 8, 26, 13, 30)],
  ['2021-09-26T07:30:00-06:00', Date.UTC(2021, 8, 26, 13, 30)],
  [' 2026-06-01T19:30Z ', Date.UTC(2026, 5, 1, 19, 30)],
  ['2026-06-01T19:30:00', undefined],
  ['2026-06-01 19:30:00Z', undefined],
  ['2026-06-31T19:30:00Z', undefined],
  ['2026-06-01T24:00:00Z', undefined],
  ['Mon, 01 Jun 2026 19:30:00 GMT', undefined],
  ['1780342200000', undefined],
  ['', undefined],
])('%j as a moment is %j', (text, moment) => expect(isoMoment(text)).toBe(moment))

test.each([
  ['geo:30.2672,-97.7431', { latitude: '30.2672', longitude: '-97.7431' }],
  ['GEO:48,16,183;crs=wgs84;u=40', { latitude: '48', longitude: '16' }],
  ['geo:30.2672, -97.7431', undefined],
  ['30.2672,-97.7431', undefined],
  ['geo:30.2672', undefined],
  ['geo:30,2672,-97,7431', undefined],
])('%j as a place is %j', (text, place) => expect(readGeo(text)).toEqual(place))

test.each([
  ['73.0', 73],
  ['.5', 0.5],
  ['-3', -3],
  ['1:03', undefined],
  ['1e3', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j as seconds is %j', (text, seconds) => expect(secondsIn(text)).toBe(seconds))

test('SPDX knows licences in any case, also old ones', () => {
  expect(['CC-BY-4.0', 'cc-by-nc-nd-4.0', 'cc0-1.0', 'GPL-2.0'].filter((id) => !isLicence(id))).toEqual([])
  expect(['ARR', 'POD-V4V-1.0', 'my-licence', ''].filter(isLicence)).toEqual([])
  expect(['arr', 'POD-V4V-1.0'].filter((id) => !isPodcastLicence(id))).toEqual([])
})

test('MIME types are compared without case, parameters and other names', () => {
  expect(bareType(' Text/VTT; charset=utf-8')).toBe('text/vtt')
  expect(usualType('audio/mp3')).toBe(usualType('audio/mpeg'))
  expect(usualType('application/srt')).toBe('application/x-subrip')
  expect(usualType(undefined)).toBe('')
})
