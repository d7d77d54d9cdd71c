import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFacts, readFacts } from '../../src/files/facts.ts';
import { printProblem } from '../../src/files/problem.ts';
import { changed, folder, sound } from './folder.ts';

const source = 'sources/paper-2024.yaml';

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const dir = folder(files);
  const loaded = loadFacts(dir);
  return loaded.ok ? [] : loaded.problems.map((problem) => printProblem(problem).replaceAll(`${dir}/`, ''));
}

test('a sound folder gives its knowledge', () => {
  const loaded = loadFacts(folder(sound));
  if (!loaded.ok) expect.unreachable();
  const { facts, sources, topics, entities, disputes, concepts, questions, declined } = loaded.knowledge;
  expect(questions.map(({ id }) => id)).toEqual(['how-many', 'paper-2024/patents']);
  expect(declined).toEqual([{ near: 'paper-2024/patents', en: ['who sells the most'], zh: [] }]);
  expect(facts.map(({ id, source: from }) => [id, from])).toEqual([
    ['paper-2024/patents', 'paper-2024'],
    ['paper-2024/users', 'paper-2024'],
  ]);
  expect(facts[0]?.figures[0]).toMatchObject({ value: 38_000, bound: 'over' });
  expect(sources).toMatchObject([{ id: 'paper-2024', published: '2024-08', url: undefined }]);
  expect([topics, entities, disputes, concepts].map((list) => list.map(({ id }) => id))).toEqual([
    ['patents'],
    ['china', 'baidu', 'ernie-bot'],
    ['how-many'],
    ['invention'],
  ]);
});

test.each([
  [
    changed(source, 'topics: [patents]', 'topics: [pants]'),
    `${source}:15:14 there is no topic "pants": add it to topics.yaml or correct it`,
  ],
  [
    changed(source, 'entities: [china]', 'entities: [cathay]'),
    `${source}:16:16 there is no entity "cathay": add it to entities.yaml or correct it`,
  ],
  [
    changed(source, '{ of: china', '{ of: cathay'),
    `${source}:18:15 there is no entity "cathay": add it to entities.yaml or correct it`,
  ],
  [
    changed('entities.yaml', 'of: baidu', 'of: bidu'),
    'entities.yaml:14:7 there is no entity "bidu": add it to entities.yaml or correct it',
  ],
  [
    changed('disputes.yaml', 'topics: [patents]', 'topics: [pants]'),
    'disputes.yaml:2:12 there is no topic "pants": add it to topics.yaml or correct it',
  ],
  [
    changed('disputes.yaml', 'paper-2024/users', 'users'),
    'disputes.yaml:10:15 there is no fact "users": write source-id/fact-id as in facts/sources',
  ],
  [
    changed('questions/paper-2024.yaml', 'id: patents', 'id: pants'),
    'questions/paper-2024.yaml:1:7 there is no fact or dispute "paper-2024/pants": write its id as in the file of the same name in facts/sources, or in disputes.yaml',
  ],
  [
    changed('declined/paper-2024.yaml', 'near: paper-2024/patents', 'near: patents'),
    'declined/paper-2024.yaml:1:9 there is no fact "patents": write source-id/fact-id as in facts/sources',
  ],
  [
    changed('questions/disputes.yaml', /$/, '- id: how-many\n  en: [how few]\n  zh: [多少]\n'),
    'questions/disputes.yaml:4:7 the id "how-many" is taken: give each its own id',
  ],
  [
    changed('questions/paper-2024.yaml', '  zh: [谁的专利多]\n', ''),
    'questions/paper-2024.yaml:1:3 zh is missing: add it',
  ],
  [
    changed(source, 'id: users', 'id: patents'),
    `${source}:22:9 the id "paper-2024/patents" is taken: give each its own id`,
  ],
  [
    changed('entities.yaml', 'id: baidu', 'id: china'),
    'entities.yaml:6:7 the id "china" is taken: give each its own id',
  ],
  [
    changed('synonyms.yaml', /$/, '- id: invention\n  words: [idea]\n'),
    'synonyms.yaml:3:7 the id "invention" is taken: give each its own id',
  ],
  [
    changed('synonyms.yaml', /$/, '- id: creation\n  words: [Inventions]\n'),
    'synonyms.yaml:4:11 the word "Inventions" belongs to "invention" already: leave it to the one, or link the two by near',
  ],
  [
    changed('synonyms.yaml', /$/, '  near: [novelty]\n'),
    'synonyms.yaml:3:10 there is no concept "novelty": add it to synonyms.yaml or correct it',
  ],
  [
    changed('entities.yaml', 'aliases: [PRC', 'aliases: [PRC, baidu'),
    'entities.yaml:8:15 the name "Baidu" belongs to "china" already: leave it to the one people mean by it',
  ],
  [
    changed('entities.yaml', 'zh: 百度', 'zh: 專利'),
    'entities.yaml:8:26 the name "專利" belongs to "patents" already: leave it to the one people mean by it',
  ],
  [
    changed(
      'topics.yaml',
      /$/,
      sound['topics.yaml']?.replaceAll('atent', 'otent').replaceAll('专利', '药力').replace('專利', '藥力') ?? '',
    ),
    'topics.yaml:6:7 the topic "potents" has no fact: add a fact or remove the topic',
  ],
  [
    changed('disputes.yaml', / {4}- label: { en: Few.*$/s, ''),
    'disputes.yaml:5:5 sides has one side: a dispute needs two or more',
  ],
  [
    changed(source, 'id: paper-2024', 'id: paper-2023'),
    `${source}:2:7 the source "paper-2023" stands in paper-2024.yaml: give both the same name`,
  ],
  [
    changed(source, 'kind: figure', 'kind: number'),
    `${source}:13:11 kind is "number": use one of figure, event, rule, plan, claim, opinion, forecast`,
  ],
  [changed(source, '    kind: figure\n', ''), `${source}:9:5 kind is missing: add it`],
  [
    changed(source, 'as_of: 2014/2023', 'as_of: 2023/2014'),
    `${source}:14:12 as_of is not a date: write YYYY, YYYY-MM, YYYY-MM-DD, or two of them as from/to`,
  ],
  [
    changed(source, 'id: users', 'id: Users'),
    `${source}:22:9 id is not a kebab-case id (lower-case letters, digits, single hyphens): correct it`,
  ],
  [
    changed(source, 'Inventors in China', `Inventors${' really'.repeat(40)} in China`),
    `${source}:11:11 text.en is longer than 280 characters: say one thing`,
  ],
  [changed(source, 'importance: 3', 'importance: 4'), `${source}:20:17 importance is out of range: use one of 1, 2, 3`],
  [
    changed(source, 'caveat: { en: Baidu speaks of itself.,', 'caveat: {'),
    `${source}:32:13 caveat.en is missing: add it`,
  ],
  [changed(source, 'facts:', 'facst:'), `${source}:8:1 the file has no field "facst": remove it or correct its name`],
  [
    { ...sound, 'sources/notes.txt': 'hello' },
    'sources/notes.txt:1:1 is not read: name it <source-id>.yaml, or move it away',
  ],
])('a planted fault is told with its place and its cure (%#)', (files, line) => {
  expect(problemsOf(files)).toContain(line);
});

test('one fault is one problem: it draws no others after it', () => {
  expect(problemsOf(changed(source, 'kind: figure', 'kind: number'))).toHaveLength(1);
  expect(problemsOf(changed('entities.yaml', 'kind: place', 'kind: planet'))).toHaveLength(1);
  const { 'topics.yaml': _, ...withoutTopics } = sound;
  expect(problemsOf(withoutTopics)).toEqual([
    'topics.yaml:1:1 the file cannot be read: create it, or check its name and its rights',
  ]);
  expect(problemsOf({ ...sound, [source]: 'source: [' })).toHaveLength(1);
});

test('all problems of all files come at once, by file and line', () => {
  const files = {
    ...sound,
    ...Object.fromEntries([
      [source, (sound[source] ?? '').replace('[patents]', '[pants]').replace('paragraph: 2', 'paragraph: two')],
      ['entities.yaml', (sound['entities.yaml'] ?? '').replace('of: baidu', 'of: bidu')],
      ['topics.yaml', '- id: patents'],
    ]),
  };
  expect(problemsOf(files).map((line) => line.split(' ')[0])).toEqual([
    'entities.yaml:14:7',
    `${source}:15:14`,
    `${source}:30:16`,
    'topics.yaml:1:3',
    'topics.yaml:1:3',
    'topics.yaml:1:3',
  ]);
});

test('a folder that is not there is a list of problems and no crash', () => {
  const loaded = loadFacts(join(folder({}), 'nowhere'));
  expect(loaded.ok ? [] : loaded.problems.map(({ what }) => what)).toEqual([
    'the file cannot be read',
    'the file cannot be read',
    'the folder cannot be read',
    'the file cannot be read',
    'the file cannot be read',
  ]);
});

test('what is read can be found again in its file, down to the word', () => {
  const dir = folder(sound);
  const { knowledge, at } = readFacts(dir);
  const [fact, place] = [
    knowledge.facts[1] ?? {},
    (line: number, col: number) => ({ file: join(dir, source), line, col }),
  ];
  expect(at(fact, ['text', 'zh'])).toEqual(place(25, 11));
  expect(at(fact, ['entities', 1])).toEqual(place(29, 23));
  expect(at(fact, ['figures'])).toEqual(place(22, 5));
  expect(at(knowledge.sources[0] ?? {}, ['title', 'en'])).toEqual(place(3, 16));
});

test('a folder without known questions is sound: they are a help, not a duty', () => {
  const { 'questions/paper-2024.yaml': _, 'questions/disputes.yaml': __, ...without } = sound;
  const loaded = loadFacts(folder(without));
  expect(loaded.ok && loaded.knowledge.questions).toEqual([]);
});
