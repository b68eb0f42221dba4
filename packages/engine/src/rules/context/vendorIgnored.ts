/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { bringBack, DroppedPath } from '../../edits/bringBack';
import { FixProposal } from '../../edits/types';
import { folderOf, relativePath } from '../../snapshot/repositoryPath';
import { contextCopies, selectionOf } from '../../units/contextCopies';
import { readGoCommand } from '../../units/goCommand';
import { createFinding } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { droppingPattern, findDroppedSources } from './droppedSources';
import { vendorIgnoredExamples } from './vendorIgnored.examples';

/**
 * A vendor folder that a COPY names itself is left to
 * `context/needed-file-ignored`: that build stops.
 */
export const vendorIgnored: UnitRule = {
  id: 'context/vendor-ignored',
  category: 'context',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The build gets the vendored modules',
    fail: 'The ignore file drops the vendored modules',
  },
  why: 'The modules are in the repository so that builds need no network and take what was reviewed. Without the folder the go command downloads them instead, or stops with "inconsistent vendoring" where it is told to use them.',
  howToFix:
    'Delete the ignore line for the vendor folder, or put `!vendor` behind it. Where images are meant to download their modules, take the vendor folder out of the repository.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#vendoring',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  prevents: ['gomod.vendor_inconsistent', 'network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: vendorIgnoredExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, snapshot } = subject;
  const { context } = unit;
  const vendored = unit.modules.flatMap(({ vendor }) => vendor ?? []);
  if (vendored.length === 0) {
    return notApplicable('The modules that are built are not vendored.');
  }
  if (!context.ignoreFile) {
    return { state: 'pass' };
  }
  const named = findDroppedSources(unit);
  const findings: Finding[] = [];
  for (const { path } of vendored) {
    const inContext = relativePath(context.directory, path);
    const entry = context.ignored.find(ignored => ignored.path === inContext);
    const pattern = entry && droppingPattern(unit, entry);
    if (!entry || !pattern) {
      continue;
    }
    if (
      named.some(
        source =>
          entry.path === source.path ||
          entry.path.startsWith(`${source.path}/`),
      )
    ) {
      return notApplicable(
        'A COPY names the folder that is dropped, and the build stops: context/needed-file-ignored tells.',
      );
    }
    // What no step would take anyway, the ignore file does not take away.
    const isMissed = contextCopies(unit).some(
      copy =>
        selectFiles({ entries: [entry] }, selectionOf(copy)).entries.length > 0,
    );
    if (isMissed) {
      findings.push(
        createFinding({
          path: context.ignoreFile.path,
          line: pattern.line,
          source: snapshot.files.get(context.ignoreFile.path),
          message: `This keeps ${path} and the modules beside it out of the build context: ${effectOf(
            subject,
          )}.`,
        }),
      );
    }
  }
  return passUnless(findings);
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, snapshot } = subject;
  const { ignoreFile, ignored, directory } = unit.context;
  const source = ignoreFile && snapshot.files.get(ignoreFile.path);
  if (!ignoreFile || source === undefined) {
    return undefined;
  }
  const dropped = unit.modules.flatMap(({ vendor }): DroppedPath[] => {
    const inContext = relativePath(directory, vendor?.path ?? '');
    const entry = ignored.find(({ path }) => path === inContext);
    const pattern = entry && droppingPattern(unit, entry);
    return entry && pattern ? [{ path: folderOf(entry.path), pattern }] : [];
  });
  const edits = bringBack(source, ignoreFile, dropped);
  return edits?.length
    ? {
        title: 'Let the vendored modules in',
        ...(asksForVendor(subject)
          ? { safety: 'safe' }
          : {
              safety: 'needs-review',
              review:
                'The image is then built from the vendor folder, and not from what is downloaded: check that the folder is up to date.',
            }),
        changes: [{ kind: 'edit', path: ignoreFile.path, edits }],
      }
    : undefined;
}

function effectOf(subject: UnitSubject): string {
  return asksForVendor(subject)
    ? 'the go command is told to build from them and stops'
    : 'the go command downloads them again, past what was reviewed';
}

function asksForVendor({ model }: UnitSubject): boolean {
  return model.steps.some(
    ({ environment: { variables }, shell }) =>
      /-mod=vendor/.test(variables.GOFLAGS ?? '') ||
      shell?.commands.some(command =>
        readGoCommand(command)?.words.some(({ text }) =>
          /^--?mod=vendor$/.test(text),
        ),
      ),
  );
}
