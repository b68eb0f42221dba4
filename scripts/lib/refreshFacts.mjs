/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  compareVersions,
  readAlpine,
  readDebian,
  readDistroless,
  readGoLines,
  readGolangImages,
  readUbuntu,
} from './factSources.mjs';

/**
 * The facts with what the sources answer now. Throws where an answer cannot be
 * read, or where it would take something back that was known.
 */
export function refreshFacts(facts, answers, today) {
  const section = (name, values) => ({
    ...facts[name],
    asOf: today,
    ...values,
  });
  const next = {
    ...facts,
    asOf: today,
    go: section('go', {
      lines: readGoLines(
        answers['go-releases.html'],
        answers['go-downloads.json'],
      ),
    }),
    golangImages: section('golangImages', {
      lines: readGolangImages(
        answers['golang-images.txt'],
        facts.golangImages.lines,
      ),
    }),
    alpine: section('alpine', {
      cycles: keepOlder(
        facts.alpine.cycles,
        readAlpine(answers['alpine.json']),
      ),
    }),
    debian: section('debian', {
      cycles: keepOlder(facts.debian.cycles, readDebian(answers['debian.csv'])),
    }),
    ubuntu: section('ubuntu', {
      cycles: keepOlder(facts.ubuntu.cycles, readUbuntu(answers['ubuntu.csv'])),
    }),
    distroless: section(
      'distroless',
      readDistroless(
        answers['distroless-policy.md'],
        answers['distroless-images.md'],
        facts.distroless.cycles,
      ),
    ),
  };
  checkGo(facts.go.lines, next.go.lines);
  return next;
}

/** Sources drop what ended long ago. */
function keepOlder(before, after) {
  const listed = new Set(after.map(({ version }) => version));
  return [
    ...before.filter(({ version }) => !listed.has(version)),
    ...after,
  ].sort((left, right) => compareVersions(left.version, right.version));
}

function checkGo(before, after) {
  for (const { line, newest, securityFixes } of before) {
    const now = after.find(other => other.line === line);
    if (!now || compareVersions(now.newest, newest) < 0) {
      throw new Error(
        `the Go release history: ${newest} was known and is not in it`,
      );
    }
    for (const version of securityFixes) {
      if (!now.securityFixes.includes(version)) {
        throw new Error(
          `the Go release history: ${version} was known to have security fixes`,
        );
      }
    }
  }
}
