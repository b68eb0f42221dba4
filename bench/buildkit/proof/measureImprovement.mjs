/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireModule, source } from '../lib/changes.mjs';
import {
  emptyBuilder,
  engineDirectory,
  engineEnvironment,
  moduleFolder,
} from '../lib/engine.mjs';
import { examples } from '../lib/examples.mjs';
import { capture } from '../lib/processes.mjs';
import { provideBaseImages } from '../lib/standInImages.mjs';
import { StandInInternet } from '../lib/standInInternet.mjs';
import { WorkingCopy } from '../lib/workingCopy.mjs';
import { recordableDockerfile } from '../lib/recordableDockerfile.mjs';
import { loadPackage } from '../../loadPackage.mjs';

const { readBuildLogText } = loadPackage('engine');

/** What a service does one after the other, and what is built of it then. */
const commits = [
  { name: 'no change' },
  { name: 'new commit, same files', change: () => undefined },
  { name: 'source change', change: source('internal/rates/desk.go') },
  {
    name: 'module change',
    change: requireModule('golang.org/x/time@v0.15.0', {
      use: 'golang.org/x/time/rate',
      in: 'internal/api',
      name: 'api',
    }),
  },
];

const naive = `FROM golang:1.27
WORKDIR /app
COPY . .
RUN go mod download
RUN go build -o /shipping-rates ./cmd/shipping-rates
CMD /shipping-rates
`;

/** Each takes the service as it is in the examples. */
const dockerfiles = {
  naive(copy) {
    copy.write('Dockerfile', naive);
    copy.remove('.dockerignore');
  },
  exemplary(copy) {
    copy.write('Dockerfile', recordableDockerfile(copy.read('Dockerfile')));
  },
  /** Layers keep what the mounts of the exemplary one keep. */
  'exemplary, no mounts'(copy) {
    copy.write('Dockerfile', recordableDockerfile(copy.read('Dockerfile')));
    copy.edit('Dockerfile', text =>
      text.replace(/--mount=type=cache,\S+\s*(?:\\\n\s*)?/g, ''),
    );
  },
};

/** What each builder still has when a build starts. */
export const builders = ['warm', 'remote cache', 'ephemeral'];

/**
 * Builds the exemplary service with each Dockerfile on each builder, commit
 * after commit, and measures each build.
 */
export async function measureImprovement(say) {
  const rows = [];
  for (const builder of builders) {
    for (const dockerfile of Object.keys(dockerfiles)) {
      rows.push(...(await measure({ builder, dockerfile, say })));
    }
  }
  return rows;
}

async function measure({ builder, dockerfile, say }) {
  const copy = new WorkingCopy(join(examples, 'exemplary'));
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
  });
  const options = remoteCacheOptions(builder, copy);
  const rows = [];
  try {
    dockerfiles[dockerfile](copy);
    // What lies in a checkout beside the sources: documents and pictures.
    writeFileSync(join(copy.root, 'picture.bin'), Buffer.alloc(2_000_000, 'p'));
    await copy.start();
    await copy.commit('First', new Date(Date.UTC(2026, 0, 1, 8)));
    await internet.open();
    await provideBaseImages(copy.read('Dockerfile'));
    await emptyBuilder();
    await build(copy, { internet, options });
    for (const [index, { name, change }] of commits.entries()) {
      if (change) {
        await change(copy, index);
        await copy.commit(name, new Date(Date.UTC(2026, 0, 1, 9, index)));
      }
      if (builder !== 'warm') {
        await emptyBuilder();
      }
      const measured = await build(copy, { internet, options });
      const row = { builder, dockerfile, name, ...measured };
      say(JSON.stringify(row));
      rows.push(row);
    }
  } finally {
    internet.close();
    copy.dispose();
  }
  return rows;
}

function remoteCacheOptions(builder, { home }) {
  const folder = join(home, 'remote-cache');
  return builder === 'remote cache'
    ? [
        ...['--cache-to', `type=local,dest=${folder},mode=max`],
        ...['--cache-from', `type=local,src=${folder}`],
      ]
    : [];
}

async function build(copy, { internet, options }) {
  const before = internet.moduleBytes;
  const { status, output } = await capture(
    'docker',
    [
      ...['buildx', 'build', '--progress=rawjson', '--network=host'],
      ...[...internet.buildOptions, ...options, '.'],
    ],
    { cwd: copy.root, env: engineEnvironment },
  );
  if (status !== 0) {
    throw new Error(output.slice(-600));
  }
  const { steps, cache, contextBytes } = readBuildLogText(output);
  return {
    moduleBytes: internet.moduleBytes - before,
    seconds: steps
      .filter(({ internal, state }) => !internal && state === 'executed')
      .reduce((sum, step) => sum + (step.seconds ?? 0), 0),
    contextBytes: contextBytes ?? 0,
    cached: cache.cached,
    cacheable: cache.cacheable,
  };
}
