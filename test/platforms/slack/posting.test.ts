/** Posting a digest, and looking for one whose reply was lost. */
import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { findPost } from '../../../src/platforms/slack/find-post.ts';
import { createPosting } from '../../../src/platforms/slack/posting.ts';
import { onceOnly, readingClient } from '../../../src/platforms/slack/sdk.ts';
import type { Slack } from '../../loopback/slack.ts';
import type { Plan } from '../../loopback/slack-failures.ts';
import { aPlatform, aWorkspace, nowhere } from './bot.ts';
import { aReply } from './replies.ts';

const to = { workspace: 'T0LOOPBACK', channel: 'C1' };
const digest = aReply({ kind: 'digest' });
const minuteAgo = () => Date.now() - 60_000;
const posts = (slack: Slack) => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;

test('a digest is posted with its delivery id, unfurls nothing, and is found by the id', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  const outcome = await platform.post(to, digest, 'd-1');
  const [message] = slack.messages('C1');
  expect(outcome).toEqual({ kind: 'posted', message: message?.ts });
  expect(message).toMatchObject({
    metadata: { event_type: 'genai_digest', event_payload: { delivery_id: 'd-1' } },
    args: { unfurl_links: false, unfurl_media: false },
  });
  expect(JSON.stringify(message?.blocks)).not.toContain('share-');
  expect(await platform.findPost(to, 'd-1', minuteAgo())).toEqual(outcome && { kind: 'found', message: message?.ts });
  expect(await platform.findPost(to, 'd-2', minuteAgo())).toEqual({ kind: 'absent' });
});

test.each<[Plan, object, number]>([
  ['lost-reply', { kind: 'uncertain', reason: 'no answer from Slack (other side closed)' }, 1],
  ['half-reply', { kind: 'uncertain', reason: 'no answer from Slack (other side closed)' }, 1],
  ['cut-before', { kind: 'uncertain', reason: 'no answer from Slack (other side closed)' }, 0],
  ['500-after', { kind: 'uncertain', reason: 'Slack answered HTTP 500' }, 1],
  ['500-before', { kind: 'uncertain', reason: 'Slack answered HTTP 500' }, 0],
  [{ error: 'fatal_error' }, { kind: 'uncertain', reason: 'Slack failed (fatal_error)' }, 0],
  [{ error: 'internal_error' }, { kind: 'uncertain', reason: 'Slack failed (internal_error)' }, 0],
  [{ error: '<html>Bad gateway</html>' }, { kind: 'uncertain', reason: 'the answer was not one of Slack’s' }, 0],
  [{ rateLimit: 7 }, { kind: 'wait', ms: 7000 }, 0],
  [{ error: 'ratelimited' }, { kind: 'wait', ms: 30_000 }, 0],
  [{ error: 'is_archived' }, { kind: 'refused', permanent: true, reason: 'the channel is archived (is_archived)' }, 0],
  [
    { error: 'missing_scope' },
    { kind: 'refused', permanent: true, reason: expect.stringMatching(/lacks the permission/) },
    0,
  ],
  [
    { error: 'token_revoked' },
    { kind: 'refused', permanent: true, reason: expect.stringMatching(/install it again \(token_revoked\)/) },
    0,
  ],
  [{ error: 'restricted_action' }, { kind: 'refused', permanent: true, reason: expect.stringMatching(/settings/) }, 0],
  [{ error: 'invalid_blocks' }, { kind: 'refused', permanent: false, reason: 'Slack refused it (invalid_blocks)' }, 0],
])('a post that meets %j is tried once, and what became of it is told truly', async (plan, outcome, standing) => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  slack.failNext(plan);
  expect(await platform.post(to, digest, 'd-1')).toEqual(outcome);
  expect(slack.messages('C1')).toHaveLength(standing);
  expect(posts(slack)).toBe(1);
});

test.each<Plan>(['hang', 'hang-after'])('a post that meets %s is given up, and may stand', async (plan) => {
  const slack = await aWorkspace();
  slack.failNext(plan);
  const posting = new webApi.WebClient(slack.botToken, { ...onceOnly(slack), timeout: 400 });
  const { post } = createPosting({ posting, reading: readingClient(slack), turn: async () => undefined });
  expect(await post(to, digest, 'd-1')).toMatchObject({ kind: 'uncertain' });
  expect(posts(slack)).toBe(1);
});

test.each(['{}', '[]', 'null?', '<p>Sign in to the hotel Wi-Fi', '{"ok":true}'])(
  'an answer that is not Slack’s (%s) leaves it open whether the post stands',
  async (body) => {
    const posting = new webApi.WebClient('xoxb-loopback', {
      ...onceOnly({ apiUrl: 'http://x/' }),
      fetch: async () => new Response(body),
    });
    const { post } = createPosting({ posting, reading: posting, turn: async () => undefined });
    expect(await post(to, digest, 'd-1')).toMatchObject({ kind: 'uncertain' });
  },
);

test.each<[string, RegExp]>([
  ['C404', /no such channel/],
  ['CAWAY', /\/invite/],
  ['CSHUT', /archived/],
])('a digest for %s is refused for good, with a reason that people understand', async (channel, reason) => {
  const slack = await aWorkspace();
  slack.channel('CAWAY', { member: false });
  slack.channel('CSHUT', { archived: true });
  const outcome = await aPlatform(slack).platform.post({ ...to, channel }, digest, 'd-1');
  expect(outcome).toMatchObject({ kind: 'refused', permanent: true, reason: expect.stringMatching(reason) });
});

test('without the right to write, the reason names the permission', async () => {
  const slack = await aWorkspace({ scopes: [] });
  expect(await aPlatform(slack).platform.post(to, digest, 'd-1')).toMatchObject({
    kind: 'refused',
    permanent: true,
    reason: 'the app lacks the permission chat:write: add it and install the app again',
  });
});

test('where Slack cannot be reached at all, nothing was sent and it can be tried later', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack, { apiUrl: `${await nowhere()}/api/` });
  expect(await platform.post(to, digest, 'd-1')).toEqual({ kind: 'wait', ms: 30_000 });
});

test('a digest whose reply was lost is found on the platform, among newer messages and pages', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  slack.failNext('lost-reply');
  const before = Date.now();
  expect(await platform.post(to, digest, 'd-1')).toMatchObject({ kind: 'uncertain' });
  const [message] = slack.messages('C1');
  for (let n = 0; n < 450; n++) slack.workspace.add({ channel: 'C1', user: 'U1', text: `${n}`, via: 'person' });
  expect(await platform.findPost(to, 'd-1', before)).toEqual({ kind: 'found', message: message?.ts });
  expect(slack.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(3);
  expect(await platform.findPost(to, 'd-2', before)).toEqual({ kind: 'absent' });
});

test('a digest is found although our clock is half an hour ahead of Slack’s', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  const outcome = await platform.post(to, digest, 'd-1');
  expect(await platform.findPost(to, 'd-1', Date.now() + 1_800_000)).toMatchObject({ ...outcome, kind: 'found' });
});

test('what others mark with the same id is not taken for a digest', async () => {
  const slack = await aWorkspace();
  const metadata = { event_type: 'other', event_payload: { delivery_id: 'd-1' } };
  slack.workspace.add({ channel: 'C1', user: 'U1', text: 'x', via: 'person', metadata });
  expect(await aPlatform(slack).platform.findPost(to, 'd-1', minuteAgo())).toEqual({ kind: 'absent' });
});

test.each<[Plan, RegExp, boolean]>([
  [{ error: 'not_in_channel' }, /\/invite/, false],
  [{ error: 'missing_scope' }, /lacks the permission/, false],
  [{ rateLimit: 60 }, /slow down/, true],
])(
  'where a look meets %j, the bot says that it cannot look, and whether that passes',
  async (plan, reason, isPassing) => {
    const slack = await aWorkspace();
    slack.failNext(plan, 'conversations.history');
    expect(await aPlatform(slack).platform.findPost(to, 'd-1', minuteAgo())).toEqual({
      kind: 'cannot-look',
      reason: expect.stringMatching(reason),
      isPassing,
    });
  },
);

test.each<Plan>(['cut-before', { rateLimit: 0 }])('a look that meets %j is repeated', async (plan) => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  const outcome = await platform.post(to, digest, 'd-1');
  slack.failNext(plan, 'conversations.history');
  expect(await platform.findPost(to, 'd-1', minuteAgo())).toMatchObject({ ...outcome, kind: 'found' });
});

test('a part of the channel is not taken for the whole', async () => {
  const fetch = async () => Response.json({ ok: true, messages: [], has_more: true });
  const client = new webApi.WebClient('xoxb-loopback', { fetch });
  const lookup = { channel: 'C1', deliveryId: 'd-1', since: 0, turn: async () => {} };
  expect(await findPost(client, lookup)).toMatchObject({ kind: 'cannot-look' });
});

test('each page of a look waits for its turn', async () => {
  const steps: string[] = [];
  const pages = [{ has_more: true, response_metadata: { next_cursor: 'c' } }, {}];
  const fetch = async () => {
    steps.push('page');
    return Response.json({ ok: true, messages: [], ...pages.shift() });
  };
  const turn = async () => void steps.push('turn');
  const client = new webApi.WebClient('xoxb-loopback', { fetch });
  expect(await findPost(client, { channel: 'C1', deliveryId: 'd-1', since: 0, turn })).toEqual({ kind: 'absent' });
  expect(steps).toEqual(['turn', 'page', 'turn', 'page']);
});

test('a burst of posts fills the minute of the workspace, and then there is no room; each channel has a line of its own', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  const begun: string[] = [];
  const wait = (name: string, turn: Promise<void>) => turn.then(() => begun.push(name));
  await wait('C1', platform.room(to));
  void wait('C1 again', platform.room(to));
  await wait('C2', platform.room({ ...to, channel: 'C2' }));
  for (let count = 0; count < 12; count++) await platform.post(to, digest, `d-${count}`);
  await wait('room', Promise.race([platform.room(), new Promise<void>((resolve) => setImmediate(resolve))]));
  void platform.post(to, digest, 'd-12');
  await new Promise((resolve) => setImmediate(resolve));
  expect(posts(slack)).toBe(12);
  expect(begun).toEqual(['C1', 'C2', 'room']);
});

test('a person is told in their direct messages', async () => {
  const slack = await aWorkspace();
  expect(await aPlatform(slack).platform.tell('U1', digest, to.workspace)).toMatchObject({ kind: 'posted' });
  expect(slack.messages('D1')).toHaveLength(1);
});

test.each<[Plan, string | undefined, object]>([
  ['lost-reply', undefined, { kind: 'uncertain' }],
  [{ error: 'user_disabled' }, 'conversations.open', { kind: 'refused', permanent: true }],
  [{ error: 'fatal_error' }, 'conversations.open', { kind: 'refused', permanent: false }],
  [{ rateLimit: 3 }, 'conversations.open', { kind: 'wait', ms: 3000 }],
])('telling a person that meets %j (%s) is told truly', async (plan, method, outcome) => {
  const slack = await aWorkspace();
  slack.failNext(plan, method);
  expect(await aPlatform(slack).platform.tell('U1', digest, to.workspace)).toMatchObject(outcome);
});
