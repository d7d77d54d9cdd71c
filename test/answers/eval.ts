/**
 * Scores the bot's answers on the questions of questions.yaml: `npm run eval`, with `-- --misses` to see what the tuned part got wrong.
 * A random third is held out: it is scored, and its questions are never printed.
 */
import { realMind } from '../support/mind.ts';
import { isAnswerable, isHeldOut, readQuestions, type Score, score } from './score.ts';

const mind = realMind();
const scores = readQuestions().map((question) => score(question, mind));
const heldOut = scores.filter(({ question: { id } }) => isHeldOut(id));
const tuned = scores.filter(({ question: { id } }) => !isHeldOut(id));

for (const [name, part] of [
  ['tuned', tuned],
  ['held out', heldOut],
] as const)
  print(name, part);
if (process.argv.includes('--misses')) for (const miss of tuned.filter((one) => !one.right)) printMiss(miss);

function print(name: string, part: readonly Score[]): void {
  const answerable = part.filter(isAnswerable);
  const unanswerable = part.filter((one) => !isAnswerable(one));
  const rows: [string, readonly Score[], (score: Score) => boolean][] = [
    ['right fact first, en', answerable.filter(({ question }) => question.lang === 'en'), (one) => one.right],
    ['right fact first, zh', answerable.filter(({ question }) => question.lang === 'zh'), (one) => one.right],
    ['within three', answerable, (one) => one.withinThree],
    ['both sides of a dispute', answerable.filter(({ question }) => question.kind === 'dispute'), (one) => one.sides],
    ['unanswerable declined', unanswerable, (one) => one.declined],
    ['answerable declined', answerable, (one) => one.declined],
  ];
  const kinds = [...new Set(part.map(({ question }) => question.kind))].sort();
  for (const kind of kinds)
    rows.push([`  ${kind}`, part.filter(({ question }) => question.kind === kind), (one) => one.right]);
  process.stdout.write(`\n${name} (${part.length} questions)\n`);
  for (const [label, scored, counts] of rows) {
    const count = scored.filter(counts).length;
    const share = scored.length === 0 ? '-' : `${((100 * count) / scored.length).toFixed(1)} %`;
    process.stdout.write(`${label.padEnd(28)}${share.padStart(8)}  ${count} of ${scored.length}\n`);
  }
}

function printMiss({ question, facts, declined }: Score): void {
  const got = declined ? 'declined' : facts.slice(0, 3).join(' ');
  process.stdout.write(
    `\n${question.id} ${question.kind} ${question.q}\n  wanted ${question.first.join(' ') || 'declined'}\n  got    ${got}\n`,
  );
}
