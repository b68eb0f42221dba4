/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root, textOf } from './pages';
import { publicPackages } from './publicPackages';

/** What the next release does to the version of each package. */
const bumps: Record<string, string> = Object.assign(
  {},
  ...readdirSync(join(root, '.changeset'))
    .filter(file => file.endsWith('.md') && file !== 'README.md')
    .map(file => parse(textOf(`.changeset/${file}`).split('---\n')[1])),
);

describe('changesets', () => {
  it('bring every package to its first version', () => {
    const missing = publicPackages
      .filter(({ version }) => version === '0.0.0')
      .map(({ name }) => name)
      .filter(name => bumps[name] !== 'minor');
    expect(missing).toEqual([]);
  });

  it('name packages that are published', () => {
    const names = publicPackages.map(({ name }) => name);
    expect(Object.keys(bumps).filter(name => !names.includes(name))).toEqual(
      [],
    );
  });
});

describe('push-build-record', () => {
  it('starts a version of the command that there is, or will be first', () => {
    const { version } = publicPackages.find(
      ({ name }) => name === '@build-hygiene/cli',
    )!;
    const { inputs } = parse(textOf('actions/push-build-record/action.yml'));
    expect(inputs.command.default).toBe(
      `npx --yes @build-hygiene/cli@${version === '0.0.0' ? '0.1.0' : version}`,
    );
  });
});
