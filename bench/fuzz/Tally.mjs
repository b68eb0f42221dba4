/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kinds } from './kinds.mjs';

/** Cases that fail alike are written and told only so often. */
const MOST_ALIKE = 3;

/** Counts cases by kind, and tells and keeps those that fail. */
export class Tally {
  constructor({ folder, create }) {
    this.folder = folder;
    this.create = create;
    this.alike = new Map();
    this.byKind = new Map(
      kinds.map(kind => [
        kind,
        { cases: 0, failed: 0, proposals: 0, slowest: 0, slowestCase: 0 },
      ]),
    );
  }

  add({ number, kind, failures, millisecondsPerKb, proposals }) {
    const counts = this.byKind.get(kind);
    counts.cases += 1;
    counts.proposals += proposals;
    if (millisecondsPerKb > counts.slowest) {
      counts.slowest = millisecondsPerKb;
      counts.slowestCase = number;
    }
    if (failures.length > 0) {
      counts.failed += 1;
      this.tell(number, failures);
    }
  }

  tell(number, failures) {
    // A stack without its message tells which are alike.
    const [first] = failures;
    const place = /\n +at .*/.exec(first)?.[0] ?? first.replace(/\d+/g, '');
    const alike = (this.alike.get(place) ?? 0) + 1;
    this.alike.set(place, alike);
    if (alike > MOST_ALIKE) {
      return;
    }
    const { kind, path, files } = this.create(number);
    const folder = join(this.folder, String(number));
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, ...name.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    console.log(`case ${number} (${kind}, ${path}), kept in ${folder}`);
    for (const failure of failures) {
      console.log(`  ${failure.split('\n').slice(0, 8).join('\n  ')}`);
    }
  }

  get cases() {
    return this.sum('cases');
  }

  get failed() {
    return this.sum('failed');
  }

  sum(name) {
    return [...this.byKind.values()].reduce(
      (sum, counts) => sum + counts[name],
      0,
    );
  }

  print() {
    console.log(
      '\nkind              cases    failed    changes   slowest ms/KB  (case)',
    );
    for (const [kind, counts] of this.byKind) {
      console.log(
        [
          kind.padEnd(14),
          String(counts.cases).padStart(9),
          String(counts.failed).padStart(10),
          String(counts.proposals).padStart(11),
          counts.slowest.toFixed(1).padStart(16),
          String(counts.slowestCase).padStart(9),
        ].join(''),
      );
    }
    for (const [place, times] of this.alike) {
      console.log(`${times} cases: ${place.trim()}`);
    }
  }
}
