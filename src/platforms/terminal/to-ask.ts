import type { Ask } from '../../core/ask.ts';

/** A typed line as an ask. The zone is the machine's own. */
export function toAsk(line: string, number: number, locale: string | undefined): Ask {
  return {
    id: `${process.pid}-${number}`,
    text: line,
    from: { platform: 'terminal', workspace: '', channel: 'terminal', thread: '', user: 'you' },
    audience: 'channel',
    locale,
    zone: Temporal.Now.timeZoneId(),
  };
}
