import { expect, test } from 'vitest';
import { ask, refused, smallDiscord } from './discord-fixture.ts';

// What the loopback Discord refuses, because Discord does.

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, label = 'x') => ({ type: 2, style: 1, label, custom_id });
const row = (...components: unknown[]) => ({ type: 1, components });
const section = (count: number, accessory?: unknown) => ({
  type: 9,
  components: Array.from({ length: count }, () => text('x')),
  ...(accessory ? { accessory } : {}),
});
const gallery = (count: number) => ({
  type: 12,
  items: Array.from({ length: count }, () => ({ media: { url: 'https://example.org/a.png' } })),
});
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const v2 = (...components: unknown[]) => ({ flags: V2, components });

test.each<[string, unknown, string[]]>([
  ['2,001 characters', { content: '字'.repeat(2001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  [
    'content beside components v2',
    { ...v2(text('x')), content: 'x' },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'embeds beside components v2',
    { ...v2(text('x')), embeds: [{}] },
    ['embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  ['components v2 without the flag', { components: [text('x')] }, ['components.0: UNION_TYPE_CHOICES']],
  [
    '4,001 characters over all texts',
    v2(text('x'.repeat(2001)), text('x'.repeat(2000))),
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  [
    '41 components, nested ones counted',
    v2({ type: 17, components: many(40, () => text('x')) }),
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  ['an empty text', v2(text('')), ['components.0.content: BASE_TYPE_BAD_LENGTH']],
  ['a long custom id', v2(row(button('x'.repeat(101)))), ['components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH']],
  [
    'a custom id twice',
    v2(row(button('a')), row(button('a'))),
    ['components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['a long label', v2(row(button('a', 'x'.repeat(81)))), ['components.0.components.0.label: BASE_TYPE_MAX_LENGTH']],
  [
    'six buttons in a row',
    v2(row(...many(6, (n) => button(`b${n}`)))),
    ['components.0.components: BASE_TYPE_BAD_LENGTH'],
  ],
  ['an empty row', v2(row()), ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  ['a section of four texts', v2(section(4, button('a'))), ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  ['a section without accessory', v2(section(1)), ['components.0.accessory: BASE_TYPE_REQUIRED']],
  ['an empty gallery', v2(gallery(0)), ['components.0.items: BASE_TYPE_BAD_LENGTH']],
  ['eleven pictures', v2(gallery(11)), ['components.0.items: BASE_TYPE_BAD_LENGTH']],
  [
    'a container in a container',
    v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
    ['components.0.components.0: UNION_TYPE_CHOICES'],
  ],
  [
    'a link with a strange scheme',
    v2(row({ type: 2, style: 5, label: 'x', url: 'javascript:1' })),
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  ['a long nonce', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce: BASE_TYPE_MAX_LENGTH']],
  [
    'mentions allowed twice over',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
])('a message with %s is refused', async (_, body, problems) => {
  const discord = await smallDiscord();
  const { status, json } = await ask(discord, `POST /channels/${discord.id('C1')}/messages`, body);
  expect({ status, code: json.code, problems: refused(json.errors) }).toEqual({ status: 400, code: 50035, problems });
  expect(discord.messages('C1')).toEqual([]);
});

test('a message at every limit is taken, and its components get numbers', async () => {
  const discord = await smallDiscord();
  const components = [
    text('x'.repeat(3997)),
    {
      type: 17,
      components: [
        section(3, button('x'.repeat(100), 'x'.repeat(80))),
        row(...many(5, (n) => button(`b${n}`))),
        gallery(10),
      ],
    },
    ...many(26, () => ({ type: 14 })),
  ];
  const { status, json } = await ask(discord, `POST /channels/${discord.id('C1')}/messages`, v2(...components));
  expect(status).toBe(200);
  expect(discord.messages('C1')[0]?.components).toHaveLength(40);
  expect(json.components[1]).toMatchObject({ id: 2, components: [{ id: 3 }, { id: 8 }, { id: 14 }] });
});

test('4,000 Han characters break Discord itself: a 500, and a failure on record', async () => {
  const discord = await smallDiscord();
  const { status } = await ask(discord, `POST /channels/${discord.id('C1')}/messages`, v2(text('字'.repeat(3387))));
  expect(status).toBe(500);
  expect(discord.failures).toHaveLength(1);
  expect((await ask(discord, `POST /channels/${discord.id('C1')}/messages`, v2(text('字'.repeat(3386))))).status).toBe(
    200,
  );
});

const sub = { type: 1, name: 'chips', description: 'x' };
const option = (more: object = {}) => ({ type: 3, name: 'topic', description: 'x', ...more });
const choice = { name: 'x', value: 'x' };
test.each<[string, object, string[]]>([
  ['an upper-case name', { name: 'GenAI' }, ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  [
    'a name with a space',
    { name: 'gen ai' },
    ['0.name: STRING_TYPE_REGEX', '0.name: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['no description', { description: '' }, ['0.description: BASE_TYPE_BAD_LENGTH']],
  ['a long description', { description: 'x'.repeat(101) }, ['0.description: BASE_TYPE_BAD_LENGTH']],
  ['26 subcommands', { options: many(26, (n) => ({ ...sub, name: `s${n}` })) }, ['0.options: BASE_TYPE_MAX_LENGTH']],
  [
    '26 choices',
    { options: [option({ choices: many(26, () => choice) })] },
    ['0.options.0.choices: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a subcommand beside a parameter',
    { options: [sub, option()] },
    ['0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a required parameter last',
    { options: [option(), option({ name: 'b', required: true })] },
    ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  ['an unknown locale', { name_localizations: { zh: 'x' } }, ['0.name_localizations.zh: BASE_TYPE_CHOICES']],
  [
    'over 8,000 characters',
    {
      options: many(25, (n) =>
        option({ name: `o${n}`, choices: many(25, () => ({ name: 'xxxxxxx', value: 'xxxxxxx' })) }),
      ),
    },
    ['0: APPLICATION_COMMAND_TOO_LARGE'],
  ],
])('a command with %s is refused', async (_, traits, problems) => {
  const discord = await smallDiscord();
  const command = { name: 'genai', description: 'x', ...traits };
  const { status, json } = await ask(discord, `PUT /applications/${discord.botId}/commands`, [command]);
  expect({ status, problems: refused(json.errors) }).toEqual({ status: 400, problems });
});

test('commands may have Chinese names', async () => {
  const discord = await smallDiscord();
  const command = { name: 'genai', description: 'x', name_localizations: { 'zh-CN': '中国大模型' } };
  const { status, json } = await ask(discord, `PUT /applications/${discord.botId}/commands`, [command]);
  expect({ status, id: json[0].id }).toEqual({ status: 200, id: expect.stringMatching(/^\d{19}$/) });
});

test('what the bot may not do in a channel is refused with the reason', async () => {
  const discord = await smallDiscord();
  discord.guild('G2');
  discord.channel('hidden', { guild: 'G1', deny: ['ViewChannel'] });
  discord.channel('mute', { guild: 'G1', deny: ['SendMessages', 'ReadMessageHistory'] });
  discord.channel('gone', { guild: 'G1' });
  discord.channel('away', { guild: 'G2' });
  discord.user('U2', { acceptsDms: false });
  discord.deleteChannel('gone');
  discord.kick('G2');
  const post = async (channel: string) => {
    const { status, json } = await ask(discord, `POST /channels/${discord.id(channel)}/messages`, { content: 'x' });
    return [status, json.code];
  };
  const { json: dm } = await ask(discord, 'POST /users/@me/channels', { recipient_id: discord.id('U2') });

  expect(await post('hidden')).toEqual([403, 50001]);
  expect(await post('mute')).toEqual([403, 50013]);
  expect(await post('gone')).toEqual([404, 10003]);
  expect(await post('away')).toEqual([403, 50001]);
  expect(await post('nowhere')).toEqual([404, 10003]);
  expect(await post(dm.id)).toEqual([403, 50007]);
  const stranger = await fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
  expect([stranger.status, await stranger.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
});

test('a channel is read newest first, from after or before; without the right to its history it looks empty', async () => {
  const discord = await smallDiscord();
  const [a, , c] = ['a', 'b', 'c'].map((text) => discord.dm({ user: 'U1', text }));
  const path = `GET /channels/${discord.id('DM-U1')}/messages`;
  const read = async (query: string) =>
    (await ask(discord, `${path}?${query}`)).json.map((message: { content: string }) => message.content);
  expect(await read('')).toEqual(['c', 'b', 'a']);
  expect(await read('limit=2')).toEqual(['c', 'b']);
  expect(await read(`after=${a?.id}&limit=1`)).toEqual(['b']);
  expect(await read(`before=${c?.id}&limit=1`)).toEqual(['b']);
  expect((await ask(discord, `${path}?limit=101`)).status).toBe(400);

  await ask(discord, `POST /channels/${discord.id('C1')}/messages`, { content: 'x' });
  discord.deny('C1', 'ReadMessageHistory');
  expect(await ask(discord, `GET /channels/${discord.id('C1')}/messages`)).toEqual({ status: 200, json: [] });
});

test('who is pinged follows from the text and from what the request allows', async () => {
  const discord = await smallDiscord();
  discord.role('R1', { guild: 'G1' });
  const content = `<@${discord.id('U1')}> <@&${discord.id('R1')}> @here`;
  const pings = async (body: object) => {
    const { json } = await ask(discord, `POST /channels/${discord.id('C1')}/messages`, body);
    return discord.messages('C1').find((message) => message.id === json.id)?.pings;
  };
  const everybody = { users: ['U1'], roles: ['R1'], everyone: true };
  const nobody = { users: [], roles: [], everyone: false };
  expect(await pings({ content })).toEqual(everybody);
  expect(await pings(v2(text(content)))).toEqual(everybody);
  expect(await pings({ content, allowed_mentions: { parse: [] } })).toEqual(nobody);
  expect(await pings({ content, allowed_mentions: { parse: ['users'] } })).toEqual({ ...nobody, users: ['U1'] });
  const replyTo = { message_id: discord.say({ user: 'U1', channel: 'C1', text: 'x' }).id };
  expect(await pings({ content: 'x', message_reference: replyTo })).toEqual({ ...nobody, users: ['U1'] });
  expect(await pings({ content: 'x', message_reference: replyTo, allowed_mentions: { parse: [] } })).toEqual(nobody);
  discord.deny('C1', 'MentionEveryone');
  expect(await pings({ content })).toEqual({ ...nobody, users: ['U1'] });
});

test('an edit keeps the kind of message, and must say so again', async () => {
  const discord = await smallDiscord();
  const { json: old } = await ask(discord, `POST /channels/${discord.id('C1')}/messages`, { content: 'x' });
  const patch = (id: string, body: unknown) => ask(discord, `PATCH /channels/${discord.id('C1')}/messages/${id}`, body);
  expect(refused((await patch(old.id, v2(text('x')))).json.errors)[0]).toContain('content: MESSAGE_CANNOT_USE_LEGACY');
  expect((await patch(old.id, { ...v2(text('y')), content: null })).json).toMatchObject({ content: '', flags: V2 });
  expect(refused((await patch(old.id, { content: 'z' })).json.errors)[0]).toContain(
    'content: MESSAGE_CANNOT_USE_LEGACY',
  );
  expect(refused((await patch(old.id, { components: [text('z')] })).json.errors)).toEqual([
    'components.0: UNION_TYPE_CHOICES',
  ]);
});
