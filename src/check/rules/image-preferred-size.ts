import { defineRule } from '../../model/rule.ts'
import { imageOf, largestSide, smallestSide, visitAnsweredImages } from '../images.ts'
import { sources } from '../sources.ts'

const artwork = 'https://soil.example/artwork.jpg'
const sized = (width: number, height: number) => ({ image: { type: 'image/jpeg', width, height } })

export const imagePreferredSize = defineRule({
  id: 'image-preferred-size',
  level: 'info',
  platforms: ['apple'],
  summary: `Images have ${largestSide} × ${largestSide} pixels.`,
  why: 'Smaller ones are taken, but are less sharp on large screens.',
  mend: `If the original is large enough, export it in ${largestSide} × ${largestSide} pixels.`,
  source: sources.appleArtwork,
  examples: {
    bad: [{ answers: { [artwork]: sized(1400, 1400) } }],
    good: [{}, { answers: { [artwork]: sized(600, 600) } }, { answers: { [artwork]: sized(2000, 1500) } }],
  },
  check: (report) =>
    visitAnsweredImages((spot, { width, height }, owner) => {
      // What is not square, or too small, is told by image-dimensions.
      if (width === height && width >= smallestSide && width < largestSide)
        report(spot, `${imageOf(owner)} is ${width} × ${height} pixels; ${largestSide} × ${largestSide} are best.`, {
          part: '@href',
        })
    }),
})
