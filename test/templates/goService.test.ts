/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { scan } from '@build-hygiene/engine';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkGoModule, hasGo, sayWithoutGo } from '../src/goToolchain';
import { addModule } from './addModule';
import { filesBelow } from './filesBelow';
import { formOf } from './formOf';
import { renderTemplate, templatesRoot } from './renderTemplate';

const services = {
  'as most will fill it in': {
    name: 'parcel-tracking',
    description: 'Tells where a parcel is, and where it has been',
    modulePath: 'github.com/parcel/parcel-tracking',
    owner: 'group:default/team-delivery',
  },
  'without a description': {
    name: 'rates',
    description: '',
    modulePath: 'go.example.com/rates',
    owner: 'team-commerce',
  },
  'with every sign that YAML and Markdown could trip over': {
    name: 'a1-b2-c3',
    description: `"Quotes": 'rates', {for: all} # and <b>more</b> | \\ — ünïcødé`,
    modulePath: 'a-b.example/x_y/z.w/0-9',
    owner: 'group:default/team-platform',
  },
  'named like folders that matter in a build': {
    name: 'internal',
    description: 'true',
    modulePath: 'example.org/internal/server/main',
    owner: 'etc',
  },
  'as long as allowed': {
    name: 'n'.repeat(63),
    description: 'word '.repeat(40).trim(),
    modulePath: `example.com/${'path/'.repeat(37)}end`,
    owner: 'group:default/team-platform',
  },
};

const nameSlot = () => formOf('go-service').name.pattern;
const pathSlot = () => formOf('go-service').modulePath.pattern;

describe('the Go service template', () => {
  const directory = createMockDirectory();

  if (!hasGo) {
    sayWithoutGo("the Go service template's output is");
  }

  describe.each(Object.entries(services))('%s', (_, values) => {
    beforeEach(async () => {
      directory.clear();
      await renderTemplate({
        template: 'go-service',
        values,
        workspacePath: directory.path,
      });
    });

    it('is filled in with values that the form accepts', () => {
      const { name, description, modulePath } = formOf('go-service');
      expect(values.name).toMatch(new RegExp(name.pattern, 'u'));
      expect(values.name.length).toBeLessThanOrEqual(name.maxLength);
      expect(values.modulePath).toMatch(new RegExp(modulePath.pattern, 'u'));
      expect(values.modulePath.length).toBeLessThanOrEqual(
        modulePath.maxLength,
      );
      expect(values.description.length).toBeLessThanOrEqual(
        description.maxLength,
      );
    });

    it('scores 100 with nothing open', async () => {
      const { report } = scan(await readLocalSnapshot(directory.path));
      expect(
        report.checks.filter(
          ({ state }) => state !== 'pass' && state !== 'not-applicable',
        ),
      ).toEqual([]);
      expect(report.errors).toEqual([]);
      expect(report.score).toMatchObject({ value: 100, grade: 'A' });
      expect(report.units.map(({ id }) => id)).toEqual(['Dockerfile']);
      expect(report.modules).toMatchObject([{ module: values.modulePath }]);
    });

    it('still does with its first module, on the runners of its workflow', async () => {
      addModule(directory.path, 'go.example.com/queue');
      const { report, matrix } = scan(await readLocalSnapshot(directory.path));
      expect(matrix.units[0].profile.kind).toBe('remote-max');
      expect(report.score).toMatchObject({ value: 100, grade: 'A' });
      expect(report.checks).toContainEqual(
        expect.objectContaining({
          rule: 'cache/deps-before-source',
          state: 'pass',
        }),
      );
    });

    it('describes the service to the catalog', () => {
      expect(parse(read('catalog-info.yaml'))).toMatchObject({
        kind: 'Component',
        metadata: {
          name: values.name,
          description: values.description || values.name,
        },
        spec: { owner: values.owner },
      });
    });

    it('has a workflow whose expressions are left to GitHub', () => {
      const workflow = parse(read('.github/workflows/build.yaml'));
      const build = workflow.jobs.image.steps.find((step: { uses?: string }) =>
        step.uses?.startsWith('docker/build-push-action@'),
      );
      expect(build.with.tags).toBe('${{ env.IMAGE }}:${{ github.sha }}');
      expect(build.with['cache-to']).toContain('mode=max');
    });

    it('leaves no placeholder behind', () => {
      for (const path of ['Dockerfile', 'README.md', 'go.mod', 'main.go']) {
        expect(read(path)).not.toMatch(/\$\{\{|\{%|undefined/);
      }
      expect(existsSync(join(directory.path, '.dockerignore'))).toBe(true);
    });

    if (hasGo) {
      it('compiles, is formatted, and passes its tests', () => {
        expect(checkGoModule({ root: directory.path })).toMatchObject({
          status: 0,
        });
      }, 300_000);
    }
  });

  it.each([
    'Parcel',
    'parcel_tracking',
    '-parcel',
    'parcel-',
    '1parcel',
    'parcel tracking',
    '',
  ])('refuses the name %p', name => {
    expect(name).not.toMatch(new RegExp(nameSlot(), 'u'));
  });

  it.each([
    'parcel',
    'fmt/parcel',
    'https://github.com/parcel/tracking',
    'github.com/parcel/',
    'github.com//parcel',
    'github.com/Parcel/tracking',
    'github.com/parcel/tracking/v2',
    'github.com/parcel/../tracking',
    'github.com/parcel/.tracking',
    'github.com/parcel/aux',
    'con.com/parcel',
    'github.com/parcel/con.fig',
    'github.com/vendor/tracking',
    'gopkg.in/tracking',
    'github.com/parcel/tra cking',
    'github.com/parcel/"tracking"',
  ])('refuses the module path %p', modulePath => {
    expect(modulePath).not.toMatch(new RegExp(pathSlot(), 'u'));
  });

  it('has the same code in Go in every variant', () => {
    const content = join(templatesRoot, 'go-service/content');
    const code = filesBelow(content).filter(path => /\.go$|^go\./.test(path));
    expect(code).toHaveLength(4);
    for (const path of code) {
      expect(readFileSync(join(content, path), 'utf8')).not.toMatch(
        /values\.(?!name|modulePath)|\{%/,
      );
    }
  });

  function read(path: string) {
    return readFileSync(join(directory.path, path), 'utf8');
  }
});
