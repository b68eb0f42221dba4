/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { saysDefect } from './saysDefect.mjs';
import { inParallel } from './inParallel.mjs';

/**
 * Says for each rule what this engine and every peer make of its examples.
 * `differs`: the examples whose two repositories differ in a file that the peer
 * reads. `reported`: those of them in which it reports something (by its code)
 * more often in the bad repository than in the good one; `codes` has all of that.
 * `found`: those in which one of these codes is about the defect.
 */
export async function compareDefects(cases, { engine, peers }) {
  const present = peers.filter(({ skipped }) => !skipped);
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

  return inParallel(cases, async ({ rule, category, examples }) => {
    const results = Object.fromEntries(
      ['ours', ...present.map(({ name }) => name)].map(name => [
        name,
        { differs: 0, reported: 0, found: 0, codes: [] },
      ]),
    );
    for (const { bad, good } of examples) {
      const reports = { bad: ours(bad), good: ours(good) };
      note(results.ours, {
        rule,
        bad: codesOf(reports.bad, rule),
        good: codesOf(reports.good, rule),
      });
      for (const peer of present) {
        if (differs(bad.files, good.files, path => peer.reads(path))) {
          const found = await lintAll(peer, { ...bad, report: reports.bad });
          note(results[peer.name], {
            rule,
            bad: found,
            // Of nothing there is not more than in the other.
            good:
              found.length > 0
                ? await lintAll(peer, { ...good, report: reports.good })
                : [],
          });
        }
      }
    }
    return { rule, category, results };
  });
}

function codesOf({ checks }, rule) {
  return checks
    .filter(check => check.rule === rule)
    .flatMap(({ findings = [] }) => findings.map(() => rule));
}

async function lintAll(peer, { folder, report }) {
  const codes = [];
  for (const { dockerfile, context } of report.units) {
    codes.push(...(await peer.lint({ folder, dockerfile, context })));
  }
  return codes;
}

function differs(left, right, reads) {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter(reads)
    .some(path => left[path] !== right[path]);
}

function note(result, { rule, bad, good }) {
  const count = (codes, code) => codes.filter(other => other === code).length;
  const more = [...new Set(bad)].filter(
    code => count(bad, code) > count(good, code),
  );
  result.differs += 1;
  result.reported += more.length > 0 ? 1 : 0;
  result.found += more.some(code => saysDefect(code, rule)) ? 1 : 0;
  result.codes = [...new Set([...result.codes, ...more])].sort();
}
