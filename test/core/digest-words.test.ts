import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doubt, Wish } from '../../src/core/digest-wish.ts';
import { readWish } from '../../src/core/digest-words.ts';
import { languages } from '../../src/core/lang.ts';
import type { Weekday } from '../../src/core/subscription.ts';
import { wishWords } from '../../src/core/subscription-say.ts';
import { realMind } from '../support/mind.ts';

const mind = realMind();
const read = (words: string) => readWish(words, mind);

const weekly = (...days: Weekday[]) => ({ kind: 'weekly', days }) as const;
const fortnightly = (...days: Weekday[]) => ({ kind: 'fortnightly', days }) as const;
const monthly = (day: number) => ({ kind: 'monthly', day }) as const;
const daily = weekly(1, 2, 3, 4, 5, 6, 7);
const workdays = weekly(1, 2, 3, 4, 5);

describe('days, in either language, are understood', () => {
  test.each<[string, Wish['pace']]>([
    ['monday', weekly(1)],
    ['Mon', weekly(1)],
    ['Mon.', weekly(1)],
    ['TUESDAYS', weekly(2)],
    ['weds', weekly(3)],
    ['thurs', weekly(4)],
    ['every friday', weekly(5)],
    ['weekly on saturday', weekly(6)],
    ['mondays and thursdays', weekly(1, 4)],
    ['fri, mon', weekly(1, 5)],
    ['mon/wed/fri', weekly(1, 3, 5)],
    ['mon-fri', workdays],
    ['Monday through Thursday', weekly(1, 2, 3, 4)],
    ['fri to mon', weekly(1, 5, 6, 7)],
    ['weekdays', workdays],
    ['every weekday', workdays],
    ['on working days', workdays],
    ['weekends', weekly(6, 7)],
    ['daily', daily],
    ['every day', daily],
    ['fortnightly friday', fortnightly(5)],
    ['every other friday', fortnightly(5)],
    ['biweekly tue', fortnightly(2)],
    ['every two weeks on monday and wednesday', fortnightly(1, 3)],
    ['monthly 1', monthly(1)],
    ['monthly on the 15th', monthly(15)],
    ['on the 2nd of each month', monthly(2)],
    ['every month on day 31', monthly(31)],
    ['last day of the month', monthly(31)],
    ['周一', weekly(1)],
    ['星期二', weekly(2)],
    ['礼拜三', weekly(3)],
    ['禮拜天', weekly(7)],
    ['週日', weekly(7)],
    ['每周四', weekly(4)],
    ['每个星期五', weekly(5)],
    ['周一、周三和周五', weekly(1, 3, 5)],
    ['周一三五', weekly(1, 3, 5)],
    ['周一至周五', workdays],
    ['周末', weekly(6, 7)],
    ['每天', daily],
    ['每日', daily],
    ['工作日', workdays],
    ['每个工作日', workdays],
    ['隔周周五', fortnightly(5)],
    ['隔周五', fortnightly(5)],
    ['双周 周一', fortnightly(1)],
    ['每两周一次，周二', fortnightly(2)],
    ['每隔一周周三', fortnightly(3)],
    ['每月 1 日', monthly(1)],
    ['每月15号', monthly(15)],
    ['每个月二十八号', monthly(28)],
    ['每月最后一天', monthly(31)],
    ['月底', monthly(31)],
  ])('%j', (words, pace) => {
    expect(read(`${words} 07:30`)).toMatchObject({ kind: 'wish', wish: { pace, time: '07:30' } });
    expect(read(`07:30 ${words}`)).toMatchObject({ kind: 'wish', wish: { pace, time: '07:30' } });
  });
});

describe('times, in either language, are understood', () => {
  test.each([
    ['09:00', '09:00'],
    ['9:05', '09:05'],
    ['9.30', '09:30'],
    ['9', '09:00'],
    ['at 9', '09:00'],
    ['at 17', '17:00'],
    ['0930', '09:30'],
    ['17h', '17:00'],
    ["6 o'clock", '06:00'],
    ['9am', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30 pm', '21:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:30 pm', '12:30'],
    ['7 in the evening', '19:00'],
    ['morning at 8', '08:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['9点', '09:00'],
    ['9 點', '09:00'],
    ['九点半', '09:30'],
    ['上午9点', '09:00'],
    ['早上八点一刻', '08:15'],
    ['下午3点15分', '15:15'],
    ['下午十五点', '15:00'],
    ['晚上8点半', '20:30'],
    ['晚上12点', '00:00'],
    ['凌晨一点', '01:00'],
    ['夜里两点', '02:00'],
    ['11 at night', '23:00'],
    ['中午', '12:00'],
    ['中午1点', '13:00'],
    ['二十三点五十分', '23:50'],
    ['早上9：30', '09:30'],
    ['20时', '20:00'],
  ])('%j is %s', (words, time) => {
    expect(read(`friday ${words}`)).toMatchObject({ kind: 'wish', wish: { time } });
    expect(read(`${words} 周五`)).toMatchObject({ kind: 'wish', wish: { pace: weekly(5), time } });
  });

  test.each(['25:00', '9:75', '13am', '晚上25点', 'at 24', '9点61分'])(
    '%j is no time, and said to be none',
    (words) => {
      expect(read(`monday ${words}`)).toMatchObject({ kind: 'unclear', doubts: [{ kind: 'no-time' }] });
    },
  );
});

describe('zones are understood by their names and by cities that mean no other', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['asia/kathmandu', 'Asia/Kathmandu'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['New York time', 'America/New_York'],
    ['San Francisco', 'America/Los_Angeles'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['Port-au-Prince', 'America/Port-au-Prince'],
    ['Beijing', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['台北', 'Asia/Taipei'],
    ['紐約', 'America/New_York'],
  ])('%j is %s', (words, zone) => {
    expect(read(`monday 09:00 ${words} chips`)).toMatchObject({ kind: 'wish', wish: { zone, topics: ['chips'] } });
    expect(read(`${words} 周一9点`)).toMatchObject({ kind: 'wish', wish: { zone } });
  });

  test.each<[string, Doubt]>([
    ['Europe/Berln', { kind: 'no-zone', zones: ['Europe/Berlin'] }],
    ['Mars/Olympus', { kind: 'unknown', said: 'mars', zones: expect.any(Array) }],
    ['CET', { kind: 'no-zone', zones: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid'] }],
    ['EST', { kind: 'no-zone', zones: ['America/New_York'] }],
    ['UTC+8', { kind: 'no-zone', zones: [] }],
    ['+08:00', { kind: 'no-zone', zones: [] }],
    ['Bejing', { kind: 'unknown', said: 'bejing', zones: ['Asia/Shanghai'] }],
  ])('%j is refused, with what may be meant', (words, doubt) => {
    const wish = read(`monday 09:00 ${words}`);
    expect(wish).toMatchObject({ kind: 'unclear', heard: { pace: weekly(1), time: '09:00' } });
    expect(wish.kind === 'unclear' && wish.doubts[0]).toMatchObject(doubt);
  });
});

describe('topics, language and quiet periods may stand anywhere', () => {
  test.each<[string, Partial<Wish>]>([
    ['monday 9', { topics: [], lang: undefined, quiet: undefined }],
    ['monday 9 chips', { topics: ['chips'] }],
    ['GPUs and large language models monday 9', { topics: ['models', 'chips'] }],
    ['monday chips, talent 9am in english', { topics: ['chips', 'talent'], lang: 'en' }],
    ['monday 9 us-china gap zh', { topics: ['gap'], lang: 'zh' }],
    ['monday 9 in chinese, skip quiet weeks', { lang: 'zh', quiet: 'skip' }],
    ['monday 9 all topics say so', { topics: [], quiet: 'say-so' }],
    ['topics: chips; day: monday; time: 9:00; quiet: say-so', { topics: ['chips'], quiet: 'say-so' }],
    ['周一9点芯片和人才中文跳过', { topics: ['chips', 'talent'], lang: 'zh', quiet: 'skip' }],
    ['周一 9点 晶片、開源 英文 说明', { topics: ['models', 'chips'], lang: 'en', quiet: 'say-so' }],
    ['周一 9点 全部话题', { topics: [] }],
    ['Please post the digest every monday at 9 in this channel, about data', { topics: ['data'] }],
  ])('%j', (words, wish) => {
    expect(read(words)).toMatchObject({ kind: 'wish', wish });
  });
});

describe('what is missing or not clear is said', () => {
  test.each<[string, Doubt[]]>([
    [
      '',
      [
        { kind: 'missing', what: 'day' },
        { kind: 'missing', what: 'time' },
      ],
    ],
    ['monday', [{ kind: 'missing', what: 'time' }]],
    ['09:00', [{ kind: 'missing', what: 'day' }]],
    ['weekly 9am', [{ kind: 'missing', what: 'weekday' }]],
    ['fortnightly 9am', [{ kind: 'missing', what: 'weekday' }]],
    ['monthly 9am', [{ kind: 'missing', what: 'month-day' }]],
    ['monthly 32 9am', [{ kind: 'missing', what: 'month-day' }]],
    ['monthly 1st 3rd 9am', [{ kind: 'several', what: 'month-day' }]],
    ['2nd monday of the month 9am', [{ kind: 'weekday-of-month' }]],
    ['monday 9 10', [{ kind: 'several', what: 'time' }]],
    ['monday 9 berlin paris', [{ kind: 'several', what: 'zone' }]],
    ['monday 9 english chinese', [{ kind: 'several', what: 'lang' }]],
    ['monday 9 skip say-so', [{ kind: 'several', what: 'quiet' }]],
    ['monday 9 chpis', [{ kind: 'unknown', said: 'chpis', near: 'chips', zones: [] }]],
    [
      'mnoday 9',
      [
        { kind: 'unknown', said: 'mnoday', near: 'monday', zones: [] },
        { kind: 'missing', what: 'day' },
      ],
    ],
    ['monday 9 qwertz asdf yxcv', [{ kind: 'unknown', said: 'qwertz asdf yxcv', near: undefined, zones: [] }]],
    ['周一 9点 咖啡', [{ kind: 'unknown', said: '咖啡', near: undefined, zones: [] }]],
    [
      'every other day at 9',
      [expect.objectContaining({ kind: 'unknown', said: 'other' }), { kind: 'missing', what: 'day' }],
    ],
    [`monday 9 ${'chips '.repeat(50)}`, [{ kind: 'too-long' }]],
  ])('%j', (words, doubts) => {
    expect(read(words)).toMatchObject({ kind: 'unclear', doubts });
  });

  test('a word that was not understood comes back without anything that could ping, link or hide', () => {
    const got = read('monday 9 @everyone <!channel> <@U123> [x](http://example.com) \u202eabc_d\ne');
    const said =
      got.kind === 'unclear' ? got.doubts.flatMap((doubt) => (doubt.kind === 'unknown' ? doubt.said : [])) : [];
    expect(said).toEqual(['everyone', 'u123', 'x', 'http', 'example', 'com', 'abcd e']);
  });
});

const anyWish = fc.record({
  pace: fc.oneof(
    fc.record({
      kind: fc.constantFrom('weekly' as const, 'fortnightly' as const),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
    }),
    fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }) }),
  ),
  time: fc
    .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) })
    .map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
  topics: fc.subarray(
    mind.store.topics.map(({ id }) => id),
    { maxLength: 6 },
  ),
  lang: fc.constantFrom(...languages),
  quiet: fc.constantFrom('skip' as const, 'say-so' as const),
});

test('of many words that are not understood only the first are looked up: the others are merely named', () => {
  const got = read('monday 9 chpis, talnet, modles, outlok');
  expect(got.kind === 'unclear' && got.doubts).toMatchObject([
    { said: 'chpis', near: 'chips' },
    { said: 'talnet', near: 'talent' },
    { said: 'modles', near: 'models' },
    { said: 'outlok', near: undefined, zones: [] },
  ]);
});

test('a wish said in the bot’s own words, of either language, is understood as it was meant', () => {
  fc.assert(
    fc.property(anyWish, fc.constantFrom(...languages), (wish, lang) => {
      expect(read(wishWords(wish, lang, mind.store))).toEqual({ kind: 'wish', wish });
    }),
  );
});

test('the order of the words makes no difference', () => {
  const words = ['every monday', 'at 9:30', 'Europe/Berlin', 'chips', 'talent', 'english', 'skip'];
  const meant = read(words.join(' '));
  expect(meant).toMatchObject({ kind: 'wish', wish: { pace: weekly(1), topics: ['chips', 'talent'] } });
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
      expect(read(shuffled.join(' '))).toEqual(meant);
    }),
  );
});

test('anything may be said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (words) => {
      expect(['wish', 'unclear']).toContain(read(words).kind);
    }),
  );
});
