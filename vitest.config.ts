import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/**/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/journeys/**', 'packages/intake/**', 'test/intake/**'],
    // Against a test that never ends, and not against a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
