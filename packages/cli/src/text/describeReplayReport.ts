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
const LINE_WIDTH = 80;
/** Steps of a bar; longer ones are cut. */
const BAR_WIDTH = 30;
/** A short id, and a day. */
const WHEN_WIDTH = 18;
const TIME_WIDTH = 8;
/** Builds in a row that ran nothing and are shown as one line. */
const FOLDED = 3;
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
    [
      `One mark for each step: ${MARKS.ran} ran  ${MARKS.cached} from the cache. Each Dockerfile starts with an empty cache, which then keeps every layer.`,
      units.some(({ costs }) => costs.source === 'measured')
        ? 'Times are those of your builds where they are known.'
        : 'Times are typical ones for each kind of step; none was measured in your builds.',
    ].join('\n'),
  );
  return `${units
    .map(unit => describeUnit(unit, { commits, style }))
    .join('\n')}\n${legend}\n`;
}

function describeUnit(
  unit: ReplayUnit,
  { commits, style }: { commits: number; style: Style },
): string {
  const { id, builds, hitRate, secondsLost, removed } = unit;
  const built =
    builds.length === commits
      ? count(commits, 'commit')
      : `${builds.length} of ${count(commits, 'commit')}`;
  const rate = hitRate === null ? '' : ` · cache hit rate ${percent(hitRate)}`;
  const lost = secondsLost > 0 ? ` · ${duration(secondsLost)} of re-runs` : '';
  const width = Math.min(
    BAR_WIDTH,
    Math.max(...builds.map(({ steps }) => steps.length)),
  );
  return [
    `${style('strong', id)} · ${built}${rate}${lost}${
      removed ? style('quiet', ' · no longer there') : ''
    }`,
    ...foldQuietOnes(builds).map((build, index) =>
      Array.isArray(build)
        ? describeQuietOnes(build, { width, style })
        : describeBuild(build, { width, style, isFirst: index === 0 }),
    ),
    ...describeSummary(unit, style),
    '',
  ].join('\n');
}

/** Three builds in a row or more that ran nothing are one line. */
function foldQuietOnes(
  builds: readonly ReplayBuild[],
): (ReplayBuild | ReplayBuild[])[] {
  const folded: (ReplayBuild | ReplayBuild[])[] = [];
  let quiet: ReplayBuild[] = [];
  const flush = () => {
    folded.push(...(quiet.length < FOLDED ? quiet : [quiet]));
    quiet = [];
  };
  for (const [index, build] of builds.entries()) {
    if (index > 0 && build.cached === build.cacheable) {
      quiet.push(build);
    } else {
      flush();
      folded.push(build);
    }
  }
  flush();
  return folded;
}

function describeQuietOnes(
  builds: readonly ReplayBuild[],
  { width, style }: { width: number; style: Style },
): string {
  const { steps } = builds[builds.length - 1];
  return style(
    'quiet',
    describeLine({
      when: '   ⋮',
      what: `${count(builds.length, 'commit')} that ran nothing`,
      bar: barOf(
        steps.slice(0, width).map(() => MARKS.cached),
        {
          width,
          isCut: steps.length > width,
        },
      ),
      rate: steps.length === 0 ? '' : percent(1),
    }),
  );
}

function describeBuild(
  build: ReplayBuild,
  { width, style, isFirst }: { width: number; style: Style; isFirst: boolean },
): string {
  const { commit, committedAt, subject, steps, hitRate, seconds } = build;
  const marks = steps
    .slice(0, width)
    .map(({ cached }) => (cached ? MARKS.cached : style('bad', MARKS.ran)));
  const when = `${commit.slice(0, 7)} ${committedAt.slice(0, 10)}`;
  return describeLine({
    when: style('quiet', when),
    what: cut(subject, SUBJECT_WIDTH),
    bar: barOf(marks, { width, isCut: steps.length > width }),
    rate: isFirst || hitRate === null ? '' : percent(hitRate),
    time: seconds > 0 ? duration(seconds) : '',
    note: isFirst ? style('quiet', 'first build') : '',
  });
}

function describeLine({
  when,
  what,
  bar,
  rate,
  time = '',
  note = '',
}: {
  when: string;
  what: string;
  bar: string;
  rate: string;
  time?: string;
  note?: string;
}): string {
  return `  ${when.padEnd(WHEN_WIDTH)}  ${what.padEnd(
    SUBJECT_WIDTH,
  )}  ${bar}  ${rate.padStart(5)}  ${time.padStart(
    TIME_WIDTH,
  )}  ${note}`.trimEnd();
}

function barOf(
  marks: readonly string[],
  { width, isCut }: { width: number; isCut: boolean },
): string {
  return `${marks.join('')}${' '.repeat(width - marks.length)}${
    isCut ? '…' : ''
  }`;
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
    ...busters.flatMap(buster => describeBuster(buster, style)),
  ];
}

function describeBuster(
  { line, text, share, secondsLost, causes, fix }: ReplayBuster,
  style: Style,
): string[] {
  const named = causes
    .slice(0, SHOWN_CAUSES)
    .map(({ name, commits: times }) =>
      times > 1 ? `${name} (${times}×)` : name,
    );
  return [
    `  ${style('bad', percent(share).padStart(5))} of commits, ${duration(
      secondsLost,
    )}  line ${line}: ${style(
      'strong',
      // The flags of RUN push the command itself out of sight.
      cut(text.replace(/^RUN (?:--\S+ )+/, 'RUN '), TEXT_WIDTH),
    )}`,
    ...(named.length > 0 ? [`        because of ${named.join(', ')}`] : []),
    ...(fix
      ? [
          `        ${style('good', fix.rule)}`,
          ...wrap(firstSentence(fix.howToFix)).map(part => `        ${part}`),
        ]
      : []),
  ];
}

function firstSentence(text: string): string {
  return /^[^]*?[.!](?=\s|$)/.exec(text)?.[0] ?? text;
}

/** In lines of readable length. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? '<1 %' : `${whole} %`;
}

/** In the two largest units. */
function duration(seconds: number): string {
  if (seconds < 10) {
    return `${seconds.toFixed(1).replace('.0', '')} s`;
  }
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) {
    return `${whole} s`;
  }
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${minutes} min ${whole % 60} s`
    : `${hours} h ${minutes % 60} min`;
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
