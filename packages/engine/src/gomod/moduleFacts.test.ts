/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { escapeModulePath, escapeModuleVersion } from './escapeModulePath';
import {
  goodVersionNear,
  latestVersion,
  listedVersions,
  newerVersion,
  readModuleFacts,
  retractionOf,
} from './moduleFacts';
import { compareModuleVersions } from './moduleVersion';

interface Said {
  retracted?: string[];
  deprecated?: string;
  update?: string;
  error?: string;
}

interface Case {
  modulePath: string;
  versions: string[];
  goMod: string;
  said: Record<string, Said>;
}

const asOf = '2026-11-21T08:00:00Z';

/** What the go command says where the authors gave no reason. */
const noReason = 'retracted by module author';

function factsOf({ modulePath, versions, goMod }: Omit<Case, 'said'>) {
  const listed = listedVersions(versions.join('\n'));
  return readModuleFacts(modulePath, {
    versions: listed,
    latest: latestVersion(listed),
    goMod,
    asOf,
  });
}

/** Cases that bench/module-facts has put to the go command. */
describe('module facts', () => {
  const golden = readFileSync(
    join(__dirname, 'golden', 'moduleFacts.json'),
    'utf8',
  );
  const cases: Case[] = JSON.parse(golden).cases;
  const usable = cases.filter(({ said }) =>
    Object.values(said).every(({ error }) => error === undefined),
  );

  it('have cases of each kind', () => {
    const said = usable.flatMap(each => Object.values(each.said));
    expect(said.some(({ deprecated }) => deprecated)).toBe(true);
    expect(said.some(({ retracted }) => retracted?.length === 2)).toBe(true);
    expect(said.some(({ update }) => !update)).toBe(true);
    expect(usable.length).toBeGreaterThan(100);
  });

  it.each(usable.map(each => [JSON.stringify(each.goMod), each] as const))(
    'are what the go command says: %s',
    (_, { said, ...module }) => {
      const facts = factsOf(module);
      const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
      for (const [version, expected] of Object.entries(said)) {
        const retraction = retractionOf(facts, version);
        expect([version, retraction !== undefined]).toEqual([
          version,
          expected.retracted !== undefined,
        ]);
        expect(retraction?.rationales ?? []).toEqual(
          (expected.retracted ?? [])
            .filter(reason => reason !== noReason)
            .map(inOneLine),
        );
        expect(facts.deprecated).toBe(
          expected.deprecated && inOneLine(expected.deprecated),
        );
        expect([version, newerVersion(facts, version)]).toEqual([
          version,
          expected.update,
        ]);
      }
    },
  );
});

describe('listedVersions', () => {
  it('takes what the go command would, in order', () => {
    expect(
      listedVersions(
        'v1.10.0\nv1.9.0 2026-01-01T00:00:00Z\n\nlatest\n1.0.0\n<html>\nv1.9.0\nv0.0.0-20260102030405-0123456789ab\n',
      ),
    ).toEqual(['v1.9.0', 'v1.10.0']);
  });
});

describe('latestVersion', () => {
  it.each([
    [['v1.0.0', 'v1.1.0-rc.1'], 'v1.0.0'],
    [['v1.0.0-a', 'v1.0.0-b'], 'v1.0.0-b'],
    [['v1.0.0', 'v2.0.0+incompatible'], 'v1.0.0'],
    [['v2.0.0+incompatible', 'v3.0.0+incompatible'], 'v3.0.0+incompatible'],
    [[], undefined],
  ])('of %j is %s', (versions, latest) => {
    expect(latestVersion(versions)).toBe(latest);
  });

  it('counts incompatible versions when told to', () => {
    expect(
      latestVersion(['v1.0.0', 'v2.0.0+incompatible'], {
        withIncompatible: true,
      }),
    ).toBe('v2.0.0+incompatible');
  });
});

describe('goodVersionNear', () => {
  const versions = ['v1.0.0', 'v1.1.0-rc.1', 'v1.1.0', 'v1.2.0', 'v1.3.0'];
  const at = (version: string) => ({ low: version, high: version });

  it.each([
    ['the next release', 'v1.0.0', ['v1.0.0'], 'v1.1.0'],
    ['the next one that is good', 'v1.0.0', ['v1.0.0', 'v1.1.0'], 'v1.2.0'],
    ['the one before the newest', 'v1.3.0', ['v1.3.0'], 'v1.2.0'],
    ['a release after a pre-release', 'v1.1.0-rc.1', ['v1.1.0-rc.1'], 'v1.1.0'],
    ['nothing where nothing is good', 'v1.0.0', versions, undefined],
  ])('is %s', (_, version, retracted, good) => {
    expect(
      goodVersionNear({ versions, retracted: retracted.map(at) }, version),
    ).toBe(good);
  });
});

describe('readModuleFacts', () => {
  it('cuts comments that would fill a page', () => {
    const { deprecated } = factsOf({
      modulePath: 'example.com/a',
      versions: ['v1.0.0'],
      goMod: `// Deprecated: ${'x '.repeat(5_000)}\nmodule example.com/a\n`,
    });
    expect(deprecated?.length).toBeLessThan(400);
  });

  it('takes any text without throwing, and any range for what it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (goMod, version) => {
        const facts = factsOf({
          modulePath: 'example.com/a',
          versions: [version],
          goMod: `module example.com/a\nretract ${goMod}`,
        });
        for (const { low, high } of facts.retracted) {
          expect(retractionOf(facts, low) === undefined).toBe(
            compareModuleVersions(low, high) > 0,
          );
        }
      }),
    );
  });
});

describe('escapeModulePath', () => {
  it.each([
    ['github.com/Azure/azure-sdk-for-go', 'github.com/!azure/azure-sdk-for-go'],
    ['example.com/lib/v2', 'example.com/lib/v2'],
    ['../../etc/passwd', undefined],
    ['example.com/a b', undefined],
    ['example.com/a?x=1', undefined],
    ['example.com/a!b', undefined],
    ['', undefined],
  ])('makes of %s: %s', (path, escaped) => {
    expect(escapeModulePath(path)).toBe(escaped);
  });

  it.each([
    ['v1.0.0-RC.1', 'v1.0.0-!r!c.1'],
    ['v2.0.0+incompatible', 'v2.0.0+incompatible'],
    ['latest', undefined],
    ['v1.0.0/../x', undefined],
  ])('makes of the version %s: %s', (version, escaped) => {
    expect(escapeModuleVersion(version)).toBe(escaped);
  });
});
