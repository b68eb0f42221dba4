/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from './pages';

export interface PublicPackage {
  name: string;
  version: string;
  /** From the root of the repository. */
  folder: string;
}

/** What is published on npm. */
export const publicPackages: PublicPackage[] = ['packages', 'plugins']
  .flatMap(parent =>
    readdirSync(join(root, parent)).map(name => `${parent}/${name}`),
  )
  .map(folder => ({ ...JSON.parse(textOf(`${folder}/package.json`)), folder }))
  .filter(({ private: isPrivate }) => !isPrivate);
