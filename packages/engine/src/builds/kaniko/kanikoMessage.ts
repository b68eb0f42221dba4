/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { instructionWords } from '../instructionWords';

/** What an entry of Kaniko's log says about the build. */
export type KanikoMessage =
  /** Work on a stage begins; `base` since 1.9. */
  | { kind: 'stage'; base?: string; index?: number }
  | { kind: 'triggers' }
  | { kind: 'name'; base: string; name: string }
  | { kind: 'unpacking'; text: string }
  | { kind: 'hit'; text: string }
  | { kind: 'miss'; text: string }
  | { kind: 'instruction'; text: string }
  | { kind: 'extracting' }
  | { kind: 'running' }
  /** The command is over; what it changed is looked for. */
  | { kind: 'snapshot' }
  | { kind: 'pushing-layer'; target: string }
  | { kind: 'pushing'; target: string }
  | { kind: 'pushed'; target?: string }
  | { kind: 'not-pushed' }
  /** Between stages. */
  | { kind: 'between' }
  /** Known, and of no account. */
  | { kind: 'detail' };

const instruction = new RegExp(`^(?:${instructionWords})\\s`, 'i');
const stage = /^Building stage '(.{0,1000})' \[idx: '(\d{1,5})'/;
const name = /^Resolved base name (\S{1,1000}) to (\S{1,200})$/;
const unpacking = /^Unpacking rootfs as cmd (.{1,100000}) requires it\.$/;
const hit = /^Using caching version of cmd: (.+)$/;
const miss = /^No cached layer found for cmd (.+)$/;
const layer = /^Pushing layer (\S{1,2000}) to cache now$/;
const pushing = /^Pushing image to (\S{1,2000})$/;
const pushed = /^Pushed (?:image to \d{1,5} destinations|(\S{1,2000}))$/;
const between =
  /^(?:Saving file |Deleting filesystem|Storing source image from stage |Retrieving image |Downloading base image |Returning cached image manifest)/;
const snapshot =
  /^(?:Taking snapshot of |Skipping snapshot|No files (?:changed|were changed))/;
const detail =
  /^(?:Args: |Adding |Applying |Built cross stage deps|Changed working directory|Checking for cached layer|Creating directory |Destination cannot be|Error while retrieving image from cache|Found cached base image|Ignoring |Immutable tag|Initializing snapshotter|Only file modification time|Performing slow lookup|Replacing StopSignal|Resolving |Skipping (?:paths|unpacking)|To simulate EOF|Unpacking local tar|Util\.Lookup|Using (?:dockerignore|files from context)|Cmd: (?!\/)|Base image from|Benchmark file|Uploading to gcs)/i;

/**
 * Reads one message. Undefined is none of Kaniko's: a command that it runs may
 * log in the same way.
 * https://github.com/GoogleContainerTools/kaniko/blob/v1.24.0/pkg/executor/build.go
 */
export function readKanikoMessage(message: string): KanikoMessage | undefined {
  // Its own messages begin with words that are no instruction in capitals; the
  // user may write instructions in any case.
  if (instruction.test(message)) {
    return { kind: 'instruction', text: message };
  }
  if (snapshot.test(message)) {
    return { kind: 'snapshot' };
  }
  if (/^Running: \[/.test(message)) {
    return { kind: 'running' };
  }
  if (message === 'Found cached layer, extracting to filesystem') {
    return { kind: 'extracting' };
  }
  if (/^Executing \d+ build triggers/.test(message)) {
    return { kind: 'triggers' };
  }
  if (/^Skipping push to container registry/.test(message)) {
    return { kind: 'not-pushed' };
  }
  const texts = {
    unpacking: unpacking.exec(message)?.[1],
    hit: hit.exec(message)?.[1],
    miss: miss.exec(message)?.[1],
  };
  for (const kind of ['unpacking', 'hit', 'miss'] as const) {
    const text = texts[kind];
    if (text !== undefined) {
      return { kind, text };
    }
  }
  const begun = stage.exec(message);
  if (begun) {
    return { kind: 'stage', base: begun[1], index: Number(begun[2]) };
  }
  const named = name.exec(message);
  if (named) {
    return { kind: 'name', base: named[1], name: named[2] };
  }
  const pushedLayer = layer.exec(message);
  if (pushedLayer) {
    return { kind: 'pushing-layer', target: pushedLayer[1] };
  }
  const target = pushing.exec(message);
  if (target) {
    return { kind: 'pushing', target: target[1] };
  }
  const done = pushed.exec(message);
  if (done) {
    return { kind: 'pushed', target: done[1] };
  }
  if (between.test(message)) {
    return { kind: 'between' };
  }
  return /^cmd: \//i.test(message) || detail.test(message)
    ? { kind: 'detail' }
    : undefined;
}
