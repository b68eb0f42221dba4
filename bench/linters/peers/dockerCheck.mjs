/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  docker,
  engineEnvironment,
  ensureEngine,
} from '../../buildkit/lib/engine.mjs';
import { findObstacle } from '../../buildkit/lib/findObstacle.mjs';
import {
  baseImages,
  recordableDockerfile,
} from '../../buildkit/lib/recordableDockerfile.mjs';
import { inParallel } from '../inParallel.mjs';
import { runProgram } from '../runProgram.mjs';
import { isDockerfile, isIgnoreFile } from './isDockerfile.mjs';
import { pathOf } from './pathOf.mjs';

/**
 * The engine that bench/buildkit/engine.sh brings up. Base images are stand-ins,
 * since it reaches no registry: a `# syntax=` line and digests are taken out.
 */
export async function findDockerCheck(scratch) {
  if (process.env.BUILD_HYGIENE_ENGINE === undefined) {
    return { skipped: 'BUILD_HYGIENE_ENGINE names no engine' };
  }
  const obstacle = findObstacle();
  if (obstacle) {
    return { skipped: `no BuildKit can run here, ${obstacle}` };
  }
  await ensureEngine();
  const version = await docker('version', '-f', '{{.Server.Version}}');
  const folder = join(scratch, 'docker');
  mkdirSync(folder);
  const tagged = new Set();
  let number = 0;
  const prepare = async path => {
    const text = recordableDockerfile(readFileSync(path, 'utf8'));
    for (const image of baseImages(text)) {
      if (!tagged.has(image)) {
        tagged.add(image);
        await runProgram(['docker', 'tag', standInOf(image), image], {
          env: engineEnvironment,
        });
      }
    }
    const file = join(folder, `${number++}.Dockerfile`);
    writeFileSync(file, text);
    return file;
  };
  const check = (file, context) => [
    'docker',
    'buildx',
    'build',
    '--call=check,format=json',
    ...['-f', file],
    context,
  ];
  return {
    version: `of Docker Engine ${version.trim()}`,
    reads: path => isDockerfile(path) || isIgnoreFile(path),
    env: engineEnvironment,
    filesPerProcess: 1,
    prepare,
    command: ([file]) => check(file, folder),
    lint: places =>
      inParallel(places, async place => {
        const { stdout } = await runProgram(
          check(
            await prepare(pathOf(place)),
            join(place.folder, place.context),
          ),
          { env: engineEnvironment },
        );
        return codesOf(stdout);
      }),
  };
}

function standInOf(image) {
  if (/^golang(:|$)/.test(image)) {
    return 'stand-in/golang:1.27';
  }
  return image.includes('distroless')
    ? 'stand-in/base:static'
    : 'stand-in/base:busybox';
}

function codesOf(output) {
  try {
    const { warnings = [], buildError } = JSON.parse(output);
    return [
      ...(warnings ?? []).map(({ ruleName }) => ruleName),
      ...(buildError ? ['build error'] : []),
    ];
  } catch {
    return ['build error'];
  }
}
