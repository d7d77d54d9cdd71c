import { fold } from '../fold.ts';
import type { Knowledge } from '../store.ts';
import type { Finding } from './finding.ts';
import type { FindNames } from './names.ts';

interface Chinese {
  readonly item: object;
  readonly path: Finding['path'];
  readonly text: string | undefined;
  /** Whether it is a sentence and not a label. */
  readonly sentence?: boolean;
}

/** Slips against the rules of Chinese typesetting in what the knowledge says in Chinese. */
export function chineseSlips(knowledge: Knowledge, findNames: FindNames): Finding[] {
  return chineseOf(knowledge).flatMap(({ item, path, text = '', sentence = false }) =>
    slips(text, sentence, findNames).map((slip) => ({ item, path, ...slip })),
  );
}

function chineseOf({ facts, disputes, entities, topics }: Knowledge): Chinese[] {
  return [
    ...facts.flatMap((item): Chinese[] => [
      { item, path: ['text', 'zh'], text: item.text.zh, sentence: true },
      { item, path: ['caveat', 'zh'], text: item.caveat?.zh, sentence: item.caveat !== undefined },
      { item, path: ['said_by', 'zh'], text: item.said_by?.zh },
      ...item.figures.map(({ what }, index) => ({ item, path: ['figures', index, 'what', 'zh'], text: what?.zh })),
    ]),
    ...disputes.flatMap((item): Chinese[] => [
      { item, path: ['question', 'zh'], text: item.question.zh },
      ...item.sides.map(({ label }, index) => ({ item, path: ['sides', index, 'label', 'zh'], text: label.zh })),
    ]),
    ...entities.map((item): Chinese => ({ item, path: ['role', 'zh'], text: item.role.zh })),
    ...topics.map((item): Chinese => ({ item, path: ['about', 'zh'], text: item.about.zh, sentence: true })),
  ];
}

const sentenceEnd = /[。！？…][”’》）]?$/u;
const halfWidth = /\p{Script=Han} ?[,.;:?!)"]|[,;:?!("] ?\p{Script=Han}|\p{Script=Han} ?\(|\) ?\p{Script=Han}/u;
const needlessSpace = /\s[，。；：？！、）》”]|[，。；：？！、（《“]\s/u;
const missingSpace = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu;
const han = /\p{Script=Han}+/gu;

type Slip = Pick<Finding, 'what' | 'cure'>;

function slips(text: string, sentence: boolean, findNames: FindNames): Slip[] {
  const found: Slip[] = [];
  const near = (index: number): string => `"${text.slice(Math.max(0, index - 4), index + 4)}"`;
  const say = (what: string, cure: string): number => found.push({ what, cure });
  if (sentence && !sentenceEnd.test(text)) say('the Chinese does not end with a full stop', 'end it with 。');
  const half = halfWidth.exec(text);
  if (half) say(`half-width punctuation in Chinese at ${near(half.index)}`, 'write ，。；：？！（）“”');
  const space = needlessSpace.exec(text);
  if (space) say(`a space beside full-width punctuation at ${near(space.index)}`, 'remove the space');
  const names = findNames(text);
  const joints = [...text.matchAll(missingSpace)].map((match) => match.index);
  // A name is written as its owner writes it.
  const joint = joints.find((index) => !names.some(({ start, end }) => start < index && index < end));
  if (joint !== undefined) say(`no space between Chinese and Latin at ${near(joint)}`, 'put a space there');
  const traditional = text.match(han)?.find((run) => fold(run) !== run.normalize('NFKC'));
  if (traditional) say(`"${traditional}" is Traditional Chinese`, 'write Simplified');
  return found;
}
