/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesOf } from '../../edits/changesOf';
import { insertAfterFrom } from '../../edits/insertAfterFrom';
import { FixProposal } from '../../edits/types';
import { GoStepEnvironment } from '../../environment/readGoSteps';
import { matchesPrefixPatterns } from '../../gomod/matchesPrefixPatterns';
import { parseProxyList } from '../../gomod/parseProxyList';
import { findingAt } from '../evidence/createFinding';
import { fetchingCommands } from '../evidence/fetchingCommands';
import { finalChain, stageChains } from '../evidence/finalImage';
import { hasGit } from '../evidence/hasGit';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { fetchedModules } from '../evidence/privateModules';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { directWithoutGitExamples } from './directWithoutGit.examples';

export const directWithoutGit: UnitRule = {
  id: 'proxy/direct-without-git',
  category: 'proxy',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'What fetches modules from their hosts has git',
    fail: 'Modules are fetched with git, which the image does not have',
  },
  why: 'Modules that GOPRIVATE or GONOPROXY names, and all of them with `GOPROXY=direct`, are cloned with git. The Alpine variants of the Go image have none, and the build stops with `exec: "git": executable file not found in $PATH`.',
  howToFix:
    'Install git in the stage that fetches modules: `RUN apk add --no-cache git`. Or take a variant of the image that has it, such as `golang:1.27`.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#vcs',
    'https://github.com/docker-library/golang/blob/master/Dockerfile-linux.template',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: directWithoutGitExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const direct = directCommands(subject);
  if (direct.length === 0) {
    return notApplicable('No step is known to fetch modules from their hosts.');
  }
  const judged = direct.map(({ command, module }) => ({
    command,
    module,
    git: hasGit(subject, command),
  }));
  if (judged.every(({ git }) => git === undefined)) {
    return notApplicable('It is not known whether the image has git.');
  }
  return passUnless(
    judged
      .filter(({ git }) => git === false)
      .map(({ command, module }) =>
        findingAt(
          subject.unit.dockerfile,
          command,
          `\`go ${command.verb}\` clones ${module} with git, and nothing in this stage installs git.`,
        ),
      ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { dockerfile } = subject.unit;
  const chains = stageChains(subject.unit);
  const stages = directCommands(subject)
    .filter(({ command }) => hasGit(subject, command) === false)
    .map(({ command }) => command.stage);
  const changes = changesOf(
    [...new Set(stages)].map(stage => {
      const root = chains.get(stage)?.root;
      const isAlpine =
        root?.kind === 'image' &&
        /alpine/.test(`${root.reference.repository}:${root.reference.tag}`);
      return isAlpine
        ? {
            path: dockerfile.path,
            edit: insertAfterFrom(dockerfile.source, stage, [
              'RUN apk add --no-cache git',
            ]),
          }
        : undefined;
    }),
  );
  const final = new Set(finalChain(subject.unit)?.stages);
  return (
    changes && {
      title: 'Install git where modules are fetched',
      ...(stages.some(stage => final.has(stage))
        ? {
            safety: 'needs-review',
            review:
              'The image itself gets git: a stage of its own for the build would keep it out.',
          }
        : { safety: 'safe' }),
      changes,
    }
  );
}

/** The commands that fetch from hosts of modules, with one of those modules. */
function directCommands(
  subject: UnitSubject,
): { command: GoStepEnvironment; module: string }[] {
  const paths = fetchedModules(subject).map(({ modulePath }) => modulePath);
  if (paths.length === 0) {
    return [];
  }
  return fetchingCommands(subject).flatMap(command => {
    const { GOPROXY, GONOPROXY } = command.variables;
    if (GOPROXY.value === undefined) {
      return [];
    }
    const [first] = parseProxyList(GOPROXY.value).entries;
    if (first === undefined || first.kind === 'off') {
      return [];
    }
    const module =
      first.kind === 'direct'
        ? paths[0]
        : paths.find(path =>
            matchesPrefixPatterns(GONOPROXY.value ?? '', path),
          );
    return module === undefined ? [] : [{ command, module }];
  });
}
