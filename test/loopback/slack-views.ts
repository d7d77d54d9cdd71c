/** views.open: https://docs.slack.dev/reference/methods/views.open */
import { viewProblems } from './slack-blocks.ts';
import type { Method } from './slack-methods.ts';
import { refusedFor } from './slack-refusal.ts';
import { isFields } from './slack-schema.ts';
import { APP, BOT, TEAM } from './slack-workspace.ts';

const open: Method['run'] = ({ workspace, args }) => {
  const problems = viewProblems(args.view);
  if (problems.length > 0 || !isFields(args.view)) throw refusedFor('invalid_arguments', problems);
  workspace.triggers.use(String(args.trigger_id));
  const fixed = { id: workspace.nextId('V'), team_id: TEAM, app_id: APP, bot_id: BOT.id, hash: workspace.nextTs() };
  const view = { private_metadata: '', callback_id: '', state: { values: {} }, ...args.view, ...fixed };
  workspace.views.push(view);
  return { view };
};

export const VIEWS: Record<string, Method> = {
  'views.open': { scopes: () => [], needs: ['trigger_id', 'view'], posts: false, run: open },
};
