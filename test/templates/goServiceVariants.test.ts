/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import { scan } from '@build-hygiene/engine';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addModule } from './addModule';
import { filesBelow } from './filesBelow';
import { formOf } from './formOf';
import {
  GoServiceAnswers,
  goServiceVariants,
  renderGoService,
} from './goServiceVariants';

const builders = {
  ephemeral: {
    profile: 'remote-max',
    runner: 'ubuntu-24.04',
    setUp: ['setup-buildx-action'],
    cache: ['cache-from', 'cache-to'],
    moduleMounts: 0,
  },
  warm: {
    profile: 'warm',
    runner: ['self-hosted', 'linux'],
    setUp: [],
    cache: [],
    moduleMounts: 2,
  },
};

const updateFiles = {
  dependabot: ['.github/dependabot.yml'],
  renovate: ['renovate.json'],
  none: [],
};

const privateModules = 'go.example.com/parcel,github.com/parcel';

const variants = goServiceVariants(privateModules);

describe('the Go service template', () => {
  const directory = createMockDirectory();

  const read = (path: string) =>
    readFileSync(join(directory.path, path), 'utf8');
  const everyFile = () => filesBelow(directory.path);

  async function render(answers: GoServiceAnswers) {
    directory.clear();
    await renderGoService(directory.path, answers);
  }

  function imageJob() {
    const { jobs } = parse(read('.github/workflows/build.yaml'));
    const steps: { uses?: string; with?: Record<string, string> }[] =
      jobs.image.steps;
    return {
      runner: jobs.image['runs-on'],
      steps,
      build: steps.find(({ uses }) => uses?.includes('/build-push-action@')),
    };
  }

  describe.each(variants)(
    'on a builder that is $builder, with private modules "$goPrivate", updates: $updates',
    answers => {
      const { builder, updates } = answers;

      beforeEach(() => render(answers));

      it.each([[[]], [['go.example.com/parcel/queue']]])(
        'scores 100 with nothing open, with the modules %p',
        async modules => {
          for (const module of modules) {
            addModule(directory.path, module);
          }
          const { report, matrix } = scan(
            await readLocalSnapshot(directory.path),
          );
          expect(
            report.checks.filter(
              ({ state }) => state !== 'pass' && state !== 'not-applicable',
            ),
          ).toEqual([]);
          expect(report.errors).toEqual([]);
          expect(report.score).toMatchObject({ value: 100, grade: 'A' });
          expect(matrix.units[0].profile.kind).toBe(builders[builder].profile);
        },
      );

      it('uses the cache that its builder has', () => {
        const { profile, moduleMounts, ...expected } = builders[builder];
        const { runner, steps, build } = imageJob();
        expect({
          runner,
          setUp: steps.flatMap(
            ({ uses }) => uses?.match(/setup-buildx-action/) ?? [],
          ),
          cache: Object.keys(build?.with ?? {}).filter(key =>
            key.startsWith('cache-'),
          ),
        }).toEqual(expected);
        expect(read('Dockerfile').split('target=/go/pkg/mod')).toHaveLength(
          moduleMounts + 1,
        );
      });

      it('has the settings for updates', () => {
        expect(
          everyFile().filter(path => /dependabot|renovate/.test(path)),
        ).toEqual(updateFiles[updates]);
      });

      it('leaves no placeholder and no stray space behind', () => {
        for (const path of everyFile()) {
          expect(`${path} ${read(path)}`).not.toMatch(
            /values\.|\{%|undefined|[ \t]\n|\n\n\n|[^\n]$/,
          );
        }
      });
    },
  );

  it.each(variants.filter(({ goPrivate }) => goPrivate !== ''))(
    'takes the credentials for private modules, $builder, updates: $updates',
    async answers => {
      await render(answers);
      const { env, jobs } = parse(read('.github/workflows/build.yaml'));
      expect(read('Dockerfile')).toContain(`GOPRIVATE=${privateModules}\n`);
      expect(read('Dockerfile').match(/type=secret/g)).toHaveLength(1);
      expect(env).toEqual({ GOPRIVATE: privateModules });
      expect(jobs.test.steps).toContainEqual(
        expect.objectContaining({ env: { NETRC: '${{ secrets.NETRC }}' } }),
      );
      expect(imageJob().build).toMatchObject({
        env: { NETRC: '${{ secrets.NETRC }}' },
        with: { 'secret-envs': 'netrc=NETRC' },
      });
      expect(read('Makefile')).toContain(
        'docker build --secret id=netrc,src=$(HOME)/.netrc -t',
      );
    },
  );

  it.each(variants.filter(({ goPrivate }) => goPrivate === ''))(
    'knows of no credentials without private modules, $builder, updates: $updates',
    async answers => {
      await render(answers);
      for (const path of everyFile()) {
        expect(`${path} ${read(path)}`).not.toMatch(/netrc|GOPRIVATE|secret,/i);
      }
    },
  );

  const pattern = () =>
    new RegExp(
      formOf('go-service', {
        page: 1,
        ticked: 'privateModules',
      }).goPrivate.pattern,
      'u',
    );

  it.each([
    'github.com/parcel',
    'go.example.com',
    'go.example.com/Parcel,github.com/parcel/log',
  ])('takes the private modules %p', modules => {
    expect(modules).toMatch(pattern());
  });

  it.each([
    'parcel',
    '*',
    'github.com/',
    'github.com/a b',
    'a.com,',
    '"a.com"',
  ])('refuses the private modules %p', modules => {
    expect(modules).not.toMatch(pattern());
  });
});
