/** What Slack takes as a message, and in which words it refuses the rest. */
import { expect, test } from 'vitest';
import { ready } from './slack-client.ts';
import { actions, button, image, line, long, plain, rich, section, text } from './slack-samples.ts';

test('Slack takes a message of every block that the bot sends, at the limits', async () => {
  const { slack, call } = await ready();
  const blocks = [
    { type: 'header', text: plain(long(150)) },
    section(long(3000)),
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'as of today' }] },
    actions(button({ text: plain(long(75)), value: long(2000), action_id: long(255) }), button({ style: 'primary' })),
    image({ title: plain('Patents') }),
    { type: 'divider' },
    rich(
      line(
        text('中文'),
        { type: 'link', url: 'https://x.org/', text: '[1]', style: { bold: true } },
        { type: 'emoji', name: 'cn' },
      ),
      { type: 'rich_text_list', style: 'bullet', elements: [line(text('one'))], indent: 1 },
      { type: 'rich_text_quote', elements: [text('quoted')] },
      { type: 'rich_text_preformatted', elements: [text('code')] },
    ),
    ...Array.from({ length: 43 }, () => ({ type: 'divider' })),
  ];
  const metadata = { event_type: 'digest_posted', event_payload: { delivery_id: 'd1' } };
  expect(await call('chat.postMessage', { channel: 'C1', text: 'digest', blocks, metadata })).toMatchObject({
    ok: true,
  });
  expect(slack.messages('C1')).toMatchObject([{ text: 'digest', metadata, pings: [] }]);
  expect(slack.refused).toEqual([]);
});

test.each<[string, unknown[]]>([
  ['no more than 50 items allowed [json-pointer:/blocks]', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
  ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]', [section(long(3001))]],
  ['must be more than 0 characters [json-pointer:/blocks/0/text/text]', [section('')]],
  ['must define either `text` or `fields` [json-pointer:/blocks/0]', [{ type: 'section' }]],
  ['must be less than 151 characters [json-pointer:/blocks/0/text/text]', [{ type: 'header', text: plain(long(151)) }]],
  ['unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]', [{ type: 'header', text: section('x').text }]],
  [
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    [actions(button({ text: plain(long(76)) }))],
  ],
  [
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    [actions(button({ action_id: long(256) }))],
  ],
  [
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    [actions(button({ value: long(2001) }))],
  ],
  [
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))],
  ],
  ['action_id must be unique: go [json-pointer:/blocks/0/elements/1/action_id]', [actions(button(), button())]],
  ['invalid url [json-pointer:/blocks/0/elements/0/url]', [actions(button({ url: 'javascript:alert(1)' }))]],
  ['missing required field: alt_text [json-pointer:/blocks/0]', [image({ alt_text: undefined })]],
  [
    'downloading image failed [json-pointer:/blocks/0/image_url]',
    [image({ image_url: 'http://127.0.0.1:3000/a.png' })],
  ],
  ['unsupported type: carousel_of_dreams [json-pointer:/blocks/0/type]', [{ type: 'carousel_of_dreams' }]],
  ['missing required field: type [json-pointer:/blocks/0]', [{}]],
  [
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
  ],
  [
    'block_id must be unique: b [json-pointer:/blocks/1/block_id]',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
  ],
  ['no fewer than 1 items allowed [json-pointer:/blocks/0/elements]', [rich()]],
  ['unsupported type: text [json-pointer:/blocks/0/elements/0/type]', [rich(text('bare'))]],
  ['must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]', [rich(line(text('')))]],
  [
    'unsupported type: bold [json-pointer:/blocks/0/elements/0/elements/0/type]',
    [rich(line({ type: 'bold', text: 'x' }))],
  ],
  [
    'missing required field: url [json-pointer:/blocks/0/elements/0/elements/0]',
    [rich(line({ type: 'link', text: 'x' }))],
  ],
  [
    'must be one of: bullet, ordered [json-pointer:/blocks/0/elements/0/style]',
    [rich({ type: 'rich_text_list', style: 'dash', elements: [line(text('x'))] })],
  ],
  [
    'unsupported type: text [json-pointer:/blocks/0/elements/0/elements/0/type]',
    [rich({ type: 'rich_text_list', style: 'bullet', elements: [text('x')] })],
  ],
])('blocks are refused: %s', async (problem, blocks) => {
  const { slack, call } = await ready();
  expect(await call('chat.postMessage', { channel: 'C1', text: 'x', blocks })).toMatchObject({
    ok: false,
    error: 'invalid_blocks',
    errors: [problem],
    response_metadata: { messages: [`[ERROR] ${problem}`] },
  });
  expect(slack.messages()).toEqual([]);
});

test('a message that would ping someone is marked', async () => {
  const { slack, call } = await ready();
  const blocks = [
    rich(line({ type: 'broadcast', range: 'here' }, text('<!channel> is plain here'))),
    section('hi <@U2>'),
  ];
  await call('chat.postMessage', { channel: 'C1', text: '<!everyone>', blocks });
  expect(slack.messages('C1')[0]?.pings).toEqual(['<!everyone>', '@here', '<@U2>']);
});
