/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildsForImage } from '../evidence/buildsForImage';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, StageChain } from '../evidence/finalImage';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { startCommand } from '../evidence/startCommand';
import { officialName } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { minimalBaseExamples } from './minimalBase.examples';

export const minimalBase: UnitRule = {
  id: 'image/minimal-base',
  category: 'image',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'The base image fits a static binary',
    fail: 'A static binary stands on a whole distribution',
  },
  why: 'A binary without C library needs nothing of a distribution: shell, package manager and libraries only make the image some 30 to 80 MB larger. Scanners report their flaws, and each means a new release of the service.',
  howToFix:
    'Stand on `gcr.io/distroless/static-debian13:nonroot`, which has CA certificates, time zones and a user, or on `scratch` with what the service needs copied from the build stage.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
    'https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md',
  ],
  prevents: [],
  evaluate,
  examples: minimalBaseExamples,
};

const distributions = new Set([
  'almalinux',
  'amazonlinux',
  'buildpack-deps',
  'centos',
  'debian',
  'fedora',
  'oraclelinux',
  'rockylinux',
  'ubuntu',
]);

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const builds = buildsForImage(subject, chain);
  const isStatic =
    builds.length > 0 &&
    builds.every(
      ({ variables, unknown }) =>
        variables.CGO_ENABLED === '0' && !unknown.has('CGO_ENABLED'),
    );
  if (!isStatic || isDevelopmentBuild(unit)) {
    return notApplicable(
      'The image is not known to run a static binary alone.',
    );
  }
  const { root } = chain;
  if (root.kind !== 'image' || root.unknown.length > 0) {
    return root.kind === 'scratch'
      ? { state: 'pass' }
      : notApplicable('The base image is not known.');
  }
  const name = officialName(root.reference);
  if (name === undefined || !distributions.has(name)) {
    return { state: 'pass' };
  }
  if (usesDistribution(chain)) {
    return notApplicable('The image uses programs of the distribution.');
  }
  return {
    state: 'fail',
    findings: [
      findingAt(
        unit.dockerfile,
        chain.stages[chain.stages.length - 1].from,
        `The binary is built with CGO_ENABLED=0, and the Dockerfile uses nothing else of ${name}.`,
      ),
    ],
  };
}

/** Whether anything but a copied binary is run or installed. */
function usesDistribution(chain: StageChain): boolean {
  const { entrypoint, command } = startCommand(chain);
  const start = entrypoint ?? command;
  const program = start?.json?.[0];
  return (
    program === undefined ||
    !/^(?:\.{0,2}\/)/.test(program) ||
    /\.sh$|^\/(?:usr\/)?s?bin\/(?:env|ba?sh|dumb-init|tini)$/.test(program) ||
    chain.stages.some(stage =>
      stage.instructions.some(
        ({ keyword, text, heredocs, healthcheck }) =>
          healthcheck === 'CMD' ||
          (keyword === 'RUN' &&
            (heredocs.length > 0 || !onlyForCertificates(text))),
      ),
    )
  );
}

/** `apt-get install ca-certificates tzdata`, a user: distroless has these. */
function onlyForCertificates(text: string): boolean {
  return text.split(/&&|;/).every(part => {
    const [program, ...words] = part.trim().split(/\s+/);
    switch (program) {
      case '':
      case 'set':
      case 'rm':
      case 'useradd':
      case 'adduser':
      case 'groupadd':
      case 'addgroup':
      case 'update-ca-certificates':
        return true;
      case 'apt-get':
      case 'apt':
        return words.every(word =>
          /^(?:-.*|update|install|clean|autoremove|ca-certificates|tzdata)$/.test(
            word,
          ),
        );
      default:
        return false;
    }
  });
}
