/** A reply of every kind, made by the core from the real facts. */
import { expect } from 'vitest';
import { notice } from '../../src/core/compose.ts';
import { previewOf } from '../../src/core/digest-preview.ts';
import type { Lang, Localized } from '../../src/core/lang.ts';
import type { Mind } from '../../src/core/mind.ts';
import { parse } from '../../src/core/parse.ts';
import { phrases } from '../../src/core/phrases.ts';
import type { Reply, ReplyKind } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { defaults, makeSubscription } from '../../src/core/subscription-make.ts';

/** What is said to get it; a kind that is missing does not compile. */
const said: Readonly<Record<Exclude<ReplyKind, 'digest' | 'notice'>, Localized>> = {
  answer: { en: 'how many LLMs has China?', zh: '中国有多少个大模型？' },
  unknown: { en: 'how do I bake bread?', zh: '今天晚上吃什么？' },
  briefing: { en: 'chips', zh: '芯片' },
  about: { en: 'about Baidu', zh: '介绍 百度' },
  timeline: { en: 'timeline', zh: '时间线' },
  disputes: { en: 'disputes', zh: '分歧' },
  sources: { en: 'sources', zh: '来源' },
  why: { en: 'why imd-2024/private-investment-2023', zh: '依据 imd-2024/private-investment-2023' },
  topics: { en: 'topics', zh: '话题' },
  help: { en: 'help', zh: '帮助' },
};

/** A Wednesday. */
const now = Date.parse('2026-12-02T10:00:00Z');

export function replyOfEveryKind(mind: Mind, lang: Lang): Reply[] {
  const { store, book } = mind;
  const replies = Object.entries(said).map(([kind, texts]) => {
    const request = parse(texts[lang], store, book);
    if (request.command === 'digest') throw new Error(`${texts[lang]} is about digests`);
    const { reply } = respond({ request, lang, text: texts[lang] }, mind);
    expect(reply.kind).toBe(kind);
    return reply;
  });
  const place = { platform: 'any', workspace: 'any', channel: 'any' };
  const subscription = makeSubscription({ ...defaults, topics: [], lang }, { id: 'any', place, madeBy: 'any', now });
  const digest = previewOf(subscription, { store, told: new Set(), now }).reply;
  return [...replies, digest, notice(lang, phrases[lang].wentWrongTitle, { text: phrases[lang].wentWrong('id-1') })];
}
