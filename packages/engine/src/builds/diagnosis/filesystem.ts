/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const filesystemFailures: readonly FailureClass[] = [
  {
    id: 'fs.dockerfile_missing',
    kind: 'filesystem',
    title: 'The Dockerfile is not there',
    message: 'The builder found no Dockerfile at {path|the given path}.',
    transient: false,
    fix: 'Check -f/--file and the build context: the path is relative to where the build is started.',
    rules: [],
    signatures: [
      { pattern: /failed to read dockerfile: open (?<path>[^\s:]+)/ },
      {
        pattern:
          /unable to evaluate symlinks in Dockerfile path: lstat (?<path>[^\s:]+)/,
      },
      {
        pattern: /(?:^|: )resolve ?: lstat (?<path>[^\s:]+): no such file/,
      },
      { pattern: /unable to prepare context: path "(?<path>[^"]+)" not found/ },
      { pattern: /Cannot locate (?:specified )?Dockerfile:? ?(?<path>\S+)?/ },
      {
        pattern:
          /please provide a valid path to a Dockerfile|no (?:Containerfile or )?Dockerfile (?:specified or )?found/,
      },
      { pattern: /specified Containerfile or Dockerfile does not exist/ },
    ],
  },
  {
    id: 'fs.copy_missing',
    kind: 'filesystem',
    title: 'A file to copy is not there',
    message:
      '{path|A file} is not in the build context or in the stage that it is copied from.',
    transient: false,
    fix: 'Check the path (it is relative to the context’s root), that the file is committed, and that .dockerignore does not drop it.',
    rules: [
      'context/needed-file-ignored',
      'reproducible/invalid-build',
      'modules/sum-copied-but-absent',
    ],
    signatures: [
      {
        pattern:
          /failed to (?:calculate checksum of ref|compute cache key|walk).{0,1000}?"(?<path>[^"]+)": not found/,
      },
      // ADD of a URL.
      {
        pattern:
          /failed to GET (?<path>\S{1,500}) with status 4(?:04|10)\b|invalid response status 4(?:04|10)\b/,
      },
      // Versions up to 0.8.
      { pattern: /failed to compute cache key: "(?<path>[^"]+)" not found/ },
      {
        pattern:
          /failed to (?:compute cache key|calculate checksum of ref \S{1,200}): failed to walk \S{1,500}: lstat (?:\S{0,300}\/buildkit-mount\d+\/)?(?<path>[^\s:]{1,500}): no such file/,
      },
      {
        pattern:
          /(?:COPY|ADD) failed: .{0,300}?stat (?:\/var\/lib\/docker\/tmp\/[^/]+\/)?(?<path>[^\s:]+): (?:file does not exist|no such file)/,
      },
      { pattern: /(?:COPY|ADD) failed: |no source files (?:were )?specified/i },
      { pattern: /copier: stat: "(?<path>[^"]+)": no such file/ },
      {
        pattern:
          /(?:no items matching glob|checking on sources under) (?:"(?<path>[^"]{1,300})"|(?<path2>[^\s":]{1,300})(?![^\s":])).{0,300}no such file/,
      },
      {
        pattern:
          /(?:failed to get fileinfo for|resolving src(?:s)?|error resolving sources?|copying (?:dir|file)).{0,200}?(?<path>\/\S{1,300}): no such file/,
      },
      { pattern: /"(?<path>\/[^"]+)": not found$/ },
      {
        pattern: /lstat (?<path>\S+): no such file or directory/,
        roles: ['step'],
        step: /\] (?:COPY|ADD)\b/,
      },
    ],
  },
  {
    id: 'fs.disk_full',
    kind: 'filesystem',
    title: 'The disk is full',
    message: 'There was no space left on the builder’s disk.',
    transient: true,
    fix: 'Free the builder’s disk (docker builder prune, docker system df), or give it a bigger one; a smaller context and fewer cached layers help.',
    rules: ['context/oversized', 'context/dockerignore-missing'],
    signatures: [
      {
        pattern:
          /[Nn]o space left on device|ENOSPC|[Dd]isk quota exceeded|not enough free space|ResourceExhausted/,
      },
    ],
  },
  {
    id: 'fs.readonly',
    kind: 'filesystem',
    title: 'The file system is read-only',
    message: 'The step wrote to {path|a path} that is mounted read-only.',
    transient: false,
    fix: 'Bind mounts are read-only unless they say rw (whose writes are thrown away): write elsewhere.',
    rules: ['reproducible/invalid-build'],
    signatures: [
      {
        pattern:
          /(?:(?:open|mkdir|create|touch|creating|write) '?(?<path>\/[^\s:']+)'?: )?read-only file system|EROFS/i,
      },
    ],
  },
  {
    id: 'fs.permission',
    kind: 'filesystem',
    title: 'Permission denied',
    message: 'The step’s user may not use {path|a file}.',
    transient: false,
    fix: 'Check the USER of the step against the owner of the files (COPY --chown), and the executable bit of scripts (COPY --chmod).',
    rules: ['cache/mount-target'],
    signatures: [
      {
        pattern:
          /(?:open|mkdir|unlink(?:at)?|rename|stat|chmod|chown|create|fork\/exec) '?(?<path>\/[^\s:']+)'?: permission denied/,
      },
      {
        pattern:
          /(?:sh|bash|ash)(?:: line \d+| ?: \d+)?: (?<path>[^\s:]+): Permission denied/,
      },
      {
        pattern:
          /'(?<path>\/[^']+)': (?:Permission denied|Operation not permitted)/,
      },
      { pattern: /exec: "(?<path>[^"]+)": permission denied/ },
      {
        pattern:
          /[Pp]ermission denied|\bEACCES\b|\bEPERM\b|[Oo]peration not permitted/,
        strength: 'likely',
      },
    ],
  },
];
