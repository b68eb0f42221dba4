/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildLogReading } from '../types';

/** The same build of a Go service in the words of each builder. */
export interface BuilderLog {
  succeeding: string;
  /** What is printed when all is done, and not before. */
  lastWord: string;
}

const id = (character: string) => character.repeat(12);
const fullId = (character: string) => character.repeat(64);

export const legacyLog: BuilderLog = {
  succeeding: `Sending build context to Docker daemon  10.24kB\r\r
Step 1/8 : FROM golang:1.27 AS build
 ---> ${id('1')}
Step 2/8 : WORKDIR /src
 ---> Using cache
 ---> ${id('2')}
Step 3/8 : COPY go.mod go.sum ./
 ---> Using cache
 ---> ${id('3')}
Step 4/8 : RUN go mod download
 ---> Running in ${id('a')}
go: downloading github.com/google/uuid v1.6.0
Removing intermediate container ${id('a')}
 ---> ${id('4')}
Step 5/8 : RUN go build -o /out/app .
 ---> Running in ${id('b')}
 ---> Removed intermediate container ${id('b')}
 ---> ${id('5')}
Step 6/8 : FROM alpine:3.22
3.22: Pulling from library/alpine
${id('c')}: Pull complete
Digest: sha256:${fullId('d')}
Status: Downloaded newer image for alpine:3.22
 ---> ${id('6')}
Step 7/8 : COPY --from=build /out/app /app
 ---> ${id('7')}
Step 8/8 : ENTRYPOINT ["/app"]
 ---> Running in ${id('e')}
Removing intermediate container ${id('e')}
 ---> ${id('8')}
Successfully built ${id('8')}
Successfully tagged app:latest
`,
  lastWord: 'Successfully built',
};

export const buildahLog: BuilderLog = {
  succeeding: `[1/2] STEP 1/5: FROM golang:1.27 AS build
Trying to pull docker.io/library/golang:1.27...
Getting image source signatures
Copying blob ${id('c')} done
Writing manifest to image destination
[1/2] STEP 2/5: WORKDIR /src
--> Using cache ${fullId('2')}
--> ${id('2')}
[1/2] STEP 3/5: COPY go.mod go.sum ./
--> Using cache ${fullId('3')}
--> ${id('3')}
[1/2] STEP 4/5: RUN go mod download
go: downloading github.com/google/uuid v1.6.0
--> ${id('4')}
[1/2] STEP 5/5: RUN go build -o /out/app .
--> ${id('5')}
[2/2] STEP 1/3: FROM alpine:3.22
[2/2] STEP 2/3: COPY --from=build /out/app /app
--> ${id('7')}
[2/2] STEP 3/3: ENTRYPOINT ["/app"]
[2/2] COMMIT app:latest
--> ${id('8')}
Successfully tagged localhost/app:latest
${fullId('8')}
`,
  lastWord: `--> ${id('8')}`,
};

export const kanikoLog: BuilderLog = {
  succeeding: `INFO[0000] Resolved base name golang:1.27 to build
INFO[0000] Retrieving image manifest golang:1.27
INFO[0001] Built cross stage deps: map[0:[/out/app]]
INFO[0001] Executing 0 build triggers
INFO[0001] Building stage 'golang:1.27' [idx: '0', base-idx: '-1']
INFO[0001] Checking for cached layer registry.example/app/cache:1234...
INFO[0001] Using caching version of cmd: RUN go mod download
INFO[0001] Checking for cached layer registry.example/app/cache:5678...
INFO[0001] No cached layer found for cmd RUN go build -o /out/app .
INFO[0002] Unpacking rootfs as cmd COPY go.mod go.sum ./ requires it.
INFO[0009] WORKDIR /src
INFO[0009] Cmd: workdir
INFO[0009] Changed working directory to /src
INFO[0009] COPY go.mod go.sum ./
INFO[0009] Taking snapshot of files...
INFO[0009] RUN go mod download
INFO[0009] Found cached layer, extracting to filesystem
INFO[0011] RUN go build -o /out/app .
INFO[0011] Initializing snapshotter ...
INFO[0011] Taking snapshot of full filesystem...
INFO[0012] Cmd: /bin/sh
INFO[0012] Args: [-c go build -o /out/app .]
INFO[0012] Running: [/bin/sh -c go build -o /out/app .]
INFO[0030] Taking snapshot of full filesystem...
INFO[0031] Pushing layer registry.example/app/cache:5678 to cache now
INFO[0031] Pushing image to registry.example/app/cache:5678
INFO[0032] Pushed registry.example/app/cache@sha256:${fullId('5')}
INFO[0032] Saving file out/app for later use
INFO[0032] Deleting filesystem...
INFO[0033] Retrieving image manifest alpine:3.22
INFO[0033] Executing 0 build triggers
INFO[0033] Building stage 'alpine:3.22' [idx: '1', base-idx: '-1']
INFO[0033] Unpacking rootfs as cmd COPY --from=build /out/app /app requires it.
INFO[0034] COPY --from=build /out/app /app
INFO[0034] Taking snapshot of files...
INFO[0034] ENTRYPOINT ["/app"]
INFO[0034] No files changed in this command, skipping snapshotting.
INFO[0034] Pushing image to registry.example/app:1
INFO[0036] Pushed registry.example/app@sha256:${fullId('8')}
`,
  lastWord: 'Pushed registry.example/app@',
};

/** Outcome, cache use and steps of a reading, in short. */
export function summarize({ outcome, cache, steps }: BuildLogReading) {
  return {
    outcome,
    cache,
    steps: steps
      .filter(({ internal }) => !internal)
      .map(({ name, state }) => `${state} ${name}`),
  };
}

/** The log up to a line, and other lines behind it. */
export function replaceFrom(log: string, line: string, rest: string): string {
  const start = log.indexOf(line);
  if (start < 0) {
    throw new Error(`the log has no ${line}`);
  }
  return log.slice(0, start) + rest;
}
