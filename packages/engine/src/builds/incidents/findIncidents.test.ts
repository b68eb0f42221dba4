/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { describeFailureClass } from '../diagnosis';
import { findIncidents } from './findIncidents';
import { outageClasses } from './outageClasses';
import { stateOfIncident } from './stateOfIncident';
import { ServerFailure } from './types';

const threshold = { services: 3, windowMinutes: 60 };

const timeOf = (minute: number) =>
  new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();

/** `a@5` is service a, five minutes after midnight. */
const failuresOf = (text: string, rest: Partial<ServerFailure> = {}) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word): ServerFailure => {
      const [service, minute] = word.split('@');
      return {
        buildId: word,
        entityRef: `component:default/${service}`,
        at: timeOf(Number(minute)),
        class: 'goproxy.5xx',
        target: 'goproxy.example.com',
        ...rest,
      };
    });

describe('findIncidents', () => {
  it.each<[name: string, failures: string, incidents: string[]]>([
    ['nothing', '', []],
    ['two services', 'a@0 b@1 a@2 b@3', []],
    ['three services', 'a@0 b@10 c@20', ['a@0 b@10 c@20']],
    ['any order', 'c@20 a@0 b@10', ['a@0 b@10 c@20']],
    ['three services in exactly the window', 'a@0 b@1 c@60', ['a@0 b@1 c@60']],
    ['three services in more than the window', 'a@0 b@1 c@61', []],
    [
      'growth as long as failures continue',
      'a@0 b@10 c@20 a@80 a@140',
      ['a@0 b@10 c@20 a@80 a@140'],
    ],
    ['an end after a pause', 'a@0 b@10 c@20 a@81', ['a@0 b@10 c@20']],
    [
      'two incidents',
      'a@0 b@10 c@20 a@100 b@101 d@102',
      ['a@100 b@101 d@102', 'a@0 b@10 c@20'],
    ],
    [
      'no lone failures before its start',
      'a@0 a@50 b@100 c@105 d@106',
      ['a@50 b@100 c@105 d@106'],
    ],
    ['services, not builds', 'a@0 a@1 a@2 a@3', []],
  ])('finds %s', (_, failures, incidents) => {
    expect(
      findIncidents(failuresOf(failures), threshold).map(incident =>
        incident.failures.map(({ buildId }) => buildId).join(' '),
      ),
    ).toEqual(incidents);
  });

  it('keeps classes and targets apart', () => {
    expect(
      findIncidents(
        [
          ...failuresOf('a@0 b@1'),
          ...failuresOf('c@2', { target: 'other.example.com' }),
          ...failuresOf('d@3', { class: 'network.timeout' }),
        ],
        threshold,
      ),
    ).toEqual([]);
  });

  it('holds for any failures', () => {
    const failure = fc.record({
      service: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      minute: fc.integer({ min: 0, max: 600 }),
      target: fc.constantFrom('one.example.com', 'two.example.com'),
    });
    fc.assert(
      fc.property(
        fc.array(failure, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 120 }),
        (all, services, windowMinutes) => {
          const failures = all.map(({ service, minute, target }, index) => ({
            ...failuresOf(`${service}@${minute}`, { target })[0],
            buildId: `${index}`,
          }));
          const found = findIncidents(failures, { services, windowMinutes });
          const ids = found.flatMap(incident =>
            incident.failures.map(({ buildId }) => buildId),
          );
          expect(new Set(ids).size).toBe(ids.length);
          for (const incident of found) {
            const times = incident.failures.map(({ at }) => Date.parse(at));
            expect(incident.firstSeen).toBe(incident.failures[0].at);
            expect(incident.lastSeen).toBe(incident.failures.at(-1)?.at);
            for (const [index, time] of times.slice(1).entries()) {
              expect(time - times[index]).toBeGreaterThanOrEqual(0);
              expect(time - times[index]).toBeLessThanOrEqual(
                windowMinutes * 60_000,
              );
            }
            const refs = incident.failures.map(({ entityRef }) => entityRef);
            expect(new Set(refs).size).toBeGreaterThanOrEqual(services);
          }
          // Enough services from any failure on are never missed.
          const missed = failures.filter(first => {
            const near = failures.filter(
              ({ at, target }) =>
                target === first.target &&
                Date.parse(at) >= Date.parse(first.at) &&
                Date.parse(at) - Date.parse(first.at) <= windowMinutes * 60_000,
            );
            const refs = new Set(near.map(({ entityRef }) => entityRef));
            return refs.size >= services && !ids.includes(first.buildId);
          });
          expect(missed).toEqual([]);
        },
      ),
    );
  });
});

describe('stateOfIncident', () => {
  it.each([
    [0, 0, { state: 'open' }],
    [60, 2, { state: 'open' }],
    [61, 0, { state: 'over', because: 'quiet' }],
    [5, 3, { state: 'over', because: 'recovered' }],
    [90, 3, { state: 'over', because: 'recovered' }],
  ])(
    '%i minutes after the last failure, %i recovered',
    (minute, recovered, state) => {
      expect(
        stateOfIncident(
          { lastSeen: timeOf(0) },
          { threshold, now: new Date(timeOf(minute)), recovered },
        ),
      ).toEqual(state);
    },
  );
});

describe('outageClasses', () => {
  it.each(outageClasses.map(id => [id]))('%s is a class', id => {
    expect(describeFailureClass(id)).toMatchObject({ id, kind: 'network' });
  });
});

describe('describeFailureClass', () => {
  it.each([
    ['goproxy.5xx', 'network', true],
    ['test.failure', 'command', false],
    ['command.nonzero', 'command', false],
    ['unknown', 'unknown', false],
    ['class.of.yesterday', 'unknown', false],
  ])('%s', (id, kind, transient) => {
    expect(describeFailureClass(id)).toMatchObject({ id, kind, transient });
  });
});
