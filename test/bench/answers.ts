/** Answers over the real store and over synthetic ones, beside plain MiniSearch over the same facts in the same process. */
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { parse } from 'yaml';
import { createMind } from '../../src/core/mind.ts';
import { replyLanguage, respond } from '../../src/core/respond.ts';
import type { Knowledge } from '../../src/core/store.ts';
import { realKnowledge } from '../support/mind.ts';
import { megabytes, milliseconds, percentiles, row } from './figures.ts';
import { synthetic } from './synthetic.ts';

const count = Number(process.argv[2] ?? 0);
const engine = process.argv[3] ?? 'ours';
const questions: string[] = parse(readFileSync(new URL('../answers/questions.yaml', import.meta.url), 'utf8')).map(
  (one: { q: string }) => one.q,
);
const real = realKnowledge();
const knowledge = count === 0 ? real : synthetic(real, count);

globalThis.gc?.();
const before = process.memoryUsage().rss;
const start = performance.now();
const ask = engine === 'ours' ? ourEngine(knowledge) : miniSearch(knowledge);
const built = performance.now() - start;
globalThis.gc?.();
const memory = process.memoryUsage().rss - before;

const timesOfAll = () =>
  questions.map((question) => {
    const from = performance.now();
    ask(question);
    return performance.now() - from;
  });
// Nothing is remembered of a question but what the compiler learns of the code: a bot that has just started is slower.
const cold = percentiles(timesOfAll());
const { p50, p99 } = percentiles(timesOfAll());
row(`${engine}, ${knowledge.facts.length} facts`, [
  `p50 ${milliseconds(p50)}`,
  `p99 ${milliseconds(p99)}`,
  `cold p99 ${milliseconds(cold.p99)}`,
  `index ${milliseconds(built)}`,
  `memory +${megabytes(memory)}`,
]);

function ourEngine(from: Knowledge): (question: string) => unknown {
  const mind = createMind(from);
  return (question) =>
    respond(
      { request: { command: 'ask', question }, lang: replyLanguage({ text: question }, 'ask'), text: question },
      mind,
    );
}

function miniSearch(from: Knowledge): (question: string) => unknown {
  const search = new MiniSearch({ fields: ['en', 'zh'] });
  search.addAll(from.facts.map((fact) => ({ id: fact.id, ...fact.text })));
  return (question) => search.search(question);
}
