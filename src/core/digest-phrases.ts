import type { Lang } from './lang.ts';

/** The words of digests and of what the bot tells about them, in English. Statements about the world never stand here: they are facts. */
const en = {
  title: (date: string) => `China GenAI digest, ${date}`,
  newHeading: (since: string) => `New since ${since}`,
  untoldHeading: 'Not told here before',
  againHeading: 'From the beginning',
  startsOver: (count: number) =>
    `Nothing is new in this period, and all ${factCount(count)} on these topics have been told here: this digest starts over with the most important.`,
  nothingNew: (count: number) =>
    `Nothing is new in this period, and all ${factCount(count)} on these topics have been told here.`,
  noFacts: 'There is no fact on these topics in the store yet.',
  topics: (names: string) => `Topics: ${names}`,
  allTopics: 'all',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  moment: (parts: { weekday: string; date: string; time: string }) => `${parts.weekday} ${parts.date}, ${parts.time}`,
  window: (parts: { from: string; to: string; zone: string }) =>
    `Covers ${parts.from} up to ${parts.to} (${parts.zone})`,
  counts: (count: { shown: number; fresh: number; left: number }) =>
    `${factCount(count.shown)} here${count.fresh > 0 ? `, ${count.fresh} new` : ''}; ${count.left} more on these topics not told here yet`,
  next: (moment: string, zone: string) => `Next digest: ${moment} (${zone})`,
  change: 'To see or change it: digest status, digest pause',
  resumeButton: 'Resume it',
  statusButton: 'Status',
  noticeTitle: {
    failed: 'A digest could not be posted',
    unknown: 'It is not known whether a digest was posted',
    skipped: 'A digest was left out',
    lost: 'A digest was paused',
  },
  notice: {
    failed: (digest: NoticeWords) =>
      `The digest of ${digest.slot} for ${digest.channel} was refused and is not posted: ${digest.reason}.`,
    unknown: (digest: NoticeWords) =>
      `The digest of ${digest.slot} for ${digest.channel} may or may not stand there: no certain answer came, and I could not look (${digest.reason}). I do not send it again blindly; please look in the channel.`,
    skipped: (digest: NoticeWords) =>
      `The digest of ${digest.slot} for ${digest.channel} is left out: ${digest.reason}. What was new in its period comes with the next one.`,
  },
  lost: (channel: string, reason: string) => `The digest for ${channel} cannot be posted any more: ${reason}.`,
  paused: 'The digest is paused until somebody resumes it.',
  goesOn: (moment: string) => `The next one is planned for ${moment}.`,
};

function factCount(count: number): string {
  return count === 1 ? '1 fact' : `${count} facts`;
}

/** What a notice says of the digest it is about. */
interface NoticeWords {
  readonly slot: string;
  readonly channel: string;
  readonly reason: string;
}

/** Every phrase in one language: a missing one does not compile. */
export type DigestPhrases = typeof en;

const zh: DigestPhrases = {
  title: (date) => `中国生成式 AI 简报，${date}`,
  newHeading: (since) => `${since}以来新增`,
  untoldHeading: '此前未在本频道讲过',
  againHeading: '从头讲起',
  startsOver: (count) => `本期没有新增内容，这些话题的 ${count} 条事实都已在本频道讲过：从最重要的重新讲起。`,
  nothingNew: (count) => `本期没有新增内容，这些话题的 ${count} 条事实都已在本频道讲过。`,
  noFacts: '这些话题目前还没有任何事实。',
  topics: (names) => `话题：${names}`,
  allTopics: '全部',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  moment: ({ weekday, date, time }) => `${date}${weekday} ${time}`,
  window: ({ from, to, zone }) => `时段：${from} 至 ${to} 之前（${zone}）`,
  counts: ({ shown, fresh, left }) =>
    `本期 ${shown} 条事实${fresh > 0 ? `，其中新增 ${fresh} 条` : ''}；这些话题另有 ${left} 条尚未在本频道讲过`,
  next: (moment, zone) => `下期简报：${moment}（${zone}）`,
  change: '查看或更改：digest status、digest pause',
  resumeButton: '恢复',
  statusButton: '状态',
  noticeTitle: {
    failed: '有一期简报未能发布',
    unknown: '不确定一期简报是否已发布',
    skipped: '有一期简报被略过',
    lost: '有一份简报已暂停',
  },
  notice: {
    failed: ({ slot, channel, reason }) => `${channel} 在 ${slot} 的简报被拒绝，没有发布：${reason}。`,
    unknown: ({ slot, channel, reason }) =>
      `${channel} 在 ${slot} 的简报可能已发布，也可能没有：没有得到确定的答复，也无法查看（${reason}）。我不会盲目重发，请到频道里看一下。`,
    skipped: ({ slot, channel, reason }) =>
      `${channel} 在 ${slot} 的简报已略过：${reason}。该时段的新增内容会并入下一期。`,
  },
  lost: (channel, reason) => `${channel} 的简报无法再发布：${reason}。`,
  paused: '这份简报已暂停，需有人恢复。',
  goesOn: (moment) => `下一期定于 ${moment}。`,
};

export const digestPhrases: Readonly<Record<Lang, DigestPhrases>> = { en, zh };
