/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Keyword } from './types';

/** What a flag takes; `strings` may be given several times. */
export type FlagType = 'boolean' | 'string' | 'strings';

const none: Readonly<Record<string, FlagType>> = {};

/**
 * The flags of each instruction. `any` where BuildKit never looks at them.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go
 */
export const instructionFlags: Readonly<
  Record<Keyword, Readonly<Record<string, FlagType>> | 'any'>
> = {
  ADD: {
    chown: 'string',
    chmod: 'string',
    link: 'boolean',
    'keep-git-dir': 'boolean',
    checksum: 'string',
    exclude: 'strings',
    unpack: 'boolean',
  },
  ARG: 'any',
  CMD: none,
  COPY: {
    from: 'string',
    chown: 'string',
    chmod: 'string',
    link: 'boolean',
    parents: 'boolean',
    exclude: 'strings',
  },
  ENTRYPOINT: none,
  ENV: none,
  EXPOSE: none,
  FROM: { platform: 'string' },
  HEALTHCHECK: {
    interval: 'string',
    timeout: 'string',
    'start-period': 'string',
    'start-interval': 'string',
    retries: 'string',
  },
  LABEL: none,
  MAINTAINER: none,
  ONBUILD: none,
  RUN: {
    mount: 'strings',
    network: 'string',
    security: 'string',
    device: 'strings',
  },
  SHELL: none,
  STOPSIGNAL: 'any',
  USER: none,
  VOLUME: none,
  WORKDIR: none,
};

/** Every keyword that BuildKit knows. */
export const keywords = Object.keys(instructionFlags) as Keyword[];

/** The keyword for an upper-cased word, if it is one. */
export function findKeyword(word: string): Keyword | undefined {
  return keywords.find(keyword => keyword === word);
}
