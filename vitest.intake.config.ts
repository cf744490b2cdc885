import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/intake/src/**/*.test.ts', 'test/intake/**/*.test.ts'],
    globalSetup: 'packages/intake/src/testing/postgres.global-setup.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
