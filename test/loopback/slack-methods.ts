/** The Web API: which method needs which token, scope and arguments, and what it then does. */
import { CHAT } from './slack-chat.ts';
import { CONVERSATIONS } from './slack-conversations.ts';
import { Refusal, refusedFor } from './slack-refusal.ts';
import type { Fields } from './slack-schema.ts';
import { VIEWS } from './slack-views.ts';
import { APP, BOT, TEAM, type User, type Workspace } from './slack-workspace.ts';

export interface MethodCall {
  workspace: Workspace;
  args: Fields;
  scopes: string[];
}
export interface Method {
  /** The scopes of which one must be granted. */
  scopes: (call: MethodCall) => string[];
  needs: string[];
  /** Whether it puts a message before people: the failure plans mean these. */
  posts: boolean;
  run: (call: MethodCall) => Fields;
}

const userWire = (user: User, withLocale: boolean): Fields => ({
  id: user.id,
  team_id: TEAM,
  name: user.name,
  real_name: user.name,
  deleted: false,
  tz: user.tz,
  tz_label: user.tz,
  tz_offset: Temporal.Now.zonedDateTimeISO(user.tz).offsetNanoseconds / 1e9,
  is_admin: user.admin || user.owner,
  is_owner: user.owner,
  is_primary_owner: false,
  is_restricted: false,
  is_bot: user.bot,
  profile: { real_name: user.name, display_name: user.name, team: TEAM },
  ...(withLocale && { locale: user.locale }),
});

const usersInfo: Method['run'] = ({ workspace, args }) => {
  const user = workspace.users.get(String(args.user));
  if (!user) throw new Refusal('user_not_found');
  return { user: userWire(user, args.include_locale === true) };
};

const authTest: Method['run'] = () => ({
  url: 'https://loopback.slack.com/',
  team: 'Loopback',
  team_id: TEAM,
  user: BOT.name,
  user_id: BOT.user,
  bot_id: BOT.id,
  app_id: APP,
  is_enterprise_install: false,
});

const none = (): string[] => [];

export const METHODS: Record<string, Method> = {
  'auth.test': { scopes: none, needs: [], posts: false, run: authTest },
  'users.info': { scopes: () => ['users:read'], needs: ['user'], posts: false, run: usersInfo },
  ...CHAT,
  ...CONVERSATIONS,
  ...VIEWS,
};

/** Answers a call of the bot's token, in Slack's order: scope, then arguments, then the matter itself. */
export const answer = (name: string, call: MethodCall): Fields => {
  const method = METHODS[name];
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  const accepted = method.scopes(call);
  if (accepted.length > 0 && !accepted.some((scope) => call.scopes.includes(scope))) {
    throw new Refusal('missing_scope', { needed: accepted.join(','), provided: call.scopes.join(',') });
  }
  const missing = method.needs.filter((arg) => call.args[arg] === undefined || call.args[arg] === '');
  if (missing.length > 0) {
    throw refusedFor(
      'invalid_arguments',
      missing.map((arg) => `missing required field: ${arg}`),
    );
  }
  return { ok: true, ...method.run(call) };
};
