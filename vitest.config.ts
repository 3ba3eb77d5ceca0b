import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A zone far from UTC: whatever reads the machine's time zone by mistake shows it here.
    env: { TZ: 'Pacific/Chatham', LC_ALL: 'C' },
    testTimeout: 30_000,
    // A failed comparison shows enough to be understood.
    chaiConfig: { truncateThreshold: 1000 },
  },
})
