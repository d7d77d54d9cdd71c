import { enableCompileCache } from 'node:module';

// A reader that has seen enough (`npm run ask … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Before anything else is loaded: the program's modules then start in a quarter of the time.
enableCompileCache();
const { run } = await import('./cli/run.ts');
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // The last of the four catch sites: what went wrong, in one line.
  process.stderr.write(`${error instanceof Error ? error.message : 'something unexpected went wrong'}\n`);
  process.exitCode = 1;
}
