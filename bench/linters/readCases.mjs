/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The bad examples of all rules, each beside a repository without the defect:
 * as the fix leaves it, or else the good example that differs the least. Both
 * are written below the folder, where they are to be linted.
 */
export function readCases(bundle, folder) {
  const { rules } = createRequire(bundle)(bundle);
  return rules.map(rule => ({
    rule: rule.id,
    category: rule.category,
    examples: rule.examples.bad.map((example, index) => {
      const good = example.fixed
        ? { ...example, files: { ...example.files, ...example.fixed } }
        : nearest(example, rule.examples.good);
      const place = `${rule.id.replace('/', '-')}-${index}`;
      return {
        name: example.name,
        bad: write(example, { rule, folder: join(folder, `${place}-bad`) }),
        good: write(good, { rule, folder: join(folder, `${place}-good`) }),
      };
    }),
  }));
}

function nearest(example, others) {
  const distances = others.map(other => ({
    other,
    distance: distanceOf(example.files, other.files),
  }));
  return distances.reduce((best, next) =>
    next.distance < best.distance ? next : best,
  ).other;
}

/** How many lines stand in one of two repositories only. */
function distanceOf(left, right) {
  const lines = files =>
    Object.entries(files).flatMap(([path, text]) =>
      `${text}`.split('\n').map(line => `${path}: ${line}`),
    );
  const [ours, theirs] = [lines(left), lines(right)];
  const count = (some, all) => some.filter(line => !all.includes(line)).length;
  return count(ours, theirs) + count(theirs, ours);
}

function write(example, { rule, folder }) {
  const { files, sizes, measured, moduleFacts, policy } = example;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    files,
    sizes: sizes ?? {},
    options: {
      ...(measured && { measured }),
      ...(moduleFacts && { moduleFacts }),
      ...(policy && { policy: policyOf(rule, policy) }),
    },
  };
}

function policyOf({ id }, { parameters, ...known }) {
  return {
    path: 'policy.yaml',
    rules: parameters ? { [id]: { parameters } } : {},
    privateModules: [],
    registries: [],
    exclude: [],
    ...known,
  };
}
