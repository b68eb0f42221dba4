/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { isDeepStrictEqual } from 'node:util';

/** What a case may take for each KB of its mutated file, in milliseconds. */
const MILLISECONDS_PER_KB = 50;

/** What a case may take beside that, for all that is not mutated. */
const MILLISECONDS_MORE = 50;

/** How often a case that took too long is timed before that counts. */
const TIMES = 4;

/**
 * Scans repositories as the command line does, asks the rules for what they
 * would change, and tells what is wrong with any of it.
 */
export class Judge {
  constructor(engine, applyPatch) {
    this.engine = engine;
    this.applyPatch = applyPatch;
    this.thrown = [];
    this.proposed = [];
    this.open = [];
    for (const rule of engine.rules) {
      this.watch(rule);
    }
  }

  /** The rules run as ever; what they throw and propose is kept as well. */
  watch(rule) {
    const { evaluate, propose } = rule;
    rule.evaluate = subject => {
      const outcome = this.note(rule, () => evaluate.call(rule, subject));
      if (outcome.state === 'fail' || outcome.state === 'partial') {
        this.open.push({ rule, subject });
      }
      return outcome;
    };
    if (propose) {
      rule.propose = subject => {
        const proposal = this.note(rule, () => propose.call(rule, subject));
        if (proposal) {
          this.proposed.push({ rule, snapshot: subject.snapshot, proposal });
        }
        return proposal;
      };
    }
  }

  /** The engine goes on when a rule throws, which is a defect all the same. */
  note(rule, work) {
    try {
      return work();
    } catch (error) {
      this.thrown.push(`${rule.id} throws ${error.stack}`);
      throw error;
    }
  }

  /** What is wrong, one text each, and how long it took. */
  judge(theCase, { plan }) {
    const failures = [];
    const millisecondsPerKb = this.time(theCase, failures);
    let proposals = this.proposed.length;
    if (plan && failures.length === 0) {
      this.guard(failures, () => this.judgePlan(theCase, failures));
      proposals += this.proposed.length;
    }
    return { failures, millisecondsPerKb, proposals };
  }

  time(theCase, failures) {
    const kilobytes = theCase.bytes / 1024;
    const allowed = MILLISECONDS_MORE + MILLISECONDS_PER_KB * kilobytes;
    let best = Infinity;
    for (let time = 0; time < TIMES && best > allowed; time++) {
      failures.length = 0;
      const start = cpuMilliseconds();
      this.guard(failures, () => this.judgeScan(theCase, failures));
      best = Math.min(best, cpuMilliseconds() - start);
    }
    if (best > allowed) {
      failures.push(
        `takes ${best.toFixed(0)} ms for ${kilobytes.toFixed(1)} KB`,
      );
    }
    return best / (kilobytes + MILLISECONDS_MORE / MILLISECONDS_PER_KB);
  }

  guard(failures, work) {
    this.thrown.length = 0;
    this.proposed.length = 0;
    this.open.length = 0;
    try {
      work();
    } catch (error) {
      if (this.thrown.length === 0) {
        failures.push(`throws ${error.stack}`);
      }
    }
    failures.push(...this.thrown);
    for (const made of this.proposed) {
      failures.push(...this.objections(made));
    }
  }

  judgeScan({ files, options }, failures) {
    const snapshot = this.engine.createSnapshot({
      files: Object.entries(files),
    });
    const { report } = this.engine.scan(snapshot, options);
    for (const { rule, findings } of report.checks) {
      for (const finding of findings) {
        if (!isPlaced(finding, snapshot)) {
          failures.push(`${rule} finds something outside the file`);
        }
      }
    }
    for (const { rule, subject } of this.open) {
      rule.propose?.(subject);
    }
  }

  /** In the formats that the command line has. */
  describe(snapshot, options) {
    const { scan, rules, describeRule, describeMarkdown, describeSarif } =
      this.engine;
    const { report } = scan(snapshot, options);
    describeMarkdown(report);
    describeSarif(report, { rules: rules.map(describeRule), version: '0.0.0' });
  }

  /** All fixes, each tried and scanned again, and what they come to. */
  judgePlan({ files, options }, failures) {
    const { createSnapshot, planFixes } = this.engine;
    const snapshot = createSnapshot({ files: Object.entries(files) });
    this.describe(snapshot, options);
    const { fixes, rejected, changes, diff } = planFixes(snapshot, options);
    for (const { rule, reason } of rejected) {
      if (/does not fit/.test(reason)) {
        failures.push(`${rule} makes a change that does not fit`);
      }
    }
    if (fixes.length === 0 && (changes.length > 0 || diff !== '')) {
      failures.push('no fix makes changes');
    }
    failures.push(
      ...this.objections({
        rule: { id: 'the plan' },
        snapshot,
        proposal: { changes },
      }),
    );
    const patches = diff.split(/^(?=diff --git )/m).filter(Boolean);
    if (patches.length !== changes.length) {
      failures.push('the diff has other files than the changes');
      return;
    }
    for (const [index, change] of changes.entries()) {
      const before = snapshot.files.get(change.path) ?? '';
      const patched = this.applyPatch(before, patches[index], {
        autoConvertLineEndings: false,
      });
      if (patched !== textAfter(before, change)) {
        failures.push('the diff is not what the changes say');
      }
    }
  }

  /** What is wrong with a proposal. */
  objections({ rule: { id }, snapshot, proposal: { changes } }) {
    const wrong = [];
    const paths = changes.map(({ path }) => path);
    if (new Set(paths).size < paths.length) {
      wrong.push(`${id} changes a file twice`);
    }
    for (const change of changes) {
      const before = snapshot.files.get(change.path);
      if (change.kind === 'create') {
        if (
          before !== undefined ||
          snapshot.tree.some(({ path }) => path === change.path)
        ) {
          wrong.push(`${id} makes a file that is there`);
        }
        if (!isInside(change.path)) {
          wrong.push(`${id} makes a file outside the repository`);
        }
        continue;
      }
      if (before === undefined) {
        wrong.push(`${id} changes a file that was not read`);
      } else if (!areInside(change.edits, before)) {
        wrong.push(`${id} makes edits that overlap or leave the file`);
      } else if (
        !isDeepStrictEqual(
          this.engine.applyEdits(before, change.edits),
          textAfter(before, change),
        )
      ) {
        wrong.push(`${id} makes another text than its edits say`);
      }
    }
    return wrong;
  }
}

function cpuMilliseconds() {
  // Of this thread alone, where Node can tell.
  const usage = process.threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}

function isPlaced({ path, line, endLine }, { files, tree }) {
  const text = files.get(path);
  const lines = text === undefined ? 1 : text.split(/\r\n|\n|\r/).length;
  return (
    line >= 1 &&
    endLine >= line &&
    (text === undefined || endLine <= lines) &&
    (path === '.' || tree.some(entry => entry.path === path))
  );
}

function isInside(path) {
  return path
    .split('/')
    .every(part => part !== '' && part !== '.' && part !== '..');
}

function areInside(edits, { length }) {
  const sorted = sortEdits(edits);
  return sorted.every(
    ({ span: { start, end } }, index) =>
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      start >= (sorted[index - 1]?.span.end ?? 0) &&
      end >= start &&
      end <= length,
  );
}

/** From the end to the start, so that no edit moves another. */
function textAfter(before, change) {
  return change.kind === 'create'
    ? change.text
    : sortEdits(change.edits).reduceRight(
        (text, { span, text: by }) =>
          text.slice(0, span.start) + by + text.slice(span.end),
        before,
      );
}

function sortEdits(edits) {
  return [...edits].sort(
    (left, right) =>
      left.span.start - right.span.start || left.span.end - right.span.end,
  );
}
