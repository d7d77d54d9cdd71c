import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Mind } from '../../src/core/mind.ts';
import { parse } from '../../src/core/parse.ts';
import { factsOf } from '../../src/core/reply.ts';
import { replyLanguage, respond } from '../../src/core/respond.ts';

const question = z.object({
  id: z.string(),
  q: z.string(),
  lang: z.enum(['en', 'zh']),
  kind: z.string(),
  /** The facts that are right as the first line; none where the question must be declined. */
  first: z.array(z.string()),
  /** One list of facts a side of a dispute, or a part of the question: each must be in the answer. */
  sides: z.array(z.array(z.string())).default([]),
});
export type Question = z.output<typeof question>;

export interface Score {
  readonly question: Question;
  readonly right: boolean;
  readonly withinThree: boolean;
  readonly sides: boolean;
  readonly declined: boolean;
  readonly facts: readonly string[];
}

/** Drawn before any tuning: it decides which questions are held out. */
const seed = 'briefing-2026-11-22';

export function readQuestions(): Question[] {
  return z.array(question).parse(parseYaml(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8')));
}

export function isAnswerable({ question: { first } }: Score): boolean {
  return first.length > 0;
}

/** Asks the bot, and compares what it says first with what is right. */
export function score(question: Question, mind: Mind): Score {
  const text = question.q;
  const facts = factsFor(text, mind);
  const declined = facts.length === 0;
  const answerable = question.first.length > 0;
  const wanted = new Set(question.first);
  return {
    question,
    facts,
    declined,
    right: answerable ? wanted.has(facts[0] ?? '') : declined,
    withinThree: answerable ? facts.slice(0, 3).some((id) => wanted.has(id)) : declined,
    sides: question.sides.every((side) => side.some((id) => facts.includes(id))),
  };
}

/** The facts of the bot's reply to what somebody says to it, in their order; none where it knows of none. */
function factsFor(text: string, mind: Mind): string[] {
  const request = parse(text, mind.store, mind.book);
  if (request.command === 'digest') return [];
  return factsOf(respond({ request, lang: replyLanguage({ text }, request.command), text }, mind).reply);
}

/** Whether a question belongs to the third that tuning never sees: FNV-1a of its id and the seed. */
export function isHeldOut(id: string): boolean {
  let hash = 2166136261;
  for (const letter of `${seed}/${id}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % 3 === 0;
}
