import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test asserts a time: a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Real processes, sockets and kills on a busy machine: CI tries a failed test twice more, and the report names it.
    retry: process.env.CI ? 2 : 0,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
