import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/journeys/global-setup.ts',
    // Each file drives a browser of its own; two cores hold one at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
