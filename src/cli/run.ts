import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { createMind, type Mind } from '../core/mind.ts';
import { connectedIn, type Env, readEnv } from '../env.ts';
import { readCached } from '../files/cache.ts';
import { loadConfig } from '../files/config.ts';
import { printProblem } from '../files/problem.ts';

const usage = `China GenAI Briefing

  npm start                               the bot; without any token a chat in this terminal
  npm run chat                            the chat in this terminal
  npm run ask -- [--json] [question…]     one answer; without a question, one a line from standard input
  npm run facts -- check [--sources DIR]  every problem of the fact store; also: export --json, stats
  npm run digest -- preview [--topics chips,models] [--lang en|zh] [--on YYYY-MM-DD]
  npm run unanswered                      what people asked that no fact covers, counted
  npm run doctor                          checks settings, facts, config and database, and says what to do
`;

/** Runs a command of the program and gives its exit code. Each command's own parts are loaded only when it runs. */
export async function run([command = 'start', ...args]: readonly string[]): Promise<number> {
  readDotEnv();
  const read = readEnv();
  if (!read.ok) {
    const others = command === 'start' && read.env ? (await readAll(read.env)).problems : [];
    return refuse([...read.problems, ...others]);
  }
  const { env } = read;
  switch (command) {
    case 'start':
      return await start(env);
    case 'chat':
      return await withMind(env, async (mind) => (await import('./chat.ts')).chat(env, mind));
    case 'ask':
      return await withMind(env, async (mind) =>
        (await import('./ask.ts')).askCommand(args, { mind, input: process.stdin, write }),
      );
    case 'unanswered':
      return await withMind(env, async ({ store }) => {
        const state = await (await import('../state/open.ts')).openState(env.DATABASE_URL);
        const code = await (await import('./unanswered.ts')).unansweredCommand({ state, store, write });
        await state.close();
        return code;
      });
    case 'digest':
      return await withMind(env, async ({ store }) =>
        (await import('./digest.ts')).digestCommand(args, {
          store,
          write,
          today: new Date().toISOString().slice(0, 10),
        }),
      );
    case 'doctor':
      return await (await import('./doctor.ts')).doctorCommand(env, write);
    case 'facts':
      return await (await import('./facts.ts')).factsCommand([...args], { factsDir: env.FACTS_DIR, write });
    default:
      write(usage);
      return command === 'help' || command === '--help' ? 0 : 1;
  }
}

/** The bot on its platforms; where no token is set, the chat in the terminal. */
async function start(env: Env): Promise<number> {
  const { knowledge, readings, config, problems } = await readAll(env);
  if (!config.ok || problems.length > 0) return refuse(problems);
  for (const warning of config.warnings) process.stderr.write(`${printProblem(warning)}\n`);
  const mind = createMind(knowledge, readings);
  if (connectedIn(env).length === 0) return await (await import('./chat.ts')).chat(env, mind);
  return await (await import('../serve.ts')).serve({ env, settings: config.settings, digests: config.digests }, mind);
}

/** Facts and configuration, with every problem of both. */
async function readAll(env: Env) {
  const { knowledge, readings, problems } = await readCached(env.FACTS_DIR);
  const topics = knowledge.topics.map((topic) => topic.id);
  const config = loadConfig(env.CONFIG_DIR, { platforms: ['slack', 'discord'], connected: connectedIn(env), topics });
  return {
    knowledge,
    readings,
    config,
    problems: [...(config.ok ? [] : config.problems), ...problems].map(printProblem),
  };
}

/** Runs something with the facts, or prints every problem that they have. */
async function withMind(env: Env, use: (mind: Mind) => Promise<number>): Promise<number> {
  const { knowledge, readings, problems } = await readCached(env.FACTS_DIR);
  return problems.length === 0 ? await use(createMind(knowledge, readings)) : refuse(problems.map(printProblem));
}

/** A .env beside the program is read where there is one; what the environment sets wins. */
function readDotEnv(): void {
  try {
    loadEnvFile(join(process.cwd(), '.env'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function refuse(problems: readonly string[]): number {
  process.stderr.write(`${problems.join('\n')}\n`);
  return 1;
}

function write(text: string): void {
  process.stdout.write(text);
}
