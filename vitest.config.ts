import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/warm.ts',
    // Files of one worker share what they import, and with it the mind over the real facts: no test changes a module's state.
    isolate: false,
    // No test asserts a time: a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Some tests wait for a real time-out of an SDK: on a machine that stands still just then, once more.
    retry: process.env.CI ? 1 : 0,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
