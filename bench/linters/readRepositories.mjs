/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The folders of a folder, each a repository, with the Dockerfiles that are checked in them. */
export async function readRepositories(folder, { engine, reader }) {
  const load = path => createRequire(path)(path);
  const { scan } = load(engine);
  const { readLocalSnapshot } = load(reader);
  const repositories = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const path = join(folder, entry.name);
      const { report } = scan(await readLocalSnapshot(path));
      const dockerfiles = report.units
        .filter(({ excluded }) => !excluded)
        .map(({ dockerfile }) => join(path, dockerfile));
      repositories.push({
        folder: path,
        dockerfiles: [...new Set(dockerfiles)],
      });
    }
  }
  return repositories.filter(({ dockerfiles }) => dockerfiles.length > 0);
}
