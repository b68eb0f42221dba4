/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesOf } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
import { compareGoVersions } from '../../gomod/compareGoVersions';
import { allGoSettings } from '../evidence/allGoSettings';
import { findingAt } from '../evidence/createFinding';
import { editAway } from '../evidence/editSetting';
import { goImages } from '../evidence/goImages';
import { stageChains } from '../evidence/finalImage';
import { readGolangTag } from '../facts/golangTags';
import { GoSetting } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { obsoleteSettingExamples } from './obsoleteSetting.examples';

export const obsoleteSetting: UnitRule = {
  id: 'proxy/obsolete-setting',
  category: 'proxy',
  scope: 'unit',
  severity: 'info',
  title: {
    pass: 'No setting repeats what has long been the default',
    fail: 'A setting repeats what has long been the default',
  },
  why: 'Module mode is the only default since Go 1.16, and BuildKit is what `docker build` uses since Docker Engine 23. Settings that ask for them do nothing but suggest that something else could be the case.',
  howToFix:
    'Remove `GO111MODULE=on`, and `DOCKER_BUILDKIT=1` where the engine is 23 or newer.',
  fix: 'auto',
  sources: [
    'https://go.dev/doc/go1.16#modules',
    'https://docs.docker.com/build/buildkit/#getting-started',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: obsoleteSettingExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  return passUnless(
    obsoleteSettings(subject).map(setting =>
      findingAt(
        setting,
        setting,
        setting.name === 'GO111MODULE'
          ? 'GO111MODULE=on is the default since Go 1.16.'
          : 'DOCKER_BUILDKIT=1 is the default of the Docker Engine on hosted runners, which is newer than 23.',
      ),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(obsoleteSettings(subject).map(editAway));
  return (
    changes && {
      title: 'Remove settings that are the default',
      safety: 'safe',
      changes,
    }
  );
}

function obsoleteSettings(subject: UnitSubject): GoSetting[] {
  return allGoSettings(subject, ['GO111MODULE', 'DOCKER_BUILDKIT']).filter(
    setting => {
      const { name, value, unknown, instruction } = setting;
      if (unknown || !setting.text) {
        return false;
      }
      if (name === 'GO111MODULE') {
        return value === 'on' && isModern(subject, setting);
      }
      return value === '1' && !instruction && isOnHostedRunner(setting);
    },
  );
}

/**
 * Whether the Go that reads a setting is newer than 1.15: that of the image that
 * the setting is made on, else the one that the modules need. A go line of 1.17
 * needs a Go that is newer than 1.16 to mean anything.
 */
function isModern(subject: UnitSubject, { stage }: GoSetting): boolean {
  const { unit } = subject;
  const stages = (stage && stageChains(unit).get(stage)?.stages) ?? [];
  const image = goImages(subject).find(found => stages.includes(found.stage));
  const tag = image && readGolangTag(image.reference.tag);
  if (tag?.version !== undefined) {
    return compareGoVersions(tag.version, '1.16') >= 0;
  }
  // Others are not moved on any more, as `1-stretch`.
  if (tag && /^(?:alpine|bookworm|trixie)?$/.test(tag.suffix)) {
    return true;
  }
  return (
    unit.modules.length > 0 &&
    unit.modules.every(
      ({ goMod }) =>
        goMod.go !== undefined &&
        compareGoVersions(goMod.go.version, '1.17') >= 0,
    )
  );
}

/** GitHub's runners, where all jobs of the workflow run on them. */
function isOnHostedRunner({ path, source }: GoSetting): boolean {
  if (!path.startsWith('.github/workflows/')) {
    return false;
  }
  const runners = [...source.matchAll(/^[ \t]*runs-on:[ \t]*(\S.*)?$/gm)].map(
    ([, runner = '']) => runner.trim(),
  );
  return (
    runners.length > 0 &&
    runners.every(runner =>
      /^(["']?)ubuntu-(?:latest|\d\d\.\d\d)(?:-arm)?\1(?:[ \t]+#.*)?$/.test(
        runner,
      ),
    )
  );
}
