import { z } from 'zod';

const text = z.string().trim().optional();

/** An empty variable is an unset one, as in a copied .env.example. */
const schema = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
  DISCORD_TOKEN: text,
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
  DATABASE_URL: z.string().default('file:data/briefing.db'),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  FACTS_DIR: z.string().default('facts'),
  CONFIG_DIR: z.string().default('config'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Env = z.output<typeof schema>;
/** The names of all variables, in the order of .env.example. */
export const variables = Object.keys(schema.shape);

export type EnvRead =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly string[]; readonly env?: Env };

/**
 * Reads the environment: the only place that does. Problems name the variable and what to do; they never show a value. Where only tokens are
 * wrong, the rest is given all the same.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): EnvRead {
  const set = Object.fromEntries(variables.map((name) => [name, source[name]?.trim() || undefined]));
  const read = schema.safeParse(set);
  if (!read.success) {
    const problems = read.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message}. Correct it in .env, or remove it for the default`,
    );
    return { ok: false, problems };
  }
  const problems = pairProblems(read.data);
  return problems.length > 0 ? { ok: false, problems, env: read.data } : { ok: true, env: read.data };
}

const whereSlackApp = 'api.slack.com/apps > your app';

/** A platform is on when its tokens are there; half a pair is an error that names the other half. */
function pairProblems(env: Env): string[] {
  const problems: string[] = [];
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    problems.push(
      `SLACK_BOT_TOKEN is set but SLACK_APP_TOKEN is not: create an app-level token (xapp-…) with connections:write under ${whereSlackApp} > Basic Information`,
    );
  }
  if (!env.SLACK_BOT_TOKEN && (env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET)) {
    const half = env.SLACK_APP_TOKEN ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    problems.push(
      `${half} is set but SLACK_BOT_TOKEN is not: copy the bot token (xoxb-…) from ${whereSlackApp} > OAuth & Permissions`,
    );
  }
  if (env.SLACK_BOT_TOKEN?.startsWith('xapp-') || env.SLACK_APP_TOKEN?.startsWith('xoxb-')) {
    problems.push(
      'SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: the bot token begins with xoxb-, the app token with xapp-',
    );
  }
  return problems;
}

/** The platforms whose tokens are set. */
export function connectedIn(env: Env): string[] {
  return [...(env.SLACK_BOT_TOKEN ? ['slack'] : []), ...(env.DISCORD_TOKEN ? ['discord'] : [])];
}
