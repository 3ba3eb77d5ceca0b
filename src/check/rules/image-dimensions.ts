import { defineRule } from '../../model/rule.ts'
import { imageLevel, imageOf, largestSide, smallestSide, visitAnsweredImages } from '../images.ts'
import { sources } from '../sources.ts'

const artwork = 'https://soil.example/artwork.jpg'
const sized = (width: number, height: number) => ({ image: { type: 'image/jpeg', width, height } })

export const imageDimensions = defineRule({
  id: 'image-dimensions',
  level: 'error',
  platforms: ['apple'],
  summary: `Images are square, with ${smallestSide} to ${largestSide} pixels on each side.`,
  why: 'Apple Podcasts refuses a show whose artwork has another size, and shows no such image of an episode.',
  mend: `Crop the image to a square, and export it in ${largestSide} × ${largestSide} pixels.`,
  source: sources.appleArtwork,
  sameAs: ['media/artwork-not-square', 'media/artwork-size'],
  examples: {
    bad: [
      { answers: { [artwork]: sized(3000, 2000) } },
      { answers: { [artwork]: sized(600, 600) } },
      { answers: { [artwork]: sized(4000, 4000) } },
      { answers: { 'https://soil.example/roots.jpg': sized(500, 500) } },
    ],
    good: [
      { answers: { [artwork]: sized(1400, 1400) } },
      {
        channel: '<podcast:image href="https://soil.example/banner.jpg" aspect-ratio="3/1"/>',
        answers: { 'https://soil.example/banner.jpg': sized(3000, 1000) },
      },
    ],
  },
  check: (report) =>
    visitAnsweredImages((spot, { width, height }, owner) => {
      const problem =
        width !== height
          ? 'it must be square'
          : width < smallestSide || width > largestSide
            ? `apps take ${smallestSide} to ${largestSide} on each side`
            : undefined
      if (problem !== undefined)
        report(spot, `${imageOf(owner)} is ${width} × ${height} pixels; ${problem}.`, {
          part: '@href',
          level: imageLevel(owner),
        })
    }),
})
