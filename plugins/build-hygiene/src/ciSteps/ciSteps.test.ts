/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ciSteps, CiStep } from './ciSteps';

const values = {
  entityRef: 'component:default/orders',
  backendUrl: 'https://backstage.example.com/api/build-hygiene',
};

/** What curl is called with when a shell runs the lines that call it. */
function argumentsOf({ text }: CiStep): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex(line => /^\s*curl /.test(line));
  const end = lines.findIndex(
    (line, at) => at >= start && !line.endsWith('\\'),
  );
  const command = lines
    .slice(start, end + 1)
    .join('\n')
    // As Groovy reads it.
    .replaceAll('\\\\', '\\');
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '--norc',
      '--noprofile',
      '-euc',
      `curl() { printf '%s\\n' "$@"; }\n${command}`,
    ],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        BUILD_HYGIENE_TOKEN: 'the token',
        RUNNER_TEMP: '/tmp/a b',
        WORKSPACE_TMP: '/tmp/a b',
        GITHUB_RUN_ID: '17',
        GITHUB_RUN_ATTEMPT: '2',
        GITHUB_SHA: 'c0ffee',
        GITHUB_REF: 'refs/heads/a"b $c',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'shop/orders',
        CI_JOB_ID: '17',
        CI_COMMIT_SHA: 'c0ffee',
        CI_COMMIT_REF_NAME: 'a"b $c',
        CI_JOB_URL: 'https://gitlab.example/1',
        BUILD_TAG: '17',
        GIT_COMMIT: 'c0ffee',
        GIT_BRANCH: 'origin/a"b $c',
        BUILD_URL: 'https://jenkins.example/1',
        RUN_ID: '17',
        COMMIT: 'c0ffee',
        BRANCH: 'a"b $c',
      } as unknown as NodeJS.ProcessEnv,
    },
  );
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

describe('ciSteps', () => {
  const steps = ciSteps(values);

  it.each(steps.map(step => [step.name, step] as const))(
    'sends what is known of the build from %s',
    (_, step) => {
      const sent = argumentsOf(step);
      expect(sent).toEqual(
        expect.arrayContaining([
          'Authorization: Bearer the token',
          'entityRef=component:default/orders',
          'runId=17',
          'commit=c0ffee',
          'branch=a"b $c',
          expect.stringMatching(/^provider=/),
          expect.stringMatching(/^log=@\/.*build\.log$/),
        ]),
      );
      expect(sent.indexOf('--form')).toBeGreaterThan(
        sent.lastIndexOf('--form-string'),
      );
      expect(sent[sent.length - 1]).toBe(
        'https://backstage.example.com/api/build-hygiene/builds',
      );
    },
  );

  it.each([
    ["component:default/x'; rm -rf y #", 'https://b.example/$(date)/'],
    ['component:default/`id`', "https://b.example/'x"],
    ['component:default/x\ny', 'https://b.example/\\"'],
  ])('lets no value out of its place: %j', (entityRef, backendUrl) => {
    for (const step of ciSteps({ entityRef, backendUrl })) {
      const sent = argumentsOf(step);
      expect(sent.filter(word => word.startsWith('entityRef='))).toHaveLength(
        1,
      );
      expect(sent[sent.length - 1]).toMatch(/^https:.*\/builds$/);
    }
  });

  it('keeps the log out of what is built', () => {
    for (const { text } of steps) {
      expect(text).toMatch(/tee ("\$|\/)/);
    }
  });

  it('gives the steps that the documentation shows', () => {
    const page = readFileSync(
      path.resolve(__dirname, '../../../../docs/build-records.md'),
      'utf8',
    );
    for (const { text } of steps) {
      expect(page).toContain(text);
    }
  });
});
