/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ReplayBuild,
  ReplayBuster,
  ReplayReport,
  ReplayUnit,
} from '@build-hygiene/engine';
import { Style } from './style';

const MARKS = { cached: '·', ran: '●' } as const;
const SUBJECT_WIDTH = 40;
const TEXT_WIDTH = 60;
/** Steps of a bar; longer ones are cut. */
const BAR_WIDTH = 30;
const SHOWN_BUSTERS = 3;
const SHOWN_CAUSES = 3;

/** A replayed history as text for people. */
export function describeReplayReport(
  { commits, units }: ReplayReport,
  style: Style,
): string {
  if (units.length === 0) {
    return `There is no Dockerfile in the last ${
      commits === 1 ? 'commit' : `${commits} commits`
    }.\n`;
  }
  const legend = style(
    'quiet',
    `One mark for each step: ${MARKS.ran} ran  ${MARKS.cached} from the cache. Each Dockerfile starts with an empty cache, which then keeps every layer.`,
  );
  return `${units
    .map(unit => describeUnit(unit, { commits, style }))
    .join('\n')}\n${legend}\n`;
}

function describeUnit(
  unit: ReplayUnit,
  { commits, style }: { commits: number; style: Style },
): string {
  const { id, builds, hitRate, removed } = unit;
  const built =
    builds.length === commits
      ? count(commits, 'commit')
      : `${builds.length} of ${count(commits, 'commit')}`;
  const rate = hitRate === null ? '' : ` · cache hit rate ${percent(hitRate)}`;
  const width = Math.min(
    BAR_WIDTH,
    Math.max(...builds.map(({ steps }) => steps.length)),
  );
  return [
    `${style('strong', id)} · ${built}${rate}${
      removed ? style('quiet', ' · no longer there') : ''
    }`,
    ...builds.map((build, index) =>
      describeBuild(build, { width, style, isFirst: index === 0 }),
    ),
    ...describeSummary(unit, style),
    '',
  ].join('\n');
}

function describeBuild(
  build: ReplayBuild,
  { width, style, isFirst }: { width: number; style: Style; isFirst: boolean },
): string {
  const { commit, committedAt, subject, steps, hitRate } = build;
  const marks = steps
    .slice(0, width)
    .map(({ cached }) => (cached ? MARKS.cached : style('bad', MARKS.ran)));
  const bar = `${marks.join('')}${' '.repeat(width - marks.length)}${
    steps.length > width ? '…' : ''
  }`;
  const rate = hitRate === null ? '' : percent(hitRate).padStart(5);
  return `  ${style(
    'quiet',
    `${commit.slice(0, 7)} ${committedAt.slice(0, 10)}`,
  )}  ${cut(subject, SUBJECT_WIDTH).padEnd(SUBJECT_WIDTH)}  ${bar}  ${
    isFirst ? style('quiet', 'first build') : rate
  }`.trimEnd();
}

function describeSummary(unit: ReplayUnit, style: Style): string[] {
  const rebuilds = unit.builds.length - 1;
  if (rebuilds < 1) {
    return [];
  }
  const { reruns } = unit;
  const work = [
    ['modules downloaded', reruns['module-download']],
    ['packages installed', reruns['package-install']],
    ['compiled', reruns.compile],
  ] as const;
  const done = work.flatMap(([name, times]) =>
    times > 0 ? [`${name} ${times}×`] : [],
  );
  const mix = Object.entries(unit.changeMix)
    .sort(([, left], [, right]) => right - left)
    .map(([kind, share]) => `${kind} ${percent(share)}`);
  const busters = unit.busters.slice(0, SHOWN_BUSTERS);
  return [
    '',
    `  Done again in ${count(rebuilds, 'build')}: ${
      done.join(', ') || 'nothing costly'
    }`,
    `  Commits: ${mix.join(', ')}`,
    ...(busters.length > 0 ? ['', '  Where the re-running starts'] : []),
    ...busters.flatMap(buster => describeBuster(buster, { rebuilds, style })),
  ];
}

function describeBuster(
  { line, text, commits, causes, fix }: ReplayBuster,
  { rebuilds, style }: { rebuilds: number; style: Style },
): string[] {
  const share = percent(commits / rebuilds).padStart(5);
  const named = causes
    .slice(0, SHOWN_CAUSES)
    .map(({ name, commits: times }) =>
      times > 1 ? `${name} (${times}×)` : name,
    );
  return [
    `  ${style('bad', share)} of commits  line ${line}: ${style(
      'strong',
      // The flags of RUN push the command itself out of sight.
      cut(text.replace(/^RUN (?:--\S+ )+/, 'RUN '), TEXT_WIDTH),
    )}`,
    ...(named.length > 0 ? [`        because of ${named.join(', ')}`] : []),
    ...(fix
      ? [`        ${style('good', fix.rule)}: ${firstSentence(fix.howToFix)}`]
      : []),
  ];
}

function firstSentence(text: string): string {
  return /^[^]*?[.!](?=\s|$)/.exec(text)?.[0] ?? text;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
