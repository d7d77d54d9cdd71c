import { expect, test } from 'vitest';
import { byPlace, type Problem, printProblem } from '../../src/files/problem.ts';

function problem(file: string, at: readonly [line: number, col: number], what = 'is wrong'): Problem {
  return { file, line: at[0], col: at[1], what, cure: 'mend it' };
}

test('a problem is one line that an editor can click', () => {
  expect(printProblem(problem('facts/topics.yaml', [3, 7]))).toBe('facts/topics.yaml:3:7 is wrong: mend it');
});

test('problems come by file, then from top to bottom, whatever the order they were found in', () => {
  const sorted = [
    problem('a.yaml', [2, 9]),
    problem('a.yaml', [10, 1], 'is odd'),
    problem('a.yaml', [10, 1], 'is wrong'),
    problem('a.yaml', [10, 3]),
    problem('b.yaml', [1, 1]),
  ];
  expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
});
