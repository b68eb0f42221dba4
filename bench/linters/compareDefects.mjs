/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { saysDefect } from './saysDefect.mjs';

/**
 * Says for each rule what this engine and every peer make of its examples.
 * `differs`: the examples whose two repositories differ in a file that the peer
 * reads. `reported`: those of them in which it reports something (by its code)
 * more often in the bad repository than in the good one; `codes` has all of that.
 * `found`: those in which one of these codes is about the defect.
 */
export async function compareDefects(cases, { engine, peers }) {
  const { createSnapshot, scan } = createRequire(engine)(engine);
  const ours = ({ files, sizes, options }) =>
    scan(
      createSnapshot({
        files: Object.entries(files),
        tree: Object.entries(files).map(([path, text]) => ({
          path,
          kind: 'file',
          size: sizes[path] ?? Buffer.byteLength(text),
        })),
      }),
      options,
    ).report;

  const pairs = cases.flatMap(({ rule, examples }) =>
    examples.map(({ bad, good }) => ({
      rule,
      bad: { ...bad, report: ours(bad) },
      good: { ...good, report: ours(good) },
    })),
  );
  const comparisons = [
    {
      name: 'ours',
      compared: pairs.map(({ rule, bad, good }) => ({
        rule,
        bad: codesOf(bad.report, rule),
        good: codesOf(good.report, rule),
      })),
    },
  ];
  for (const peer of peers.filter(({ skipped }) => !skipped)) {
    comparisons.push({
      name: peer.name,
      compared: await comparePairs(
        peer,
        pairs.filter(({ bad, good }) =>
          differs(bad.files, good.files, path => peer.reads(path)),
        ),
      ),
    });
  }
  return cases.map(({ rule, category }) => ({
    rule,
    category,
    results: Object.fromEntries(
      comparisons.map(({ name, compared }) => [
        name,
        summarize(compared.filter(pair => pair.rule === rule)),
      ]),
    ),
  }));
}

function codesOf({ checks }, rule) {
  return checks
    .filter(check => check.rule === rule)
    .flatMap(({ findings = [] }) => findings.map(() => rule));
}

async function comparePairs(peer, pairs) {
  const bad = await lintRepositories(
    peer,
    pairs.map(pair => pair.bad),
  );
  // Of nothing there is not more than in the other.
  const good = await lintRepositories(
    peer,
    pairs
      .filter(pair => bad.get(pair.bad.folder).length > 0)
      .map(pair => pair.good),
  );
  return pairs.map(pair => ({
    rule: pair.rule,
    bad: bad.get(pair.bad.folder),
    good: good.get(pair.good.folder) ?? [],
  }));
}

/** The codes of all that a peer reports, by the folder of the repository. */
async function lintRepositories(peer, repositories) {
  const places = repositories.flatMap(({ folder, report }) =>
    report.units.map(({ dockerfile, context }) => ({
      folder,
      dockerfile,
      context,
    })),
  );
  const results = places.length > 0 ? await peer.lint(places) : [];
  return new Map(
    repositories.map(({ folder }) => [
      folder,
      results.filter((_, index) => places[index].folder === folder).flat(),
    ]),
  );
}

function differs(left, right, reads) {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter(reads)
    .some(path => left[path] !== right[path]);
}

function summarize(compared) {
  const count = (codes, code) => codes.filter(other => other === code).length;
  const more = compared.map(({ rule, bad, good }) => ({
    rule,
    codes: [...new Set(bad)].filter(
      code => count(bad, code) > count(good, code),
    ),
  }));
  return {
    differs: compared.length,
    reported: more.filter(({ codes }) => codes.length > 0).length,
    found: more.filter(({ rule, codes }) =>
      codes.some(code => saysDefect(code, rule)),
    ).length,
    codes: [...new Set(more.flatMap(({ codes }) => codes))].sort(),
  };
}
