import { describe, expect, test } from 'vitest';
import { clickAsk, commandAsk, mentionAsk, messageAsk, shareAsk } from '../../../src/platforms/slack/to-ask.ts';

const said = { channel: 'C1', ts: '17.000001', user: 'U1', text: '<@U0BOT> chips' };
const command = { trigger_id: '1.2.abc', text: 'chips', team_id: 'T1', channel_id: 'C1', user_id: 'U1' };
const click = {
  trigger_id: '3.4.def',
  user: { id: 'U2' },
  container: { channel_id: 'C1', message_ts: '18.000001' },
  actions: [{ action_id: 'ask-0', value: 'chips 2' }],
};

test.each<[string, string]>([
  ['<@U0BOT> how many LLMs has China?', 'how many LLMs has China?'],
  ['what of <@U0BOT>chips', 'what of chips'],
  ['R&amp;D &lt;3 &gt; 2', 'R&D <3 > 2'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['see <https://x.example/?a=1&amp;b=2>', 'see https://x.example/?a=1&b=2'],
  ['see <https://x.example|the report>', 'see the report'],
  ['write to <mailto:a@x.example|a@x.example>', 'write to a@x.example'],
  ['<!channel> and <!here> and <!everyone>', '@channel and @here and @everyone'],
  ['<!subteam^S1|@analysts> chips', '@analysts chips'],
  ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
  ['ask <@U2|ann> in <#C1|general>', 'ask @ann in #general'],
  ['ask <@U2> in <#C1|>', 'ask in'],
  ['芯片  出口\n管制', '芯片 出口\n管制'],
  ['is 3 < 4 > 2', 'is 3 < 4 > 2'],
  ['', ''],
])('of %j the bot understands %j', (text, understood) => {
  expect(mentionAsk({ ...said, text }, 'T1')?.text).toBe(understood);
});

describe('where an ask comes from and who sees the answer', () => {
  const place = { platform: 'slack', workspace: 'T1', channel: 'C1', user: 'U1' };

  test('a command is private to the asker', () => {
    expect(commandAsk(command)).toEqual({
      id: '1.2.abc',
      text: 'chips',
      from: { ...place, thread: '' },
      audience: 'asker',
    });
  });

  test('a command in a direct conversation has nobody to share with', () => {
    expect(commandAsk({ ...command, channel_id: 'D1' }).audience).toBe('channel');
  });

  test.each<[string, object, string]>([
    ['a mention begins a thread', said, '17.000001'],
    ['a mention in a thread stays there', { ...said, thread_ts: '16.000001' }, '16.000001'],
  ])('%s', (_, spoken, thread) => {
    expect(mentionAsk({ ...said, ...spoken }, 'T1')).toEqual({
      id: 'C1:17.000001',
      text: 'chips',
      from: { ...place, thread },
      audience: 'channel',
    });
  });

  test.each<[string, object, string]>([
    ['a direct message is no thread', {}, ''],
    ['a direct message in a thread stays there', { thread_ts: '16.000001' }, '16.000001'],
  ])('%s', (_, spoken, thread) => {
    const ask = messageAsk({ ...said, channel: 'D1', ...spoken }, 'T1');
    expect(ask).toMatchObject({ from: { ...place, channel: 'D1', thread }, audience: 'channel' });
  });

  test('a click is answered to the one who clicked, in the thread of the button', () => {
    const from = { ...place, user: 'U2', thread: '' };
    expect(clickAsk(click, 'T1')).toEqual({ id: '3.4.def', text: 'chips 2', from, audience: 'asker' });
    const inThread = { ...click, container: { ...click.container, thread_ts: '16.000001' } };
    expect(clickAsk(inThread, 'T1').from.thread).toBe('16.000001');
  });

  test('a button without a value asks for nothing, which is help', () => {
    expect(clickAsk({ ...click, actions: [{ action_id: 'ask-0' }] }, 'T1').text).toBe('');
  });
});

test('one message heard as a mention and as a message is one ask', () => {
  expect(mentionAsk(said, 'T1')?.id).toBe(messageAsk(said, 'T1')?.id);
});

test('each click asks again, but a reply is shared once', () => {
  const again = { ...click, trigger_id: '5.6.ghi' };
  expect(clickAsk(click, 'T1').id).not.toBe(clickAsk(again, 'T1').id);
  expect(shareAsk(click, 'T1').id).toBe(shareAsk(again, 'T1').id);
  expect(shareAsk(click, 'T1').audience).toBe('channel');
});

test.each<[string, object]>([
  ['of a bot', { bot_id: 'B1' }],
  ['that was edited', { edited: { user: 'U1', ts: '18.000001' } }],
  ['that tells of an edit', { subtype: 'message_changed' }],
  ['that tells of a deletion', { subtype: 'message_deleted' }],
  ['of an integration', { subtype: 'bot_message' }],
  ['that tells who joined', { subtype: 'channel_join' }],
  ['of nobody', { user: undefined }],
])('a message %s is not answered', (_, more) => {
  expect(mentionAsk({ ...said, ...more }, 'T1')).toBeUndefined();
  expect(messageAsk({ ...said, ...more }, 'T1')).toBeUndefined();
});

test.each(['file_share', 'thread_broadcast'])('what a person says as %s is answered', (subtype) => {
  expect(messageAsk({ ...said, subtype }, 'T1')?.text).toBe('chips');
});
