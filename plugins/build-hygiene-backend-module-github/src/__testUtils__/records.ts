/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// The engine makes these records for its own tests, too.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import {
  dockerbuild,
  RecordedBuild,
  successfulBuild,
} from '@build-hygiene/engine/src/builds/__testUtils__/dockerbuild';
import { zipOf } from './zipOf';

/** The archive of an artifact that `docker/build-push-action` uploads. */
export function recordArchive(record: RecordedBuild['record'] = {}): Buffer {
  return zipOf({
    'octo-org~octo-repo~X9BR9F.dockerbuild': dockerbuild([
      { ...successfulBuild, record },
    ]),
  });
}

/** The attributes that buildx records of a Dockerfile in a repository. */
export function builtFrom(
  folder: string,
): NonNullable<RecordedBuild['record']> {
  return {
    FrontendAttrs: {
      filename: 'Dockerfile',
      'vcs:source': 'https://github.example.com/octo-org/octo-repo',
      'vcs:localdir:context': '.',
      'vcs:localdir:dockerfile': folder,
    },
  };
}

const lines = `##[group]Run docker build .
docker build .
##[endgroup]
#0 building with "default" instance using docker driver
#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#2 [1/3] FROM docker.io/library/golang:1.25
#2 DONE 0.1s
#3 [2/3] COPY . .
#3 DONE 0.5s
#4 [3/3] RUN go build ./...`;

/** The log of a job that builds an image, as GitHub shows it. */
export function jobLog(outcome: 'success' | 'failure'): string {
  const end =
    outcome === 'success'
      ? ['#4 DONE 12.5s', '#5 exporting to image', '#5 DONE 0.3s']
      : [
          '#4 2.100 main.go:3:2: undefined: x',
          '#4 ERROR: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1',
          'ERROR: failed to solve: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1',
          '##[error]Process completed with exit code 1.',
        ];
  return `\uFEFF${[...lines.split('\n'), ...end]
    .map(line => `2026-11-20T11:26:16.8183728Z ${line}\r\n`)
    .join('')}`;
}

export const lintLog =
  '\uFEFF2026-11-20T11:26:16.8183728Z ##[group]Run golangci-lint run\r\n2026-11-20T11:26:17.8183728Z ok\r\n';
