import { checkCommands } from './discord-commands.ts';
import { refusal } from './discord-errors.ts';
import { Form, isJson, type Json } from './discord-form.ts';
import type { Interactions } from './discord-interactions.ts';
import { beforeOf, type Messages } from './discord-messages.ts';
import type { Call, Route } from './discord-rest.ts';
import { applicationJson, channelJson, guildJson, memberJson, roleJson, rolesOf, userJson } from './discord-shapes.ts';
import type { Guild, World } from './discord-world.ts';

// The part of https://docs.discord.com/developers/reference that this bot needs.

export interface Parts {
  world: World;
  messages: Messages;
  interactions: Interactions;
  gatewayUrl: () => string;
}

export function routes(parts: Parts): Route[] {
  return [
    ...aboutTheBot(parts),
    ...ofGuilds(parts),
    ...ofChannels(parts),
    ...ofMessages(parts),
    ...ofInteractions(parts),
  ];
}

const bodyOf = ({ body }: Call): Json => (isJson(body) ? body : {});
const param = ({ params }: Call, name: string): string => params[name] ?? '';

function aboutTheBot({ world, gatewayUrl }: Parts): Route[] {
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  const kept = (command: Json): Json => ({
    id: world.ids.of(`command ${String(command.name)}`),
    application_id: world.bot.id,
    version: world.ids.next(),
    type: 1,
    default_member_permissions: null,
    nsfw: false,
    ...command,
  });
  const own = (call: Call) => {
    if (param(call, 'application') !== world.bot.id) throw refusal('MissingAccess');
  };
  return [
    { on: 'GET /gateway/bot', handle: () => ({ url: gatewayUrl(), shards: 1, session_start_limit: limit }) },
    { on: 'GET /users/@me', handle: () => userJson(world.bot) },
    { on: 'GET /applications/@me', handle: () => applicationJson(world) },
    { on: 'GET /oauth2/applications/@me', handle: () => applicationJson(world) },
    {
      on: 'GET /applications/:application/commands',
      handle: (call) => {
        own(call);
        return world.commands;
      },
    },
    {
      on: 'PUT /applications/:application/commands',
      handle: (call) => {
        own(call);
        world.commands = checkCommands(call.body).map(kept);
        return world.commands;
      },
    },
  ];
}

function ofGuilds({ world }: Parts): Route[] {
  const guild = (call: Call): Guild => {
    const found = world.guilds.get(param(call, 'guild'));
    if (!found?.joined) throw refusal('UnknownGuild');
    return found;
  };
  const joined = () => [...world.guilds.values()].filter((guild) => guild.joined);
  return [
    {
      on: 'GET /users/@me/guilds',
      handle: () => joined().map(({ id, name }) => ({ id, name, icon: null, features: [] })),
    },
    { on: 'GET /guilds/:guild', handle: (call) => guildJson(world, guild(call)) },
    { on: 'GET /guilds/:guild/roles', handle: (call) => rolesOf(world, guild(call)).map(roleJson) },
    {
      on: 'GET /guilds/:guild/channels',
      handle: (call) => {
        const there = [...world.channels.values()].filter(
          (one) => one.guild === guild(call) && !one.parent && !one.deleted,
        );
        return there.map((channel) => channelJson(world, channel));
      },
    },
    {
      on: 'GET /guilds/:guild/members/:user',
      handle: (call) => {
        const user = world.users.get(param(call, 'user'));
        if (!user) throw refusal('UnknownMember');
        return { ...memberJson(world, guild(call), user), user: userJson(user) };
      },
    },
  ];
}

function ofChannels({ world }: Parts): Route[] {
  return [
    {
      on: 'GET /channels/:channel',
      handle: (call) => channelJson(world, world.visibleChannel(param(call, 'channel'))),
    },
    { on: 'POST /channels/:channel/typing', handle: (call) => void world.visibleChannel(param(call, 'channel')) },
    {
      on: 'GET /users/:user',
      handle: (call) => {
        const user = world.users.get(param(call, 'user'));
        if (!user) throw refusal('UnknownUser');
        return userJson(user);
      },
    },
    {
      on: 'POST /users/@me/channels',
      handle: (call) => {
        const user = world.users.get(String(bodyOf(call).recipient_id));
        if (!user || user === world.bot) throw refusal('InvalidRecipients');
        return channelJson(world, world.dmWith(user));
      },
    },
  ];
}

function ofMessages({ world, messages }: Parts): Route[] {
  const channel = (call: Call) => world.visibleChannel(param(call, 'channel'));
  const message = (call: Call) => messages.find(channel(call), param(call, 'message'));
  const post = (call: Call) => {
    const [place, body] = [channel(call), bodyOf(call)];
    if (!world.botMay(place, place.parent ? 'SendMessagesInThreads' : 'SendMessages'))
      throw refusal('MissingPermissions');
    if (place.recipient?.acceptsDms === false) throw refusal('CannotSendMessagesToThisUser');
    messages.check(body);
    const stored = messages.sameNonce(body) ?? messages.store(body, { place, sender: world.bot });
    return stored.nonce === undefined ? stored.json : { ...stored.json, nonce: stored.nonce };
  };
  return [
    { on: 'GET /channels/:channel/messages', handle: (call) => messages.list(channel(call), call.query) },
    { on: 'POST /channels/:channel/messages', posting: 'message', handle: post },
    { on: 'GET /channels/:channel/messages/:message', handle: (call) => messages.seen(message(call)) },
    {
      on: 'PATCH /channels/:channel/messages/:message',
      posting: 'edit',
      handle: (call) => {
        const [found, body] = [message(call), bodyOf(call)];
        if (found.sender !== world.bot) throw refusal('CannotEditMessageAuthoredByAnotherUser');
        messages.check(body, new Form(), beforeOf(found));
        return messages.edit(found, body).json;
      },
    },
    {
      on: 'DELETE /channels/:channel/messages/:message',
      handle: (call) => {
        const found = message(call);
        if (found.sender !== world.bot && !world.botMay(found.place, 'ManageMessages'))
          throw refusal('MissingPermissions');
        messages.remove(found);
      },
    },
  ];
}

function ofInteractions({ world, messages, interactions }: Parts): Route[] {
  const token = (call: Call) => {
    if (param(call, 'application') !== world.bot.id) throw refusal('UnknownWebhook');
    return param(call, 'token');
  };
  const message = (call: Call) => interactions.message(token(call), param(call, 'message'));
  const at = '/webhooks/:application/:token';
  return [
    {
      on: 'POST /interactions/:id/:token/callback',
      open: true,
      posting: 'callback',
      handle: (call) => {
        const done = interactions.callback(param(call, 'id'), param(call, 'token'), bodyOf(call));
        return call.query.get('with_response') === 'true' ? interactions.callbackJson(done) : undefined;
      },
    },
    {
      on: `POST ${at}`,
      open: true,
      posting: 'followup',
      handle: (call) => interactions.followUp(token(call), bodyOf(call)).json,
    },
    { on: `GET ${at}/messages/:message`, open: true, handle: (call) => message(call).json },
    {
      on: `PATCH ${at}/messages/:message`,
      open: true,
      posting: 'edit',
      handle: (call) => interactions.editMessage(token(call), param(call, 'message'), bodyOf(call)).json,
    },
    { on: `DELETE ${at}/messages/:message`, open: true, handle: (call) => messages.remove(message(call)) },
  ];
}
