import { expect, test } from 'vitest';
import { checkKnowledge } from '../../../src/core/check/check.ts';
import { fact, knowledge, said, saying } from './sample.ts';

const texts = new Map([['paper-2024', new Map([[1, 'Patents for more than 38,000 inventions, 2014 to 2023.']])]]);

test('a sound store has no findings, with the source and without', () => {
  expect(checkKnowledge(knowledge())).toEqual([]);
  expect(checkKnowledge(knowledge(), texts)).toEqual([]);
});

test('every kind of fault is found in one go', () => {
  const facts = [
    fact({ id: 'paper-2024/one' }),
    fact({ id: 'paper-2024/same' }),
    fact({
      id: 'paper-2024/late',
      as_of: '2030',
      figures: [{ of: 'china', value: 7, unit: { en: 'USD', zh: 'USD' } }],
    }),
    saying('Baidu has 5 patents for more than 38,000 inventions, 2014 to 2023', '百度有 6 项', {
      entities: ['openai'],
    }),
  ];
  const questions = [
    { id: 'paper-2024/one', en: ['How many patents?'], zh: ['多少专利'] },
    { id: 'paper-2024/same', en: ['how many patents'], zh: ['谁的专利多'] },
  ];
  const declined = [{ near: 'paper-2024/one', en: ['So how many of the patents?', 'who paid'], zh: ['谁的专利多'] }];
  const findings = said(checkKnowledge(knowledge({ facts, questions, declined }), texts)).join('\n');
  for (const fault of [
    'says nearly the same',
    'speaks of 2030',
    'stands in neither text',
    'languages differ in numbers',
    'is not in paragraph 1',
    'word for word',
    '"baidu" not tagged',
    '"openai" is tagged and not named',
    'full stop',
    'is a question of paper-2024/one already',
    'is a question of paper-2024/same already',
    '"So how many of the patents?" is declined, and is read like',
  ]) {
    expect(findings).toContain(fault);
  }
});

test('without the texts of the sources, nothing is said about them', () => {
  const findings = checkKnowledge(
    knowledge({ facts: [saying('China has 5 of them.', '中国有 5 个。', { entities: ['china'] })] }),
  );
  expect(findings).toEqual([]);
});
