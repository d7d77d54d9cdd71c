import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/core/phrases.ts';
import { type Discord, startDiscord } from '../loopback/discord.ts';
import { type Slack, startSlack } from '../loopback/slack.ts';
import { realKnowledge } from '../support/mind.ts';
import { type AtEnd, aFolder, factsDir, startProgram } from './program.ts';

/** Both platforms with one person and one channel, and what the program needs to reach them. */
async function platforms(atEnd: AtEnd): Promise<{ slack: Slack; discord: Discord; env: Record<string, string> }> {
  const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
  atEnd(async () => void (await Promise.all([slack.close(), discord.close()])));
  slack.user('U1');
  slack.channel('C1');
  discord.guild('G1');
  discord.channel('C1', { guild: 'G1' });
  discord.user('U1');
  return { slack, discord, env: { ...slack.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } };
}

describe.concurrent('the program', { timeout: 60_000 }, () => {
  test('without any token answers what is piped in, one reply a line, and ends', async ({ onTestFinished }) => {
    const { output, ended } = startProgram(onTestFinished, { input: '/genai chips\n\nhow many LLMs has China?\n' });
    expect(await ended).toBe(0);
    expect(output.stderr).toBe('');
    const titles = output.stdout.match(/^(?:💻 Chips|Answer)$/gmu);
    expect(titles).toEqual(['💻 Chips', phrases.en.answerTitle]);
    expect(output.stdout.match(/^Sources$/gmu)).toHaveLength(2);
  });

  test('answers each question of standard input with one JSON object', async ({ onTestFinished }) => {
    const questions = ['how many LLMs has China?', '中国有多少个大模型？', 'How do I bake sourdough bread?'];
    const { output, ended } = startProgram(onTestFinished, { args: ['ask', '--json'], input: questions.join('\n') });
    expect(await ended).toBe(0);
    const answers = output.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const source = { n: 1, publisher: expect.any(String), title: expect.any(String), date: expect.any(String) };
    const known = (language: string, text: string) => ({
      language,
      abstained: false,
      facts: expect.arrayContaining(['hinssen-2023/llms-130-since-summer']),
      text: expect.stringContaining(text),
      sources: expect.arrayContaining([expect.objectContaining(source)]),
    });
    const unknown = { language: 'en', abstained: true, facts: [], text: expect.any(String), sources: [] };
    const shapes = [known('en', 'Sources\n[1]'), known('zh', '来源\n[1]'), unknown];
    expect(answers).toEqual(shapes.map((shape, index) => ({ question: questions[index], ...shape })));
    expect(answers[0].facts[0]).toBe(answers[1].facts[0]);
  });

  test('exports every fact whole, with its global id', async ({ onTestFinished }) => {
    const { output, ended } = startProgram(onTestFinished, { args: ['facts', 'export', '--json'] });
    expect(await ended).toBe(0);
    const { facts } = realKnowledge();
    const text = { en: expect.any(String), zh: expect.any(String) };
    expect(JSON.parse(output.stdout)).toEqual(
      facts.map(({ id, source }) => expect.objectContaining({ id, source, text: expect.objectContaining(text) })),
    );
  });

  test('names every problem of facts and configuration with place and cure, and connects to nothing', async ({
    onTestFinished,
  }) => {
    const { slack, discord, env } = await platforms(onTestFinished);
    const folder = aFolder(onTestFinished);
    cpSync(factsDir, join(folder, 'facts'), { recursive: true });
    const file = join(folder, 'facts/sources/imd-2024.yaml');
    const lines = readFileSync(file, 'utf8').split('\n');
    const startOf = (field: string) => (line: string) => line.startsWith(`    ${field}: `);
    const asOf = lines.findIndex(startOf('as_of'));
    const topics = lines.findLastIndex(startOf('topics'));
    lines[asOf] = '    as_of: soon';
    lines[topics] = '    topics: [gizmos]';
    writeFileSync(file, lines.join('\n'));
    const places = [
      `facts/sources/imd-2024.yaml:${asOf + 1}:12`,
      `facts/sources/imd-2024.yaml:${topics + 1}:14`,
      'config/bot.yaml:1:1',
      'config/digests.yaml:5:9',
    ];
    mkdirSync(join(folder, 'config/bot.yaml'), { recursive: true });
    const digest = '- platform: slack\n  channel: C1\n  time: "09:00"\n  topics: [chips]\n  zone: Europe/Berln\n';
    writeFileSync(join(folder, 'config/digests.yaml'), digest);

    const { output, ended } = startProgram(onTestFinished, { cwd: folder, env: { ...env, FACTS_DIR: 'facts' } });
    expect(await ended).toBe(1);
    const problems = output.stderr.trim().split('\n');
    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual(places.toSorted());
    for (const problem of problems) expect(problem).toMatch(/: ./u);
    expect(output.stderr).toContain('Europe/Berlin');
    expect({ stdout: output.stdout, slack: slack.calls, discord: discord.requests }).toEqual({
      stdout: '',
      slack: [],
      discord: [],
    });
  });

  test('names the missing half of a token pair, and connects to nothing', async ({ onTestFinished }) => {
    const { slack, discord, env } = await platforms(onTestFinished);
    const { output, ended } = startProgram(onTestFinished, { env: { ...env, SLACK_APP_TOKEN: '' } });
    expect(await ended).toBe(1);
    expect(output.stderr).toMatch(/^SLACK_BOT_TOKEN is set but SLACK_APP_TOKEN is not: .*connections:write/u);
    expect(output.stderr).not.toContain(slack.botToken);
    expect([...slack.calls, ...discord.requests]).toEqual([]);
  });

  test('says in one line what is wrong with the address of the database', async ({ onTestFinished }) => {
    const { env } = await platforms(onTestFinished);
    const { output, ended } = startProgram(onTestFinished, {
      env: { ...env, DATABASE_URL: 'mysql://me:secret@host/db' },
    });
    expect(await ended).toBe(1);
    expect(output.stdout).toBe('');
    expect(output.stderr).toMatch(/^state: DATABASE_URL .*file:data\/briefing\.db.*\n$/u);
    expect(output.stderr).not.toContain('secret');
  });

  const slackCure = ['SLACK_BOT_TOKEN', 'api.slack.com/apps'];
  const discordCure = ['DISCORD_TOKEN', 'discord.com/developers/applications'];

  test('goes on with Discord where the token of Slack is wrong, and stops when it is told to', async ({
    onTestFinished,
  }) => {
    const { discord, env } = await platforms(onTestFinished);
    const wrong = 'xoxb-wrong-secret';
    const { output, says, terminate, ended } = startProgram(onTestFinished, {
      env: { ...env, SLACK_BOT_TOKEN: wrong },
    });
    await says('the bot is running');
    const { message } = await (
      await discord.slash({ user: 'U1', channel: 'C1', name: 'genai', subcommand: 'chips' })
    ).reply();
    expect(message.text).toContain('💻 Chips');
    terminate();
    expect(await ended).toBe(0);
    for (const words of slackCure) expect(output.stdout).toContain(words);
    expect(output.stdout + output.stderr).not.toContain(wrong);
    expect(discord.gateway.online).toEqual([]);
  });

  test('goes on with Slack where the token of Discord is wrong, and stops when it is told to', async ({
    onTestFinished,
  }) => {
    const { slack, env } = await platforms(onTestFinished);
    const wrong = 'wrong.discord.secret';
    const { output, says, terminate, ended } = startProgram(onTestFinished, { env: { ...env, DISCORD_TOKEN: wrong } });
    await says('the bot is running');
    const { replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
    expect(replies[0]?.text).toContain('💻 Chips');
    terminate();
    expect(await ended).toBe(0);
    for (const words of discordCure) expect(output.stdout).toContain(words);
    for (const secret of [wrong, slack.botToken, slack.appToken])
      expect(output.stdout + output.stderr).not.toContain(secret);
    expect(slack.connections).toBe(0);
  });

  test('ends where no platform lets it in, and names what is wrong with each', async ({ onTestFinished }) => {
    const { env } = await platforms(onTestFinished);
    const { output, ended } = startProgram(onTestFinished, {
      env: { ...env, SLACK_BOT_TOKEN: 'xoxb-wrong', DISCORD_TOKEN: 'wrong-token' },
    });
    expect(await ended).toBe(1);
    for (const words of [...slackCure, ...discordCure]) expect(output.stdout).toContain(words);
    expect(output.stdout + output.stderr).not.toMatch(/xoxb-wrong|wrong-token/u);
  });
});
