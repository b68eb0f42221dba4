/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readBlockTitle } from './errorBlock';

/** How a log is to be read; a terminal's display is a dialect of plain. */
export type LogDialect =
  | 'plain'
  | 'terminal'
  | 'rawjson'
  | 'legacy'
  | 'kaniko'
  | 'buildah';

const dialects: readonly { dialect: LogDialect; pattern: RegExp }[] = [
  {
    dialect: 'plain',
    pattern:
      /^#\d{1,7} (?:building with "|\[[^\]]{1,300}\]|\[internal|DONE(?: \d+\.\d+s)?\s*$|CACHED\s*$|CANCELED\s*$|ERROR: |sha256:[0-9a-f]{64}|extracting sha256:|transferring |(?:resolve|importing|exporting|resolving|docker-image:|FROM |copy |writing|preparing|merging|pushing|naming) ?\S|\d{1,9}\.\d{1,3} )/,
  },
  {
    dialect: 'rawjson',
    pattern:
      /^\s*\{"(?:vertexes|statuses|logs|warnings)":\s*\[|^\s{1,8}"(?:vertexes|statuses|logs|warnings)":\s*\[\s*$|^\s*\{"(?:vertexes|statuses|logs|warnings)":\s*null/,
  },
  {
    dialect: 'terminal',
    // Excerpts begin with a row, which ends in its seconds.
    pattern:
      /^\[\+\] Building \d+(?:\.\d+)?s \(\d+\/\d+\)|^ {0,4}=> (?:=> |(?:CACHED|ERROR|CANCELED) )?\S.{0,2000}\s\d{1,7}\.\ds\s*$/,
  },
  {
    dialect: 'legacy',
    pattern: /^ {0,40}Step \d{1,5}(?:\/\d{1,5} ?| ): [A-Za-z]{2,20}\s/,
  },
  {
    dialect: 'buildah',
    pattern:
      /^ {0,40}(?:\[[a-z][\w.]{1,20}\/[\w./]{1,40}\] )?(?:\[\d{1,4}\/\d{1,4}\] )?STEP \d{1,5}(?:\/\d{1,5})?: [A-Za-z]{2,20}\s/,
  },
  {
    // Other programs log in the same way: it takes words of Kaniko's own.
    dialect: 'kaniko',
    pattern:
      /(?:^(?:.{0,200} )?(?:INFO|WARN|DEBU)(?:\[[^\]]{4,40}\])? |^time="?[^"]{1,60}"? level=[a-z]{4,7} msg="|^\{"level":"[a-z]{4,7}","msg":")(?:Resolved base name |Using dockerignore file: |Retrieving image |Downloading base image |Returning cached image manifest|Built cross stage deps: |Executing \d{1,5} build triggers|Building stage '|Unpacking rootfs as cmd |Skipping unpacking as no commands |Checking for cached layer |No cached layer found for cmd |Using caching version of cmd: |Found cached layer, |Taking snapshot of |No files changed in this command)/,
  },
];

// Wordings of the builder's last line, for excerpts that hold nothing else.
const weakDialects: readonly { dialect: LogDialect; pattern: RegExp }[] = [
  {
    dialect: 'plain',
    pattern:
      /^(?:(?:ERROR|error|Error): )?(?:target \S{1,200}: )?(?:buildx failed with: (?:ERROR|error): )?(?:failed to build: )?failed to (?:solve|receive status)\b|^ERROR: failed to build: |^executor failed running \[|^(?:(?:ERROR|Error): )?buildx (?:bake |build |call )?failed with: /,
  },
  {
    dialect: 'buildah',
    pattern:
      /^Error: (?:error )?creating build container|\bError: (?:error )?building at STEP "/,
  },
  {
    dialect: 'legacy',
    pattern:
      /(?:^|: )The command (?:'.{1,2000}'|\[.{1,2000}\]) returned a non-zero code: \d|^(?:COPY|ADD) failed: |^(?:Error response from daemon|ERROR): dockerfile parse error|^Sending build context to Docker daemon\b|^(?:ERROR: )?Service '[^']{1,200}' failed to build: /i,
  },
  {
    dialect: 'kaniko',
    pattern: /\berror (?:building image: |checking push permissions\b)/,
  },
];

/** The dialect that one line proves. */
export function recogniseLine(text: string): LogDialect | undefined {
  return dialects.find(({ pattern }) => pattern.test(text))?.dialect;
}

/** The dialect that one line makes likely, when no line proves any. */
export function guessLine(text: string): LogDialect | undefined {
  return readBlockTitle(text, { isCertain: false }) === undefined
    ? weakDialects.find(({ pattern }) => pattern.test(text))?.dialect
    : 'plain';
}
