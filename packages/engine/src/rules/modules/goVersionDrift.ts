/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  compareGoVersions,
  goLanguageVersion,
} from '../../gomod/compareGoVersions';
import { GoModule } from '../../gomod/types';
import { FileChange, FixProposal, TextEdit } from '../../edits/types';
import { folderOf, isBelow } from '../../snapshot/repositoryPath';
import { createFinding } from '../evidence/createFinding';
import { fetchesToolchain } from '../evidence/fetchesToolchain';
import { goImages } from '../evidence/goImages';
import { GoPin, pinText, readGoPins } from '../evidence/goPins';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { goLineOf, goReleasesDate } from '../facts/goReleases';
import {
  floatingGoLine,
  golangTagsDate,
  readGolangTag,
} from '../facts/golangTags';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { goVersionDriftExamples } from './goVersionDrift.examples';

export const goVersionDrift: RepositoryRule = {
  id: 'modules/go-version-drift',
  category: 'modules',
  scope: 'repository',
  severity: 'medium',
  title: {
    pass: 'Builder image, pipelines and tools use the same Go line',
    fail: 'Builder image, pipelines and tools use different Go lines',
  },
  why: 'The tests run with another compiler and standard library than the image is built with, so they say little of what runs. The day that go.mod asks for more, one of the places breaks while the others pass.',
  howToFix:
    'Name the version in one place: `go-version-file: go.mod` in actions/setup-go, and the same line in the tag of the builder image and in the files of version managers.',
  fix: 'auto',
  sources: [
    'https://github.com/actions/setup-go#getting-go-version-from-the-gomod-file',
    'https://go.dev/doc/toolchain#version',
    'https://github.com/dependabot/dependabot-core/issues/15135',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  propose,
  examples: goVersionDriftExamples,
};

/** A builder image that goes into service. */
interface Builder {
  path: string;
  line: number;
  image: string;
  goLine: string;
  /** With its patch, where the tag names it. */
  version?: string;
  /** Whether the tag names no line: it has the newest one, and will later. */
  floating: boolean;
  modules: ReadonlySet<GoModule>;
}

/** A pin that disagrees, and with what. */
interface Drift {
  pin: GoPin;
  message: string;
  wanted: { goLine: string; version: string };
}

function evaluate(subject: RepositorySubject): RuleOutcome {
  const { pins, matrix } = readGoPins(subject.snapshot);
  if (subject.modules.length === 0) {
    return notApplicable('There is no go.mod.');
  }
  if (pins.length === 0 && matrix.size === 0) {
    return notApplicable(
      'No workflow and no file of a version manager names a Go version.',
    );
  }
  return passUnless(
    findDrifts(subject).map(({ pin: { path, line }, message }) =>
      createFinding({
        path,
        line,
        message,
        source: subject.snapshot.files.get(path),
      }),
    ),
  );
}

function findDrifts(subject: RepositorySubject): Drift[] {
  const { pins, matrix } = readGoPins(subject.snapshot);
  const builders = readBuilders(subject);
  const tested = new Set([
    ...matrix,
    ...pins.filter(isPipeline).map(({ goLine }) => goLine),
  ]);
  return pins.flatMap(pin => {
    const modules = subject.modules.filter(({ path }) =>
      isBelow(pin.folder, path),
    );
    const drift =
      belowMinimum(pin, modules) ??
      otherThanImage(pin, modules, { builders, tested });
    return drift ?? [];
  });
}

function isPipeline({ label }: GoPin): boolean {
  return label === 'setup-go';
}

/** Older than all of the modules ask for: a newer one is no drift. */
function belowMinimum(
  pin: GoPin,
  modules: readonly GoModule[],
): Drift | undefined {
  const asked = modules.flatMap(({ path, goMod: { go } }) =>
    go ? [{ path, line: go.line, version: go.version }] : [],
  );
  const [least] = asked.sort((left, right) =>
    compareGoVersions(left.version, right.version),
  );
  if (!least || asked.length < modules.length) {
    return undefined;
  }
  const goLine = goLanguageVersion(least.version);
  const isExact = /^\d+\.\d+\.\d+$/.test(pin.text);
  const isOlder =
    goLine !== undefined &&
    (isExact
      ? compareGoVersions(pin.text, least.version) < 0
      : compareGoVersions(pin.goLine, goLine) < 0);
  if (!isOlder) {
    return undefined;
  }
  const isRelease = /^\d+\.\d+\.\d+$/.test(least.version);
  const newest = goLineOf(goLine)?.newest;
  return {
    pin,
    message: `${least.path}:${least.line} asks for Go ${least.version}, and ${
      pin.label
    } has Go ${pin.text}, which is certainly older: ${
      compareGoVersions(pin.goLine, '1.21') < 0
        ? 'what newer code uses does not compile'
        : 'the go command downloads another one, or refuses'
    }.`,
    wanted: {
      goLine,
      version: isRelease ? least.version : newest ?? `${goLine}.0`,
    },
  };
}

/**
 * Another line than each of the images that build the same modules. Where the
 * pin's folder is that of a module, those below are others: examples, tools.
 */
function otherThanImage(
  pin: GoPin,
  modules: readonly GoModule[],
  {
    builders,
    tested,
  }: { builders: readonly Builder[]; tested: ReadonlySet<string> },
): Drift | undefined {
  const own = modules.filter(({ path }) => folderOf(path) === pin.folder);
  const meant = own.length > 0 ? own : modules;
  const same = builders.filter(builder =>
    meant.some(module => builder.modules.has(module)),
  );
  if (
    same.length === 0 ||
    same.some(
      ({ goLine, floating }) =>
        goLine === pin.goLine ||
        (floating && compareGoVersions(goLine, pin.goLine) < 0) ||
        (isPipeline(pin) && tested.has(goLine)),
    )
  ) {
    return undefined;
  }
  const [newest] = [...same].sort((left, right) =>
    compareGoVersions(right.goLine, left.goLine),
  );
  return {
    pin,
    message: `${newest.path}:${newest.line} builds with ${newest.image}${
      newest.floating ? ` (Go ${newest.goLine} as of ${golangTagsDate})` : ''
    }, and ${pin.label} has Go ${
      pin.text
    }: what is tested or built with it certainly has another line than the image.`,
    wanted: {
      goLine: newest.goLine,
      version:
        newest.version ?? goLineOf(newest.goLine)?.newest ?? newest.goLine,
    },
  };
}

/**
 * The Go images that build modules for service. One that is too old for its
 * module is left out: it cannot be what the others should follow.
 */
function readBuilders({
  snapshot,
  models,
  modules,
}: RepositorySubject): Builder[] {
  return models.flatMap(model => {
    const { unit } = model;
    if (isDevelopmentBuild(unit)) {
      return [];
    }
    return goImages({ unit, model, snapshot, modules }).flatMap(
      ({ stage, image, reference, uses }) => {
        const parts = readGolangTag(reference.tag);
        const floating = parts !== undefined && parts.version === undefined;
        const goLine = floating
          ? newestLineOf(parts.suffix, reference.digest)
          : goLanguageVersion(parts?.version ?? '');
        const isUsed =
          uses.length > 0 &&
          uses.every(
            use =>
              fetchesToolchain(use, parts?.version ?? goLine) === undefined &&
              compareGoVersions(
                goLanguageVersion(use.module.goMod.go?.version ?? '') ?? '',
                goLine ?? '',
              ) <= 0,
          );
        return isUsed && goLine !== undefined
          ? [
              {
                path: unit.dockerfile.path,
                line: stage.from.line,
                image,
                goLine,
                floating,
                ...(parts?.pinned && { version: parts.version }),
                modules: new Set(uses.map(({ module }) => module)),
              },
            ]
          : [];
      },
    );
  });
}

/** What a tag without a version has, if it is still moved on. */
function newestLineOf(
  suffix: string,
  digest: string | undefined,
): string | undefined {
  const today = digest === undefined ? floatingGoLine(suffix) : undefined;
  return today?.isBuilt ? today.line : undefined;
}

function propose(subject: RepositorySubject): FixProposal | undefined {
  const edits = new Map<string, TextEdit[]>();
  for (const { pin, wanted } of findDrifts(subject)) {
    if (!pin.span) {
      return undefined;
    }
    const edit = { span: pin.span, text: pinText(pin, wanted) };
    edits.set(pin.path, [...(edits.get(pin.path) ?? []), edit]);
  }
  const changes: FileChange[] = [...edits].map(([path, list]) => ({
    kind: 'edit',
    path,
    edits: list,
  }));
  return changes.length > 0
    ? {
        title: 'Name the same Go line in pipelines and tool files',
        safety: 'needs-review',
        review: `Tests and tools run with another Go from then on (patch releases as of ${goReleasesDate}).`,
        changes,
      }
    : undefined;
}
