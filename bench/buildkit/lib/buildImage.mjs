/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { engineEnvironment } from './engine.mjs';
import { capture } from './processes.mjs';
import { recordableDockerfile } from './recordableDockerfile.mjs';
import { provideBaseImages } from './standInImages.mjs';

/**
 * Builds what a working copy has, without an image registry, and resolves to
 * the exit status and the log.
 */
export async function buildImage(
  copy,
  {
    internet,
    dockerfile: path = 'Dockerfile',
    context = '.',
    progress = 'plain',
    tag,
    options = [],
  },
) {
  const recordable = recordableDockerfile(copy.read(path));
  await provideBaseImages(recordable);
  // Beside the repository, so that what the build sees of it is untouched.
  const dockerfile = join(copy.home, 'dockerfile', basename(path));
  rmSync(dirname(dockerfile), { recursive: true, force: true });
  mkdirSync(dirname(dockerfile));
  writeFileSync(dockerfile, recordable);
  const ignore = join(copy.root, `${path}.dockerignore`);
  if (existsSync(ignore)) {
    writeFileSync(`${dockerfile}.dockerignore`, readFileSync(ignore));
  }
  return capture(
    'docker',
    [
      ...['buildx', 'build', `--progress=${progress}`],
      ...['--network=host', ...internet.buildOptions],
      ...['--file', dockerfile, '--tag', tag],
      ...[...options, context],
    ],
    { cwd: copy.root, env: engineEnvironment },
  );
}
