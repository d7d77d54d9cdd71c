/** The loopback Web API refuses what Slack refuses, and keeps what it takes. */
import { expect, test } from 'vitest';
import { ready } from './slack-client.ts';
import { long, plain, section } from './slack-samples.ts';
import type { Fields } from './slack-schema.ts';

test.each<[string, string, Fields]>([
  ['no_text', 'chat.postMessage', { channel: 'C1' }],
  ['no_text', 'chat.postMessage', { channel: 'C1', blocks: [section('x')] }],
  ['msg_too_long', 'chat.postMessage', { channel: 'C1', text: long(40_001) }],
  [
    'msg_blocks_too_long',
    'chat.postMessage',
    { channel: 'C1', text: 'x', blocks: [1, 2, 3, 4].map(() => section(long(2500))) },
  ],
  ['invalid_blocks_format', 'chat.postMessage', { channel: 'C1', text: 'x', blocks: '[{' }],
  ['invalid_arguments', 'chat.postMessage', { text: 'x' }],
  ['channel_not_found', 'chat.postMessage', { channel: 'C404', text: 'x' }],
  ['channel_not_found', 'chat.postMessage', { channel: 'GAWAY', text: 'x' }],
  ['not_in_channel', 'chat.postMessage', { channel: 'CAWAY', text: 'x' }],
  ['is_archived', 'chat.postMessage', { channel: 'CSHUT', text: 'x' }],
  ['thread_not_found', 'chat.postMessage', { channel: 'C1', text: 'x', thread_ts: '1.000001' }],
  ['invalid_thread_ts', 'chat.postMessage', { channel: 'C1', text: 'x', thread_ts: 'soon' }],
  [
    'invalid_metadata_format',
    'chat.postMessage',
    { channel: 'C1', text: 'x', metadata: { event_type: 'a.b', event_payload: {} } },
  ],
  ['invalid_metadata_schema', 'chat.postMessage', { channel: 'C1', text: 'x', metadata: { event_type: 'a' } }],
  [
    'metadata_too_large',
    'chat.postMessage',
    { channel: 'C1', text: 'x', metadata: { event_type: 'a', event_payload: { x: long(8000) } } },
  ],
  ['user_not_in_channel', 'chat.postEphemeral', { channel: 'C1', user: 'U404', text: 'x' }],
  ['message_not_found', 'chat.update', { channel: 'C1', ts: '1.000001', text: 'x' }],
  ['message_not_found', 'chat.delete', { channel: 'C1', ts: '1.000001' }],
  ['user_not_found', 'users.info', { user: 'U404' }],
  ['user_not_found', 'conversations.open', { users: 'U404' }],
  ['not_in_channel', 'conversations.history', { channel: 'CAWAY' }],
  ['channel_not_found', 'conversations.info', { channel: 'GAWAY' }],
  ['invalid_cursor', 'conversations.history', { channel: 'C1', cursor: 'nonsense' }],
  ['invalid_ts_oldest', 'conversations.history', { channel: 'C1', oldest: 'yesterday' }],
  ['not_allowed_token_type', 'apps.connections.open', {}],
  ['unknown_method', 'chat.shout', {}],
])('%s is what %s says', async (error, method, args) => {
  const { slack, call } = await ready();
  expect(await call(method, args)).toMatchObject({ ok: false, error });
  expect(slack.refused).toMatchObject([{ what: method, error }]);
});

test.each([
  ['', 'not_authed'],
  ['xoxb-other', 'invalid_auth'],
  ['xapp-1-loopback', 'not_allowed_token_type'],
])('the token %j is met with %s', async (token, error) => {
  const { call } = await ready({}, token);
  expect(await call('auth.test')).toMatchObject({ error });
});

test('an uninstalled app is told account_inactive', async () => {
  const { slack, call } = await ready();
  await slack.uninstall();
  expect(await call('chat.postMessage', { channel: 'C1', text: 'x' })).toMatchObject({ error: 'account_inactive' });
});

test('a method without its scope says which one it needs', async () => {
  const { slack, call } = await ready({ scopes: ['chat:write', 'channels:read'] });
  slack.channel('G1', { kind: 'groups' });
  const denied = { error: 'missing_scope', provided: 'chat:write,channels:read' };
  expect(await call('users.info', { user: 'U1' })).toMatchObject({ ...denied, needed: 'users:read' });
  expect(await call('conversations.history', { channel: 'C1' })).toMatchObject({
    ...denied,
    needed: 'channels:history',
  });
  expect(await call('conversations.info', { channel: 'G1' })).toMatchObject({ ...denied, needed: 'groups:read' });
  expect(await call('conversations.info', { channel: 'C1' })).toMatchObject({ ok: true });
});

test('the app may change and delete its own messages only', async () => {
  const { slack, call } = await ready();
  const { ts } = await call('chat.postMessage', { channel: 'C1', text: 'one' });
  expect(await call('chat.update', { channel: 'C1', ts, text: long(4001) })).toMatchObject({ error: 'msg_too_long' });
  expect(await call('chat.update', { channel: 'C1', ts, text: 'two' })).toMatchObject({ ok: true, ts, text: 'two' });
  expect(slack.messages('C1')).toMatchObject([{ text: 'two', via: 'chat.update' }]);
  await slack.archive('C1');
  expect(await call('chat.update', { channel: 'C1', ts, text: 'three' })).toMatchObject({ error: 'is_inactive' });
  expect(await call('chat.delete', { channel: 'C1', ts })).toMatchObject({ ok: true });
  expect(slack.messages('C1')).toEqual([]);
  const theirs = slack.workspace.add({ channel: 'C1', user: 'U1', text: 'mine', via: 'person' });
  expect(await call('chat.delete', { channel: 'C1', ts: theirs.ts })).toMatchObject({ error: 'cant_delete_message' });
});

test('history goes from new to old in pages, leaves threads out and keeps metadata back unless asked', async () => {
  const { call } = await ready();
  const stamps: unknown[] = [];
  for (const name of ['a', 'b', 'c']) {
    const metadata = { event_type: 'digest', event_payload: { name } };
    stamps.push((await call('chat.postMessage', { channel: 'C1', text: name, metadata })).ts);
  }
  await call('chat.postMessage', { channel: 'C1', text: 'reply', thread_ts: stamps[0] });
  await call('chat.postEphemeral', { channel: 'C1', text: 'psst', user: 'U1' });
  const first = await call('conversations.history', { channel: 'C1', limit: 2, include_all_metadata: true });
  expect(first).toMatchObject({
    has_more: true,
    messages: [{ text: 'c', metadata: { event_payload: { name: 'c' } }, bot_id: 'B0GENAIBOT' }, { text: 'b' }],
  });
  const { next_cursor } = first.response_metadata as Fields;
  const rest = await call('conversations.history', { channel: 'C1', limit: 2, cursor: next_cursor });
  expect(rest).toMatchObject({ has_more: false, messages: [{ text: 'a', metadata: { event_type: 'digest' } }] });
  expect(JSON.stringify(rest)).not.toContain('event_payload');
  const since = async (inclusive: boolean): Promise<unknown> =>
    (await call('conversations.history', { channel: 'C1', oldest: stamps[1], inclusive })).messages;
  expect(await since(false)).toMatchObject([{ text: 'c' }]);
  expect(await since(true)).toMatchObject([{ text: 'c' }, { text: 'b' }]);
  expect([...stamps].sort()).toEqual(stamps);
  expect(stamps.every((ts) => /^\d{10}\.\d{6}$/.test(String(ts)))).toBe(true);
});

test('people and channels are described as Slack does', async () => {
  const { call } = await ready();
  const plainUser = (await call('users.info', { user: 'U1' })).user;
  expect(plainUser).toMatchObject({ tz: 'Asia/Shanghai', is_admin: true, is_owner: false });
  expect(plainUser).not.toHaveProperty('locale');
  expect((await call('users.info', { user: 'U1', include_locale: true })).user).toMatchObject({ locale: 'zh-CN' });
  expect((await call('conversations.info', { channel: 'C1' })).channel).toMatchObject({
    creator: 'U1',
    is_member: true,
  });
  expect((await call('conversations.info', { channel: 'CAWAY' })).channel).toMatchObject({ is_member: false });
  expect((await call('conversations.members', { channel: 'C1' })).members).toEqual(['U0GENAIBOT', 'U1', 'U2']);
  expect((await call('conversations.open', { users: 'U1' })).channel).toEqual({ id: 'D1' });
  expect(await call('chat.postMessage', { channel: 'U1', text: 'hi' })).toMatchObject({ channel: 'D1' });
});

test('a trigger opens one view, soon', async () => {
  const { slack, call } = await ready();
  const view = { type: 'modal', title: plain('Subscribe'), blocks: [section('x')] };
  const trigger_id = slack.workspace.triggers.make();
  expect(await call('views.open', { trigger_id, view: { ...view, title: plain(long(25)) } })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
  });
  expect(await call('views.open', { trigger_id, view })).toMatchObject({ ok: true, view: { callback_id: '' } });
  expect(await call('views.open', { trigger_id, view })).toMatchObject({ error: 'exchanged_trigger_id' });
  expect(await call('views.open', { trigger_id: 'made.up', view })).toMatchObject({ error: 'invalid_trigger_id' });
});
