/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { sourceOffset } from '../../dockerfile/sourceOffset';
import { Dockerfile, Instruction } from '../../dockerfile/types';
import { removeRunFlags } from '../../edits/removeRunFlags';
import { FixProposal, TextEdit } from '../../edits/types';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { joinPath } from '../../snapshot/repositoryPath';
import { contextCopies, ContextCopy } from '../../units/contextCopies';
import { findingAt } from '../evidence/createFinding';
import { isAbsentSum } from '../evidence/isAbsentSum';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { sumCopiedButAbsentExamples } from './sumCopiedButAbsent.examples';

export const sumCopiedButAbsent: UnitRule = {
  id: 'modules/sum-copied-but-absent',
  category: 'modules',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'The go.sum that the Dockerfile takes is there',
    fail: 'The Dockerfile takes a go.sum that is not there',
  },
  why: 'The builder stops at a source that does not exist: `"/go.sum": not found`. A module that requires nothing has no go.sum, so a Dockerfile that was taken from another project fails in a new one.',
  howToFix:
    'Write `COPY go.mod go.sum* ./`, which takes go.sum when there is one. Where the module does have requirements, run `go mod tidy` and commit go.sum.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#copy',
    'https://go.dev/ref/mod#go-sum-files',
    'https://github.com/docker/roadmap/issues/611',
  ],
  prevents: ['fs.copy_missing', 'gomod.missing_gosum', 'gomod.replace_missing'],
  evaluate,
  propose,
  examples: sumCopiedButAbsentExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, snapshot } = subject;
  const copies = contextCopies(unit).filter(({ sources }) =>
    sources.some(({ path }) => /(?:^|\/)go\.sum$/.test(path)),
  );
  if (copies.length === 0) {
    return notApplicable('The Dockerfile names no go.sum.');
  }
  if (snapshot.problems.some(({ code }) => code === 'limit')) {
    return notApplicable('The repository is too large to tell what is there.');
  }
  const absent = absentSources(subject);
  return passUnless(
    [...new Set(absent.map(({ copy }) => copy.instruction))].map(instruction =>
      findingAt(
        unit.dockerfile,
        instruction,
        `There is no ${joinPath(
          unit.context.directory,
          absent.find(({ copy }) => copy.instruction === instruction)?.path ??
            'go.sum',
        )}: this step stops with "not found".`,
      ),
    ),
  );
}

interface AbsentSource {
  copy: ContextCopy;
  path: string;
  /** As written in the Dockerfile. */
  text: string;
}

function absentSources({ unit, snapshot }: UnitSubject): AbsentSource[] {
  return contextCopies(unit).flatMap(copy =>
    copy.sources
      .filter(
        ({ certain, wildcard, path }) =>
          certain &&
          !wildcard &&
          isAbsentSum(unit, path) &&
          !isMadeBefore({ unit, snapshot }, path),
      )
      .map(({ path, text }) => ({ copy, path, text })),
  );
}

/**
 * Whether a pipeline or Makefile may have made the file before the image is
 * built; for a module that requires nothing the go command makes none.
 */
function isMadeBefore(
  { unit, snapshot }: Pick<UnitSubject, 'unit' | 'snapshot'>,
  path: string,
): boolean {
  const goMod = joinPath(
    unit.context.directory,
    path.replace(/go\.sum$/, 'go.mod'),
  );
  const module = unit.modules.find(candidate => candidate.path === goMod);
  if (module && module.goMod.require.length === 0) {
    return false;
  }
  return [...snapshot.files].some(
    ([file, text]) =>
      /^(?:make|workflow|compose|bake)$/.test(buildFileKind(file) ?? '') &&
      /\bgo\s+(?:mod\s+(?:tidy|download|vendor)|get|work\s+sync)\b/.test(text),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { dockerfile } = subject.unit;
  const edits: TextEdit[] = [];
  for (const source of withoutRepetitions(absentSources(subject))) {
    const more =
      source.copy.kind === 'copy'
        ? starEdits(source)
        : unmountEdits(source, dockerfile);
    if (!more || more.length === 0) {
      return undefined;
    }
    edits.push(...more);
  }
  return {
    title: 'Take go.sum only when it is there',
    safety: 'safe',
    changes: [{ kind: 'edit', path: dockerfile.path, edits }],
  };
}

/** An instruction may name the same file more than once. */
function withoutRepetitions(sources: readonly AbsentSource[]): AbsentSource[] {
  return sources.filter(
    ({ copy, text }, index) =>
      sources.findIndex(
        other =>
          other.copy.instruction === copy.instruction && other.text === text,
      ) === index,
  );
}

/** `go.sum` becomes `go.sum*`, which may match nothing. */
function starEdits({ copy, text }: AbsentSource): TextEdit[] | undefined {
  // With a pattern the target has to be a folder.
  if (!copy.intoFolder || !text.endsWith('go.sum')) {
    return undefined;
  }
  return endsOf(copy.instruction, text).map(at => ({
    span: { start: at, end: at },
    text: '*',
  }));
}

function endsOf(instruction: Instruction, text: string): number[] {
  const words = instruction.words.filter(word => word.text === text);
  if (words.length > 0) {
    return words.map(({ span }) => span.end);
  }
  // A list in brackets has no words.
  const quoted = JSON.stringify(text);
  const index = instruction.text.indexOf(quoted);
  const at =
    index < 0
      ? undefined
      : sourceOffset(instruction, index + quoted.length - 1);
  return at === undefined ? [] : [at];
}

/** A mount cannot name what may not be there, so it goes. */
function unmountEdits(
  { copy: { instruction }, text }: AbsentSource,
  dockerfile: Dockerfile,
): TextEdit[] | undefined {
  const mounts = instruction.flags.filter(
    ({ name, value }) =>
      name === 'mount' &&
      value
        ?.split(',')
        .some(
          field => /^(?:source|src)=/.test(field) && field.endsWith(`=${text}`),
        ),
  );
  return removeRunFlags(dockerfile, instruction, mounts);
}
