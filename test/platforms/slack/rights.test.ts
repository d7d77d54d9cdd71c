import { expect, test } from 'vitest';
import { aPlatform, aWorkspace } from './bot.ts';

const place = { platform: 'slack', workspace: 'T0LOOPBACK', channel: 'C1', thread: '', user: 'U2' };

async function channels() {
  const slack = await aWorkspace();
  slack.user('UADMIN', { admin: true });
  slack.user('UOWNER', { owner: true });
  slack.channel('GAWAY', { kind: 'groups', member: false });
  return slack;
}

test.each<[string, object, boolean]>([
  ['who made the channel', { user: 'U1' }, true],
  ['an administrator of the workspace', { user: 'UADMIN' }, true],
  ['an owner of the workspace', { user: 'UOWNER' }, true],
  ['a manager named by the operator', { user: 'UBOSS' }, true],
  ['anyone in their own direct messages', { channel: 'D2' }, true],
  ['a plain member', {}, false],
])('%s may manage a channel’s digests: %j is %s', async (_, over, may) => {
  const { platform } = aPlatform(await channels(), { managers: ['UBOSS'] });
  expect(await platform.mayManage({ ...place, ...over })).toBe(may);
});

test('an administrator may manage a private channel that the bot does not see', async () => {
  const { platform } = aPlatform(await channels());
  expect(await platform.mayManage({ ...place, channel: 'GAWAY', user: 'UADMIN' })).toBe(true);
});

test('where Slack does not say, nobody is let in by guess', async () => {
  const { platform } = aPlatform(await channels());
  await expect(platform.mayManage({ ...place, channel: 'GAWAY' })).rejects.toThrow(
    'slack: who may manage GAWAY could not be found out',
  );
});
