import type { Telling } from './briefings.ts';
import { type Command, commands, inWords, rootCommand, usage } from './commands.ts';
import { compose, disputeSection, lines, notice } from './compose.ts';
import { showPeriod } from './dates.ts';
import type { Fact } from './fact.ts';
import { phrases } from './phrases.ts';
import type { Action, Entry, Reply } from './reply.ts';

/** What the bot can do, on one screen, with examples to click. */
export function help({ lang }: Telling): Reply {
  const said = phrases[lang];
  const table: readonly Command[] = commands;
  const entries = table.map((command): Entry => {
    const [label = '', text = ''] = usage(command, lang).split(' — ');
    return { label: `/${rootCommand.name} ${label}`, text };
  });
  const examples = said.helpExamples.map((text): Action => ({ kind: 'ask', label: text, text }));
  return {
    kind: 'help',
    lang,
    title: said.helpTitle,
    sections: [
      { kind: 'note', text: said.helpIntro },
      { kind: 'entries', heading: said.helpCommands, entries },
    ],
    citations: [],
    footer: [],
    actions: [...examples, { kind: 'ask', label: said.topicsButton, text: inWords(lang, 'topics') }],
  };
}

/** The topics with how many facts each has. */
export function topics({ store, lang }: Telling): Reply {
  const said = phrases[lang];
  const entries = store.topics.map(
    (topic): Entry => ({
      label: `${topic.emoji} ${topic.name[lang]}`,
      text: said.topicEntry(topic.about[lang], store.ofTopic(topic.id).length),
      ask: lang === 'zh' ? topic.name.zh : topic.id,
    }),
  );
  return {
    kind: 'topics',
    lang,
    title: said.topicsTitle,
    sections: [{ kind: 'entries', entries }],
    citations: [],
    footer: [],
    actions: [],
  };
}

/** The sources, newest first, with date, publisher, link and number of facts; of one topic, or of all. */
export function sources(topic: string | undefined, { store, lang }: Telling): Reply {
  const said = phrases[lang];
  const facts = topic === undefined ? store.facts : store.ofTopic(topic);
  const count = (source: string) => facts.filter((fact) => fact.source === source).length;
  const entries = store.sources
    .filter((source) => count(source.id) > 0)
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))
    .map((source): Entry => {
      const date = showPeriod(source.published, lang);
      const words = { authors: said.list(source.authors), publisher: source.publisher, date, facts: count(source.id) };
      return { label: source.title[lang], text: said.sourceEntry(words), url: source.url };
    });
  const named = topic === undefined ? undefined : store.topic(topic)?.name[lang];
  const title = named === undefined ? said.sourcesTitle : `${said.sourcesTitle}: ${named}`;
  return {
    kind: 'sources',
    lang,
    title,
    sections: [{ kind: 'entries', entries }],
    citations: [],
    footer: [],
    actions: [],
  };
}

/** Where statements come from: source, paragraph, speaker, time, day of entry, caveat, dispute. */
export function why(facts: readonly Fact[], { store, lang, ask }: Telling): Reply {
  const said = phrases[lang];
  const example = store.facts[0]?.id ?? '';
  if (facts.length === 0)
    return notice(lang, said.whyTitle(ask.replace(/^why\s+/u, '')), { text: `${said.whyUnknown} ${example}` });
  return compose(store, lang, {
    kind: 'why',
    title: said.whyTitle(facts.map((fact) => fact.id).join(', ')),
    sections: (citer) =>
      facts.flatMap((fact) => [
        lines(citer, [fact]),
        { kind: 'entries', entries: originOf(fact, { store, lang, ask }) },
        ...store.disputesOf(fact.id).map((dispute) => disputeSection(citer, dispute, { store, lang })),
      ]),
  });
}

function originOf(fact: Fact, { store, lang }: Telling): Entry[] {
  const said = phrases[lang];
  const source = store.source(fact.source);
  const where =
    source &&
    said.citation({
      publisher: source.publisher,
      title: source.title[lang],
      date: showPeriod(source.published, lang),
      paragraph: said.paragraph(fact.paragraph),
    });
  return [
    { label: said.whySource, text: where ?? fact.source, url: source?.url },
    { label: said.whySpeaker, text: fact.said_by?.[lang] ?? said.whySpeakerArticle },
    { label: said.whyAsOf, text: showPeriod(fact.as_of, lang) },
    { label: said.whyAdded, text: showPeriod(fact.added, lang) },
  ];
}

/** A single word that is nearly a known one. */
export function didYouMean(meant: string, { lang }: Telling): Reply {
  const said = phrases[lang];
  const actions: Action[] = [{ kind: 'ask', label: meant, text: meant }];
  return notice(lang, said.didYouMeanTitle, { text: said.didYouMean(meant), actions });
}
