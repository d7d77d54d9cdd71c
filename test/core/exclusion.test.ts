import { expect, test } from 'vitest';
import { withoutExcluded } from '../../src/core/exclusion.ts';

test.each([
  ['Apart from AI, which industries does China lead?', 'which industries does China lead?'],
  ["apart from baidu, alibaba and bytedance, who's building bots?", "who's building bots?"],
  ['apart from Baidu who makes chatbots', 'who makes chatbots'],
  ['Who backs Baichuan besides Alibaba?', 'Who backs Baichuan ?'],
  ['Money aside, what do startups lack?', 'what do startups lack?'],
  ['除了百度之外，还有谁做大模型？', '还有谁做大模型？'],
  ['撇开芯片不谈，中国缺什么', '中国缺什么'],
  ['Which companies stand beside Baidu?', 'Which companies stand beside Baidu?'],
  ['Is it true except in Shanghai', 'Is it true '],
  ['Which companies other than Huawei make chips?', 'Which companies  make chips?'],
  ['Who besides Baidu and Tencent makes chatbots?', 'Who  makes chatbots?'],
  ['除了百度还有谁做大模型？', '还有谁做大模型？'],
  ['没有例外吗？', '没有例外吗？'],
  ['不算贵吧？', '不算贵吧？'],
])('%s asks: %s', (text, question) => {
  expect(withoutExcluded(text).text).toBe(question);
});

test('what a question leaves out is told', () => {
  expect(withoutExcluded('Who besides Baidu and Moonshot AI makes chatbots?').leftOut).toEqual([
    'Baidu and Moonshot AI',
  ]);
  expect(withoutExcluded('除了百度之外，还有谁做大模型？').leftOut).toEqual(['百度']);
});
