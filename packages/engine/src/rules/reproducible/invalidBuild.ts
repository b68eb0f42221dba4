/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mountProblems } from '../../dockerfile/readMounts';
import { Dockerfile, DockerfileProblem } from '../../dockerfile/types';
import { isDockerfilePath } from '../../snapshot/buildFileKind';
import { baseName } from '../../snapshot/repositoryPath';
import { unitGraph } from '../../units/unitGraph';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { BuildObstacle } from './BuildObstacle';
import { invalidBuildExamples } from './invalidBuild.examples';
import { findMissingSources } from './missingSources';
import { findReadOnlyWrites } from './readOnlyWrites';
import { findUndefinedStages } from './undefinedStages';

const maximumFindings = 20;

export const invalidBuild: UnitRule = {
  id: 'reproducible/invalid-build',
  category: 'reproducible',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'Nothing in the Dockerfile is known to stop the build',
    fail: 'The Dockerfile cannot be built',
  },
  why: 'The builder rejects the file, or stops at a step that cannot work, so nobody can build this image from a fresh clone. Changes and security fixes do not reach it until that is repaired.',
  howToFix:
    'Correct what the finding names: the spelling of an instruction, flag or stage, the path of a COPY source or the ignore line that drops it. Bind mounts are read-only, so write the binary to a folder outside of them. `docker build --check .` shows syntax errors before a build.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/reference/dockerfile/',
    'https://docs.docker.com/build/checks/',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypebind',
    'https://github.com/docker/docs/issues/22637',
    'https://github.com/moby/buildkit/issues/1267',
    'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
  ],
  prevents: [
    'dockerfile.syntax',
    'dockerfile.stage_typo',
    'dockerfile.target',
    'fs.copy_missing',
    'fs.readonly',
  ],
  evaluate,
  examples: invalidBuildExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { dockerfile } = subject.unit;
  const frontend = otherFrontend(subject);
  if (frontend !== undefined) {
    return notApplicable(`The file is written for the frontend ${frontend}.`);
  }
  if (isTemplate(dockerfile) || hasPlaceholderBase(dockerfile)) {
    return notApplicable(
      'The file is a template that only becomes a Dockerfile.',
    );
  }
  if (isElided(dockerfile)) {
    return notApplicable('The file leaves lines out: it illustrates a text.');
  }
  if (isLeftEmpty(subject)) {
    return notApplicable(
      'The file holds no instruction, and other Dockerfiles are built.',
    );
  }
  const obstacles = [
    // What lies with tests may be broken on purpose.
    ...(isTestData(dockerfile) ? [] : syntaxObstacles(subject)),
    ...findUndefinedStages(subject),
    ...findMissingSources(subject),
    ...findReadOnlyWrites(subject.unit),
  ].sort((left, right) => left.line - right.line);
  if (obstacles.length === 0) {
    return { state: 'pass' };
  }
  return {
    state: 'fail',
    findings: obstacles
      .slice(0, maximumFindings)
      .map(obstacle => findingAt(dockerfile, obstacle, obstacle.message)),
  };
}

/** A frontend of one's own may know other instructions. */
function otherFrontend({ unit }: UnitSubject): string | undefined {
  const value = unit.dockerfile.directives.find(
    ({ name }) => name === 'syntax',
  )?.value;
  return value === undefined ||
    /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(value)
    ? undefined
    : value;
}

/**
 * A file that holds the place of a Dockerfile beside the real ones: tools of
 * operators ask for `build/Dockerfile`, and others are commented out as a whole.
 */
function isLeftEmpty({ unit, snapshot }: UnitSubject): boolean {
  const { dockerfile, origin } = unit;
  return (
    dockerfile.instructions.length === 0 &&
    dockerfile.path.includes('/') &&
    origin === 'convention' &&
    snapshot.tree.some(
      ({ path }) => path !== dockerfile.path && isDockerfilePath(path),
    )
  );
}

/** A line of dots, where a text leaves something out. */
function isElided({ source }: Dockerfile): boolean {
  return (
    /\.\.\.|\u2026/.test(source) &&
    source.split('\n').some(line => /^\s*(?:\.\.\.|\u2026)\s*$/.test(line))
  );
}

/** `tests/build/bad-flag/Dockerfile`, but not `test/Dockerfile`. */
function isTestData({ path }: Dockerfile): boolean {
  const folders = path.split('/').slice(0, -2);
  return folders.some(folder => /^(?:tests?|e2e)$/i.test(folder));
}

function isTemplate({ path, source, instructions }: Dockerfile): boolean {
  return (
    /\.in$/i.test(path) ||
    // `${LABELS}`, for envsubst to put lines there.
    instructions.some(
      ({ keywordSpan: { start, end } }) =>
        source[start] === '$' && /^\$\{?\w+\}?$/.test(source.slice(start, end)),
    ) ||
    (/\{\{|\{%|<%|%%|@[A-Z_]+@/i.test(source) &&
      source
        .split('\n')
        .some(
          line =>
            /^\s*(?:\{\{|\{%|<%)/.test(line) ||
            /^\s*FROM\s.{0,300}?(?:\{\{|<%|%%|@[A-Z_]+@)/i.test(line),
        ))
  );
}

/** `FROM BASEIMAGE`, `FROM {BASE}`: words that a Makefile replaces before. */
function hasPlaceholderBase({ stages }: Dockerfile): boolean {
  const names = new Set(stages.map(({ name }) => name));
  return stages.some(
    ({ base }) =>
      /(?<!\$)\{\w+\}/.test(base) ||
      (/^[A-Z_]*(?:BASE|IMAGE|FROM)[A-Z_]*$/.test(base) &&
        !names.has(base.toLowerCase())),
  );
}

/** Whether a base stands on the default of an argument that nobody hands in. */
function hasDefault(
  base: string,
  { dockerfile, buildArguments }: UnitSubject['unit'],
): boolean {
  const names = new Set(
    [...base.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name),
  );
  return dockerfile.globalArguments.some(({ words }) =>
    words.some(({ text }) => {
      const [name, value] = text.split('=', 2);
      return (
        value !== undefined &&
        buildArguments[name] === undefined &&
        names.has(name)
      );
    }),
  );
}

/** `--mount=type=cache,target=/cache,z`: labels for SELinux, which BuildKit lacks. */
const isPodmanOption = /^invalid field '[zZU]' /;

function isForPodman({ path }: Dockerfile): boolean {
  return /containerfile/i.test(baseName(path));
}

/** What BuildKit rejects before it runs anything. */
function syntaxObstacles({ unit }: UnitSubject): BuildObstacle[] {
  const { dockerfile } = unit;
  const obstacles = new Map<string, BuildObstacle>();
  const add = (line: number, message: string) => {
    // One cause, such as a missing FROM, can show at every line after it.
    if (
      !obstacles.has(message) &&
      !(isForPodman(dockerfile) && isPodmanOption.test(message))
    ) {
      obstacles.set(message, {
        line,
        endLine: line,
        message: `The builder rejects this: ${message}.`,
      });
    }
  };
  for (const { severity, line, message } of dockerfile.problems) {
    if (severity === 'error') {
      add(line, message);
    }
  }
  for (const { line, message } of rejectedReferences(unit)) {
    add(line, message);
  }
  for (const { instructions } of dockerfile.stages) {
    for (const instruction of instructions) {
      for (const { message } of mountProblems(instruction)) {
        add(instruction.line, message);
      }
    }
  }
  return [...obstacles.values()];
}

/**
 * A base from an argument without value is given from outside, and so is one
 * whose default is none on purpose: `ARG DIGEST=has-to-be-given`.
 */
function rejectedReferences(
  unit: UnitSubject['unit'],
): readonly DockerfileProblem[] {
  const { problems, references } = unitGraph(unit);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || unit.dockerfile.stages.length === 0) {
    return [];
  }
  const open = new Set<number>();
  for (const { kind, instruction, source, name } of references) {
    if (
      kind === 'base' &&
      ((source.type === 'invalid' && source.unknown.length > 0) ||
        (source.type === 'image' && hasDefault(name, unit)))
    ) {
      open.add(instruction.line);
    }
  }
  return errors.filter(
    ({ code, line }) => code !== 'invalid-base' || !open.has(line),
  );
}
