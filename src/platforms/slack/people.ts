import type { webApi } from '@slack/bolt';
import type { Ask } from '../../core/ask.ts';
import type { Log } from '../../core/log.ts';
import { within } from './within.ts';

type Person = Pick<Ask, 'locale' | 'zone'>;

/** How long a person's profile is trusted, and how long a failed look-up is not repeated, in milliseconds. */
const knownFor = 3_600_000;
const failedFor = 60_000;
/** How long an answer waits for a profile, in milliseconds: it is only better with it. */
const longestWait = 1000;
const mostKept = 5000;

interface Parts {
  readonly client: webApi.WebClient;
  readonly log: Log;
  readonly now?: () => number;
  /** In milliseconds. */
  readonly patience?: number;
}

/** Knows the language and time zone of the people who ask: https://docs.slack.dev/reference/methods/users.info */
export function createPeople({ client, log, now = Date.now, patience = longestWait }: Parts) {
  const known = new Map<string, { person: Promise<Person>; until: number }>();

  async function lookUp(user: string): Promise<Person> {
    try {
      const { user: profile } = await client.users.info({ user, include_locale: true });
      return { locale: profile?.locale, zone: profile?.tz };
    } catch (error) {
      log.warn({ err: error }, 'slack: a profile could not be read; going on without its language and time zone');
      const entry = known.get(user);
      if (entry) entry.until = now() + failedFor;
      return {};
    }
  }

  function personOf(user: string): Promise<Person> {
    const entry = known.get(user);
    if (entry && entry.until > now()) return entry.person;
    const person = lookUp(user);
    known.delete(user);
    known.set(user, { person, until: now() + knownFor });
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return person;
  }

  return {
    /** An ask with its person's locale and zone, where Slack tells them soon enough. Never rejects. */
    async introduce(ask: Ask): Promise<Ask> {
      return { ...ask, ...(await within(personOf(ask.from.user), patience)) };
    },
  };
}

export type People = ReturnType<typeof createPeople>;
