/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { pathBelow } from '../../units/imagePath';
import { StageChain } from '../evidence/finalImage';
import { moduleFilesOf } from '../evidence/moduleFiles';
import { UnitSubject } from '../types';
import { ownSettings, writeDownload } from './ownDownloads';

/** Whether a step takes its sources from the context by a bind mount. */
export function bindsSources({ mounts }: Step): boolean {
  return mounts.some(({ type, from }) => type === 'bind' && from === undefined);
}

/**
 * A step that downloads what a step with bind-mounted sources needs: with
 * mounts of the module files alone, so that it stays cached when others change.
 * It goes right in front of the other one, and so has the same user, folder and
 * settings. https://docs.docker.com/guides/golang/build-images/
 */
export function bindModuleFiles(
  subject: UnitSubject,
  step: Step,
  chain: StageChain,
): string | undefined {
  const { workdir } = step.environment;
  const found = moduleFilesOf(subject, step, chain);
  const environment = ownSettings(step);
  if (!found || !environment || found.folders.length !== 1) {
    return undefined;
  }
  const [home] = found.folders;
  const flags = found.files
    .filter(({ copy }) => copy.kind === 'mount')
    .map(
      ({ path, place }) =>
        `--mount=type=bind,source=${path},target=${
          pathBelow(workdir, place) ?? place
        }`,
    );
  return flags.every(flag => /^[\w@%+=:,./-]+$/.test(flag))
    ? writeDownload(subject.unit.dockerfile, step, {
        folder: pathBelow(workdir, home) === '' ? '' : home,
        environment,
        flags,
      })
    : undefined;
}
