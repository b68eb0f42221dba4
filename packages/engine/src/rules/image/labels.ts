/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { readFinalImage } from '../evidence/finalImage';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { startCommand } from '../evidence/startCommand';
import { Snapshot } from '../../snapshot/types';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { labelsExamples } from './labels.examples';

export const labels: UnitRule = {
  id: 'image/labels',
  category: 'image',
  scope: 'unit',
  severity: 'info',
  title: {
    pass: 'The image says where it comes from',
    fail: 'The image does not say where it comes from',
  },
  why: 'Registries, scanners and people find the repository of an image by its labels. Without them a running container cannot be traced to a commit.',
  howToFix:
    'Name the repository, as the last instructions so that nothing is built anew for it: `LABEL org.opencontainers.image.source="https://git.example.com/team/app"`; or let `docker/metadata-action` set the labels in the pipeline.',
  fix: 'guided',
  sources: [
    'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
    'https://docs.docker.com/build/ci/github-actions/manage-tags-labels/',
  ],
  prevents: [],
  evaluate,
  examples: labelsExamples,
};

function evaluate({ unit, snapshot }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const { entrypoint, command } = startCommand(chain);
  if ((!entrypoint && !command) || isDevelopmentBuild(unit)) {
    return notApplicable('The image starts nothing, or is for development.');
  }
  const names = chain.stages.flatMap(stage =>
    stage.instructions.flatMap(({ keyword, pairs }) =>
      keyword === 'LABEL' ? (pairs ?? []).map(({ name }) => name) : [],
    ),
  );
  if (
    names.some(name =>
      /org\.opencontainers\.image\.|org\.label-schema\.|[$]/.test(name),
    )
  ) {
    return { state: 'pass' };
  }
  const setElsewhere = filesWithLabels(snapshot).some(
    path => path !== unit.dockerfile.path,
  );
  return setElsewhere
    ? notApplicable('The labels may come from the pipeline.')
    : {
        state: 'fail',
        findings: [
          findingAt(
            unit.dockerfile,
            chain.stages[0].from,
            'No label names the repository of the image: org.opencontainers.image.source is the one that registries read.',
          ),
        ],
      };
}

const known = new WeakMap<Snapshot, string[]>();

/** The files that set labels of images, or that may do so. */
function filesWithLabels(snapshot: Snapshot): string[] {
  let paths = known.get(snapshot);
  if (!paths) {
    paths = [...snapshot.files].flatMap(([path, text]) =>
      /docker\/metadata-action|org\.opencontainers\.image|--label\b|^[ \t]*labels[ \t]*[:=]/m.test(
        text,
      )
        ? [path]
        : [],
    );
    known.set(snapshot, paths);
  }
  return paths;
}
