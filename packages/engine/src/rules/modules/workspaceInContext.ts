/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal, TextEdit } from '../../edits/types';
import { readWorkspaces } from '../../gomod/findGoModules';
import { GoWork, PathStatement } from '../../gomod/types';
import {
  baseName,
  folderOf,
  isBelow,
  joinPath,
  relativePath,
} from '../../snapshot/repositoryPath';
import { joinImagePath, pathBelow } from '../../units/imagePath';
import { findingAt } from '../evidence/createFinding';
import { stageChains } from '../evidence/finalImage';
import { copyThatPlaces, mayComeFromElsewhere } from '../evidence/filesInImage';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { workspacePaths } from '../evidence/workspaceModules';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { workspaceInContextExamples } from './workspaceInContext.examples';
import { startOfLine } from '../../edits/startOfLine';

export const workspaceInContext: UnitRule = {
  id: 'modules/workspace-in-context',
  category: 'modules',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The workspace in the image is whole',
    fail: 'A go.work gets into the image without the modules that it lists',
  },
  why: 'The go command looks for go.work in every folder above, and reads the go.mod of each module that it lists. One that the image has not stops it with "cannot load module … listed in go.work file", in modules that do not need it, too.',
  howToFix:
    'Leave the workspace out of the build with `ENV GOWORK=off`, or keep the file away with lines `go.work` and `go.work.sum` in .dockerignore. Where the workspace is meant, copy the go.mod of all its modules before the first go command.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#workspaces',
    'https://go.dev/ref/mod#go-work-file',
    'https://pkg.go.dev/cmd/go#hdr-Environment_variables',
  ],
  prevents: ['gomod.workspace'],
  evaluate,
  propose,
  examples: workspaceInContextExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const met = workspaceUses(subject);
  if (met.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to meet a go.work.',
    );
  }
  return passUnless(
    brokenUses(subject, met).map(({ use, goWork, absent }) =>
      findingAt(
        unit.dockerfile,
        use,
        `${goWork.path} is in the image and lists ${absent[0].value}, whose go.mod is not there: \`go ${use.verb}\` stops.`,
      ),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, snapshot } = subject;
  const { source, path } = unit.dockerfile;
  const chains = stageChains(unit);
  const mended = new Set<unknown>();
  const edits: TextEdit[] = [];
  for (const { use, goWork } of brokenUses(subject, workspaceUses(subject))) {
    const siblings = new Set(workspacePaths(goWork, snapshot));
    // Such a module is built from its folder today.
    if (
      use.module.goMod.require.some(({ modulePath }) =>
        siblings.has(modulePath),
      )
    ) {
      return undefined;
    }
    const isMended = chains
      .get(use.stage)
      ?.stages.some(stage => mended.has(stage));
    if (!isMended) {
      mended.add(use.stage);
      const { start } = use.instruction.span;
      const lineStart = startOfLine(source, start);
      const lineBreak =
        source[source.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
      edits.push({
        span: { start, end: start },
        text: `ENV GOWORK=off${lineBreak}${source.slice(lineStart, start)}`,
      });
    }
  }
  return {
    title: 'Build without the workspace',
    safety: 'needs-review',
    review:
      'The image is built from go.mod alone then: see whether replacements or a go.work.sum of the workspace are needed.',
    changes: [{ kind: 'edit', path, edits }],
  };
}

const readingVerbs = new Set([
  'build',
  'install',
  'list',
  'run',
  'test',
  'vet',
]);

interface WorkspaceUse {
  use: ModuleUse;
  goWork: GoWork;
  /** The folder of the go.work in the image. */
  home: string;
}

/** Commands that find a go.work of the repository at or above their folder. */
function workspaceUses(subject: UnitSubject): WorkspaceUse[] {
  const { unit, model, snapshot } = subject;
  const workspaces = readWorkspaces(snapshot).filter(
    ({ problems, use }) => problems.length === 0 && use.length > 0,
  );
  if (workspaces.length === 0) {
    return [];
  }
  return moduleUses(subject).flatMap(use => {
    const { folder, verb, words, instruction, stage } = use;
    const step = model.steps.find(
      candidate =>
        candidate.instruction === instruction && candidate.stage === stage,
    );
    const isReading =
      readingVerbs.has(verb) ||
      (verb === 'mod' && /^(?:download|verify)$/.test(words[0] ?? ''));
    const isSet =
      step === undefined ||
      step.environment.variables.GOWORK !== undefined ||
      step.environment.unknownArguments.includes('GOWORK') ||
      [instruction.text, ...instruction.heredocs.map(({ body }) => body)].some(
        text => /\bGOWORK\b|\bgo\s+work\b|\bgo\.work\b/.test(text),
      );
    const found =
      folder !== undefined && isReading && !isSet
        ? nearest(unit, use, workspaces)
        : undefined;
    return found ?? [];
  });
}

function nearest(
  unit: UnitSubject['unit'],
  use: ModuleUse,
  workspaces: readonly GoWork[],
): WorkspaceUse | undefined {
  const { module, folder = '/', workdir } = use;
  let best: WorkspaceUse | undefined;
  for (const goWork of workspaces) {
    // The layout of the repository has to be that of the image.
    const below = folderBelow(folderOf(goWork.path), module.directory);
    const home =
      below === undefined
        ? undefined
        : joinImagePath(folder, below.replace(/[^/]+/g, '..'));
    if (
      home !== undefined &&
      (below === '' || joinImagePath(home, below ?? '') === folder) &&
      pathBelow(home, workdir) !== undefined &&
      copyThatPlaces(unit, use, {
        path: goWork.path,
        place: joinImagePath(home, 'go.work'),
      }) &&
      (!best || home.length > best.home.length)
    ) {
      best = { use, goWork, home };
    }
  }
  return best;
}

/** A folder as seen from one at or above it. */
function folderBelow(root: string, folder: string): string | undefined {
  if (folder === root) {
    return '';
  }
  return isBelow(root, folder) ? relativePath(root, folder) : undefined;
}

/** The first command of each stage that the workspace stops. */
function brokenUses(
  { unit }: UnitSubject,
  uses: readonly WorkspaceUse[],
): (WorkspaceUse & { absent: PathStatement[] })[] {
  const seen = new Set<unknown>();
  return uses.flatMap(found => {
    const { use, goWork, home } = found;
    const absent = seen.has(use.stage)
      ? []
      : goWork.use.filter(({ value }) =>
          isAbsent(unit, use, {
            directory: joinPath(folderOf(goWork.path), value),
            image: joinImagePath(home, value),
          }),
        );
    if (absent.length === 0) {
      return [];
    }
    seen.add(use.stage);
    return { ...found, absent };
  });
}

function isAbsent(
  unit: UnitSubject['unit'],
  use: ModuleUse,
  { directory, image }: { directory: string; image: string },
): boolean {
  const path = joinPath(directory, 'go.mod');
  const { context } = unit;
  const isBehindLink = [...context.entries, ...context.ignored].some(
    entry =>
      (entry.kind === 'submodule' || entry.kind === 'symlink') &&
      isBelow(joinPath(context.directory, entry.path), path),
  );
  return (
    !isBehindLink &&
    !copyThatPlaces(unit, use, {
      path,
      place: joinImagePath(image, 'go.mod'),
    }) &&
    !mayComeFromElsewhere(unit, use, {
      place: image,
      name: baseName(directory) || 'go.mod',
    })
  );
}
