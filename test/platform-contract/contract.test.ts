import { discordStage } from '../journeys/discord-stage.ts';
import { slackStage } from '../journeys/slack-stage.ts';
import type { Stage } from '../journeys/stage.ts';
import { realMind } from '../support/mind.ts';
import { platformContract, type Rig } from './contract.ts';
import { terminalRig } from './terminal-rig.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A channel of a loopback platform, seen by somebody who may manage it. */
function rigOn(stage: Stage): Rig {
  const person = stage.person({ manager: true });
  const member = { ...stage.place(person), user: stage.place(stage.person()).user };
  const textOf = (messages: readonly { text: string }[]) => messages.map(({ text }) => text).join('\n');
  return {
    platform: stage.platform,
    manager: stage.place(person),
    member,
    say: (text) => stage.say('mention', text, person),
    shown: () => textOf(stage.standing(person)),
    direct: () => textOf(stage.direct(person)),
    complaints: stage.complaints,
    vanish: stage.vanish,
    close: stage.close,
  };
}

const mind = realMind();
platformContract({ name: 'slack', keepsMessages: true, mind }, async () => rigOn(await slackStage(quiet)));
platformContract({ name: 'discord', keepsMessages: true, mind }, async () =>
  rigOn(await discordStage(quiet, mind.store)),
);
platformContract({ name: 'terminal', keepsMessages: false, mind }, terminalRig);
