import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A sound facts folder of one source, small enough to read at a glance. */
export const sound: Readonly<Record<string, string>> = {
  'topics.yaml': `- id: patents
  name: { en: Patents, zh: 专利 }
  about: { en: Who files how many., zh: 谁申请了多少。 }
  aliases: [patent, 專利]
  emoji: "📜"
`,
  'entities.yaml': `- id: china
  kind: place
  name: { en: China, zh: 中国 }
  role: { en: a country in Asia, zh: 亚洲国家 }
  aliases: [PRC, 中國]
- id: baidu
  kind: company
  name: { en: Baidu, zh: 百度 }
  role: { en: a search company, zh: 搜索公司 }
- id: ernie-bot
  kind: model
  name: { en: Ernie Bot, zh: 文心一言 }
  role: { en: a chatbot, zh: 聊天机器人 }
  of: baidu
`,
  'disputes.yaml': `- id: how-many
  topics: [patents]
  question: { en: How many?, zh: 有多少？ }
  sides:
    - label: { en: Many, zh: 多 }
      date: 2024
      facts: [paper-2024/patents]
    - label: { en: Few, zh: 少 }
      date: 2024
      facts: [paper-2024/users]
`,
  'synonyms.yaml': `- id: invention
  words: [invention, 发明]
`,
  'declined/paper-2024.yaml': `- near: paper-2024/patents
  en: [who sells the most]
`,
  'questions/paper-2024.yaml': `- id: patents
  en: [who files the most]
  zh: [谁的专利多]
`,
  'questions/disputes.yaml': `- id: how-many
  en: [how many are there really]
  zh: [到底有多少]
`,
  'sources/paper-2024.yaml': `source:
  id: paper-2024
  title: { en: A paper, zh: 一篇文章 }
  authors: [Ann Author]
  publisher: The Paper
  published: 2024-08
  url: none
facts:
  - id: patents
    text:
      en: Inventors in China filed more than 38,000 generative-AI patents from 2014 to 2023.
      zh: 2014 至 2023 年，中国发明人共提交逾 3.8 万项生成式 AI 专利。
    kind: figure
    as_of: 2014/2023
    topics: [patents]
    entities: [china]
    figures:
      - { of: china, value: 38000, bound: over, unit: { en: patents, zh: 项专利 }, period: 2014/2023 }
    paragraph: 1
    importance: 3
    added: 2026-11-22
  - id: users
    text:
      en: Baidu says Ernie Bot had 100 million users by December 2023.
      zh: 百度称，截至 2023 年 12 月，文心一言用户数已达 1 亿。
    kind: claim
    as_of: 2023-12
    topics: [patents]
    entities: [baidu, ernie-bot]
    paragraph: 2
    importance: 1
    caveat: { en: Baidu speaks of itself., zh: 这是百度的自述。 }
    added: 2026-11-22
`,
};

/** Writes files into a folder that is removed after the test. */
export function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

/** The sound folder with some words of one file replaced. */
export function changed(file: string, from: string | RegExp, to: string): Record<string, string> {
  const before = sound[file] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  return { ...sound, [file]: after };
}
