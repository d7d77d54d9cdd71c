import { connectedIn, type Env } from '../env.ts';
import { loadConfig } from '../files/config.ts';
import { loadFacts } from '../files/facts.ts';
import { type Problem, printProblem } from '../files/problem.ts';
import { openState } from '../state/open.ts';

/** The Node that has all the program needs: https://nodejs.org/docs/latest-v26.x/api/ (Temporal, node:sqlite, type stripping). */
const leastNode = 26;

interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

/** `doctor`: checks Node, facts, config, tokens and database, and says what to do. It connects to no platform. Exit code 1 where something is wrong. */
export async function doctorCommand(env: Env, write: (text: string) => void): Promise<number> {
  const findings = [nodeFinding(), ...storeFindings(env), tokenFinding(env), await stateFinding(env)];
  for (const { ok, text } of findings) write(`${ok ? 'ok  ' : 'FAIL'}  ${text}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function nodeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const ok = major >= leastNode;
  return {
    ok,
    text: `Node ${process.versions.node}${ok ? '' : `: Node ${leastNode} is needed. Run npm ci, and start by npm start`}`,
  };
}

function storeFindings(env: Env): Finding[] {
  const loaded = loadFacts(env.FACTS_DIR);
  const topics = loaded.ok ? loaded.knowledge.topics.map(({ id }) => id) : [];
  const config = loadConfig(env.CONFIG_DIR, { platforms: ['slack', 'discord'], connected: connectedIn(env), topics });
  const facts: Finding[] = loaded.ok
    ? [{ ok: true, text: `${loaded.knowledge.facts.length} facts in ${env.FACTS_DIR}` }]
    : failures(loaded.problems);
  const settings: Finding[] = config.ok
    ? [{ ok: true, text: `${config.digests.length} digests set up in ${env.CONFIG_DIR}` }, ...failures(config.warnings)]
    : failures(config.problems);
  return [...facts, ...settings];
}

function failures(problems: readonly Problem[]): Finding[] {
  return problems.map((problem) => ({ ok: false, text: printProblem(problem) }));
}

function tokenFinding(env: Env): Finding {
  const connected = connectedIn(env);
  return {
    ok: true,
    text:
      connected.length > 0
        ? `tokens are set for ${connected.join(' and ')}`
        : 'no token is set: npm start opens the chat in the terminal',
  };
}

async function stateFinding(env: Env): Promise<Finding> {
  try {
    await (await openState(env.DATABASE_URL)).close();
    return { ok: true, text: 'the database opens' };
  } catch (error) {
    return {
      ok: false,
      text: `DATABASE_URL: ${error instanceof Error ? error.message : 'the database cannot be opened'}`,
    };
  }
}
