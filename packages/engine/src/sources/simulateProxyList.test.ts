/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import failoverCases from './golden/failover.json';
import listCases from '../gomod/golden/proxyLists.json';
import { parseProxyList } from '../gomod/parseProxyList';
import { simulateProxyList } from './simulateProxyList';
import { ListOutcome, SourceAnswer } from './types';

const prefix = 'http://127.0.0.1/';

function write(list: string): string {
  return list.replace(/\b([ABC])\b/g, (_, name: string) => `${prefix}${name}`);
}

function answerOf(status: number | string): SourceAnswer {
  switch (status) {
    case 200:
      return 'served';
    case 'garbage':
      return 'garbage';
    case 'silence':
      return 'silent';
    default:
  }
  return status === 404 || status === 410 ? 'not-found' : 'failed';
}

function endOf({ state }: ListOutcome): string {
  if (state === 'served') {
    return 'succeeds';
  }
  return state === 'silent' ? 'waits' : 'fails';
}

const usable = listCases.filter(
  ({ list }) => parseProxyList(write(list)).error === undefined,
);

describe('simulateProxyList', () => {
  it('has cases that the go command has decided', () => {
    expect(usable.length).toBeGreaterThan(200);
  });

  it.each(usable)(
    'asks for $list as the go command does when sources answer $answers',
    ({ list, answers, asked, found }) => {
      const outcome = simulateProxyList(parseProxyList(write(list)), {
        answer: source =>
          source.startsWith(prefix)
            ? answerOf(answers['ABC'.indexOf(source.slice(prefix.length))])
            : // A folder that is not there.
              'not-found',
      });
      const names = outcome.asked
        .filter(source => source.startsWith(prefix))
        .map(source => source.slice(prefix.length));
      expect(
        outcome.state === 'direct' || (outcome.state === 'off' && !names.length)
          ? [...names, outcome.state]
          : names,
      ).toEqual(asked);
      expect(outcome.state === 'served').toBe(found);
    },
  );

  it.each<[string, Record<string, SourceAnswer>, string, string | undefined]>([
    ['A|B', { A: 'garbage', B: 'served' }, 'garbage', 'A'],
    ['A,B', { A: 'garbage', B: 'served' }, 'garbage', 'A'],
    ['A|B', { A: 'garbage', B: 'silent' }, 'silent', 'B'],
    ['A|off', { A: 'garbage' }, 'garbage', 'A'],
    ['A|direct', { A: 'garbage' }, 'garbage', 'A'],
    ['A|direct', { A: 'silent' }, 'silent', 'A'],
    ['A|B', { A: 'silent', B: 'served' }, 'silent', 'A'],
    ['A,B', { A: 'not-found', B: 'silent' }, 'silent', 'B'],
    // What failed first is told rather than what was not found after it.
    ['A|B', { A: 'failed', B: 'not-found' }, 'failed', 'A'],
    ['A|B', { A: 'not-found', B: 'failed' }, 'failed', 'B'],
    ['A|B', { A: 'failed', B: 'failed' }, 'failed', 'B'],
    ['A,B', { A: 'not-found', B: 'not-found' }, 'not-found', 'B'],
    ['A|off', { A: 'failed' }, 'failed', 'A'],
    ['A,off', { A: 'not-found' }, 'off', undefined],
    ['A|direct', { A: 'failed' }, 'direct', undefined],
  ])('%s with %j ends as %s at %s', (list, answers, state, source) => {
    const outcome = simulateProxyList(parseProxyList(write(list)), {
      answer: asked => answers[asked.slice(prefix.length)],
    });
    expect(outcome.state).toBe(state);
    expect(outcome.source?.slice(prefix.length)).toBe(source);
  });

  /** Downloads that the go command made, see bench/module-facts. */
  it.each(failoverCases.cases)(
    'downloads by $list as the go command does when sources answer $answers',
    ({ list, answers, ends, asked }) => {
      const outcome = simulateProxyList(parseProxyList(write(list)), {
        answer: source =>
          answerOf(answers['AB'.indexOf(source.slice(prefix.length))]),
      });
      expect(outcome.asked.map(source => source.slice(prefix.length))).toEqual(
        asked,
      );
      expect(endOf(outcome)).toBe(ends);
    },
  );

  it('asks no proxy for what GONOPROXY names', () => {
    expect(
      simulateProxyList(parseProxyList(write('A,B')), {
        answer: () => 'served',
        withoutProxy: true,
      }),
    ).toEqual({ state: 'direct', asked: [] });
  });
});
