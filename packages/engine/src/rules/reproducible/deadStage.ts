/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Flag, Stage } from '../../dockerfile/types';
import { FixProposal } from '../../edits/types';
import { isDevelopmentName } from '../../units/isDevelopmentName';
import { unitGraph } from '../../units/unitGraph';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { unclearImageReason } from '../evidence/unclearImage';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { deadStageExamples } from './deadStage.examples';

export const deadStage: UnitRule = {
  id: 'reproducible/dead-stage',
  category: 'reproducible',
  scope: 'unit',
  severity: 'info',
  title: {
    pass: 'Every stage is of use',
    fail: 'Nothing uses a stage',
  },
  why: 'A stage that no other one copies from or stands on, and that has no name to be built by, is never built. Its mistakes stay unseen, and readers take it for a part of the image.',
  howToFix:
    'Delete the stage, or name what uses it: `COPY --from=<stage>`, or `--target <stage>` in the pipeline.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/multi-stage/#differences-between-legacy-builder-and-buildkit',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: deadStageExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const reason = unclearImageReason(unit.dockerfile);
  if (reason !== undefined) {
    return notApplicable(reason);
  }
  if (unit.dockerfile.stages.length < 2) {
    return notApplicable('The Dockerfile has one stage.');
  }
  return passUnless(
    deadStages(subject).map(({ from, base }) =>
      findingAt(
        unit.dockerfile,
        from,
        `No stage copies from this one or stands on it (${base}), and nothing builds it by name.`,
      ),
    ),
  );
}

function deadStages({ unit, snapshot }: UnitSubject): Stage[] {
  const { dockerfile, target } = unit;
  const { stages } = dockerfile;
  // Who builds a stage by name may build the others too.
  if (target !== stages[stages.length - 1]) {
    return [];
  }
  const used = new Set(unit.reachable);
  if (stages.every(stage => used.has(stage))) {
    return [];
  }
  const references = unitGraph(unit).references;
  const patterns = variableNames(dockerfile);
  const alive = (stage: Stage): boolean =>
    used.has(stage) ||
    patterns.some(parts => hasParts(stage.name ?? '', parts)) ||
    mayBeTarget(stage, snapshot.files);
  const queue = stages.filter(alive);
  const kept = new Set(queue);
  for (let stage = queue.pop(); stage; stage = queue.pop()) {
    for (const reference of references) {
      if (reference.stage !== stage) {
        continue;
      }
      // What a variable names may be any stage.
      if (
        'unknown' in reference.source &&
        reference.source.unknown.length > 0
      ) {
        return [];
      }
      if (
        reference.source.type === 'stage' &&
        !kept.has(reference.source.stage)
      ) {
        kept.add(reference.source.stage);
        queue.push(reference.source.stage);
      }
    }
  }
  return stages.filter(stage => !kept.has(stage));
}

/**
 * What names with a variable may come to: `FROM binaries-$TARGETOS` may be any
 * stage whose name starts so.
 */
function variableNames({ stages }: Dockerfile): string[][] {
  const names = stages.flatMap(({ base, instructions }) => [
    base,
    ...instructions.flatMap(({ flags }) => flags.flatMap(sourceNames)),
  ]);
  return names
    .filter(name => name.includes('$'))
    .map(name => name.toLowerCase().split(/\$(?:\{[^}]{0,200}\}|\w+)/));
}

/** Whether a name has these parts in this order, with anything in between. */
function hasParts(name: string, parts: readonly string[]): boolean {
  const last = parts[parts.length - 1];
  if (parts.length === 1) {
    return name === last;
  }
  let end = 0;
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const found = name.indexOf(part, end);
    if (found < 0 || (index === 0 && found > 0)) {
      return false;
    }
    end = found + part.length;
  }
  return name.slice(end).endsWith(last);
}

/** What `--from=` or the `from=` of a mount names. */
function sourceNames({ name, value = '' }: Flag): string[] {
  if (name === 'from') {
    return [value];
  }
  return name === 'mount'
    ? value.split(',').flatMap(field => /^from=(.*)$/.exec(field)?.[1] ?? [])
    : [];
}

/** A name that another file mentions, or that is one of a target for people. */
function mayBeTarget(
  { name, instructions }: Stage,
  files: ReadonlyMap<string, string>,
): boolean {
  if (name === undefined) {
    return false;
  }
  return (
    isDevelopmentName(name) ||
    instructions.some(({ keyword }) => /^(?:CMD|ENTRYPOINT)$/.test(keyword)) ||
    [...files.values()].some(text => {
      const lower = text.toLowerCase();
      return (
        /target/.test(lower) &&
        lower.includes(name) &&
        !/^\s*(?:#.*\n\s*)*(?:from|arg)\s/.test(lower)
      );
    })
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { source, path, stages } = subject.unit.dockerfile;
  const dead = deadStages(subject);
  const edits = dead.map(({ index, from }) => {
    const next = stages[index + 1];
    return {
      span: { start: from.span.start, end: next.from.span.start },
      text: '',
    };
  });
  // A comment in front of the next stage belongs to that one.
  const isPlain = edits.every(
    ({ span }) => !/^[ \t]*#/m.test(source.slice(span.start, span.end)),
  );
  // Numbers of stages would change.
  const byNumber = /--from=["']?\d|from=\d/.test(source);
  return isPlain && !byNumber
    ? {
        title: 'Delete the stages that nothing uses',
        safety: 'needs-review',
        review: 'Check that nobody builds these stages by hand.',
        changes: [{ kind: 'edit', path, edits }],
      }
    : undefined;
}
