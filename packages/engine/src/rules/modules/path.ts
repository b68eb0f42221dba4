/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkImportPath, checkModulePath } from '../../gomod/checkPath';
import { GoModule } from '../../gomod/types';
import { folderOf, isBelow } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { createFinding, findingAt } from '../evidence/createFinding';
import { isTemplate } from '../evidence/isTemplate';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementOf } from '../evidence/replacementOf';
import { workspacePaths } from '../evidence/workspaceModules';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { pathExamples } from './path.examples';

const maximumFindings = 5;

/**
 * A service may be called `app`: a module path without a host is wrong only
 * where the go command would have to fetch it.
 */
export const path: ModuleRule = {
  id: 'modules/path',
  category: 'modules',
  scope: 'module',
  severity: 'medium',
  title: {
    pass: 'Module paths can be used',
    fail: 'A module path cannot be used',
  },
  why: 'Without a valid path the go command builds nothing in the module. A required module whose path has no host cannot be fetched from anywhere: `go mod download` stops, and the build works at best where a folder is at hand.',
  howToFix:
    'Give go.mod a `module` line with the address of the repository (`go mod edit -module=example.com/team/app`). Require modules of the same repository through a replacement (`replace app/lib => ../lib`) or a go.work file, or give them a path that can be fetched.',
  fix: 'none',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-ident',
    'https://go.dev/ref/mod#module-path',
    'https://pkg.go.dev/golang.org/x/mod/module#CheckPath',
  ],
  prevents: ['gomod.syntax', 'gomod.package_not_found'],
  evaluate,
  examples: pathExamples,
};

function evaluate({ module, snapshot }: ModuleSubject): RuleOutcome {
  const { goMod, vendor, workspace } = module;
  if (isTemplate(goMod.path, goMod.source)) {
    return notApplicable('The go.mod is a template that is filled in later.');
  }
  const name = goMod.module;
  if (!name) {
    return missing(module, snapshot);
  }
  const findings: Finding[] = [];
  const wrong = checkImportPath(name.modulePath);
  if (wrong) {
    findings.push(
      findingAt(
        goMod,
        name,
        `"${name.modulePath}" is no module path (${wrong}): the go command refuses to work in the module.`,
      ),
    );
  }
  const siblings = new Set(
    workspace ? workspacePaths(workspace, snapshot) : [],
  );
  for (const statement of vendor ? [] : goMod.require) {
    const { modulePath } = statement;
    const unfetchable = checkModulePath(modulePath);
    if (
      unfetchable &&
      !siblings.has(modulePath) &&
      !replacementOf(goMod, statement)
    ) {
      findings.push(
        findingAt(
          goMod,
          statement,
          `${modulePath} cannot be fetched (${unfetchable}) and is not replaced: \`go mod download\` stops here.`,
        ),
      );
    }
  }
  return passUnless(findings.slice(0, maximumFindings));
}

/** An empty go.mod keeps the go command out of a folder, which is meant. */
function missing(
  { goMod, directory }: GoModule,
  { tree }: Snapshot,
): RuleOutcome {
  const hasStatements =
    goMod.go !== undefined || goMod.require.length + goMod.replace.length > 0;
  const hasCode = tree.some(
    entry =>
      entry.path.endsWith('.go') &&
      isBelow(directory, entry.path) &&
      (folderOf(entry.path) === directory || hasStatements),
  );
  if (goMod.problems.length > 0) {
    return notApplicable('The go.mod cannot be read: modules/syntax tells.');
  }
  return hasStatements && hasCode
    ? passUnless([
        createFinding({
          path: goMod.path,
          line: 1,
          source: goMod.source,
          message:
            'There is no module line: the go command stops with "missing module declaration".',
        }),
      ])
    : notApplicable(
        'The go.mod names no module: it only keeps the go command out of the folder.',
      );
}
