import type { Channel, FindOutcome, Platform, PostOutcome } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply.ts';

/** A message that stands in a channel; `at` is the platform's own time. */
interface Post extends Channel {
  readonly id: string;
  readonly at: number;
  readonly reply: Reply;
}

/**
 * What a post meets: `ok` stands; `lost` stands, but its answer does not come back; `down` does not stand and gets no certain answer.
 * `hangs` never answers, `hangs-late` stands and never answers, `throws` breaks the port's promise. Else the outcome itself.
 */
export type PostWeather =
  | 'ok'
  | 'lost'
  | 'down'
  | 'hangs'
  | 'hangs-late'
  | 'throws'
  | Extract<PostOutcome, { kind: 'wait' | 'refused' }>;
export type FindWeather = 'ok' | 'blind' | 'hangs';
export type TellWeather = 'ok' | 'refused' | 'hangs';

interface Weather {
  readonly post: PostWeather;
  readonly find: FindWeather;
  readonly tell: TellWeather;
}

export interface FakePlatform extends Platform {
  /** What stands in the channels, in the order in which it came. */
  readonly posts: readonly Post[];
  /** Direct messages: to whom, and what. */
  readonly told: readonly { readonly user: string; readonly reply: Reply }[];
  /** How often it was called. */
  readonly calls: { posts: number; looks: number };
  /** What calls meet from now on. */
  setWeather(weather: Partial<Weather>): void;
  /** What the next posts meet, one each, before the weather counts again. */
  nextPosts(...weather: readonly PostWeather[]): void;
  /** Forgets what the next posts were to meet. */
  clearNext(): void;
}

const never = new Promise<never>(() => undefined);

/** A platform without a network, whose failures are scripted. `now` is its own clock. */
export function createFakePlatform(name: string, now: () => number): FakePlatform {
  const posts: Post[] = [];
  const told: { user: string; reply: Reply }[] = [];
  const calls = { posts: 0, looks: 0 };
  const script: PostWeather[] = [];
  let weather: Weather = { post: 'ok', find: 'ok', tell: 'ok' };

  function stand(to: Channel, reply: Reply, id: string): PostOutcome {
    posts.push({ workspace: to.workspace, channel: to.channel, id, at: now(), reply });
    return { kind: 'posted', message: `m${posts.length}` };
  }

  return {
    name,
    posts,
    told,
    calls,
    setWeather(change) {
      weather = { ...weather, ...change };
    },
    nextPosts: (...next) => void script.push(...next),
    clearNext: () => void script.splice(0),
    room: async () => undefined,
    async post(to, reply, deliveryId) {
      calls.posts++;
      const met = script.shift() ?? weather.post;
      switch (met) {
        case 'ok':
          return stand(to, reply, deliveryId);
        case 'lost':
          stand(to, reply, deliveryId);
          return { kind: 'uncertain', reason: 'the answer was lost' };
        case 'down':
          return { kind: 'uncertain', reason: '503' };
        case 'hangs':
          return never;
        case 'hangs-late':
          stand(to, reply, deliveryId);
          return never;
        case 'throws':
          throw new Error('the port broke its promise');
        default:
          return met;
      }
    },
    async findPost(to, deliveryId, since): Promise<FindOutcome> {
      calls.looks++;
      if (weather.find === 'hangs') return never;
      if (weather.find === 'blind') return { kind: 'cannot-look', reason: 'missing_scope' };
      const index = posts.findIndex(
        ({ id, channel, at }) => id === deliveryId && channel === to.channel && at >= since,
      );
      return index === -1 ? { kind: 'absent' } : { kind: 'found', message: `m${index + 1}` };
    },
    async tell(user, reply) {
      if (weather.tell === 'hangs') return never;
      if (weather.tell === 'refused') return { kind: 'refused', reason: 'user_not_found', permanent: true };
      told.push({ user, reply });
      return { kind: 'posted', message: `dm${told.length}` };
    },
    start: async () => undefined,
    mayManage: async () => true,
    stop: async () => undefined,
  };
}
