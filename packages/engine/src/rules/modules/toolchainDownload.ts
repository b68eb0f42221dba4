/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { fetchesToolchain } from '../evidence/fetchesToolchain';
import { stageChains } from '../evidence/finalImage';
import { GoImage, goImages } from '../evidence/goImages';
import { GoSetting, goSettings } from '../evidence/goSettings';
import { ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { goReleasesDate } from '../facts/goReleases';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { readImageGo } from './imageGo';
import { toolchainDownloadExamples } from './toolchainDownload.examples';

export const toolchainDownload: UnitRule = {
  id: 'modules/toolchain-download',
  category: 'modules',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The build uses the Go of its image',
    fail: 'The build may download another Go than that of its image',
  },
  why: 'With GOTOOLCHAIN set to more than `local`, the go command downloads a whole toolchain as soon as go.mod asks for a newer one: some 70 MB in each build whose module cache is empty, and a build that fails where the module proxy or the checksum database cannot be reached. The tag of the image no longer tells what compiles the program.',
  howToFix:
    'Remove the GOTOOLCHAIN setting, so that `local` of the official image holds, and raise the tag of the image together with the go line of go.mod:\n\n```dockerfile\nFROM golang:1.27 AS build\n# no ENV GOTOOLCHAIN\n```',
  fix: 'guided',
  sources: [
    'https://go.dev/doc/toolchain#select',
    'https://go.dev/ref/mod#toolchain',
    'https://github.com/docker-library/golang/issues/472',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  examples: toolchainDownloadExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const images = goImages(subject).filter(({ uses }) => uses.length > 0);
  if (images.length === 0) {
    return notApplicable(
      'No go command on the official Go image is known to work on a module of this repository.',
    );
  }
  const { dockerfile } = subject.unit;
  const settings = goSettings(subject.unit, ['GOTOOLCHAIN']);
  const chains = stageChains(subject.unit);
  const findings = new Map<number, { finding: Finding; isSure: boolean }>();
  for (const image of images) {
    for (const use of image.uses) {
      const answer = fetchesToolchain(
        use,
        readImageGo(image.reference)?.newest,
      );
      if (!answer) {
        continue;
      }
      const isSure = answer === 'certain';
      const stages = chains.get(use.stage)?.stages ?? [];
      const place: Pick<GoSetting, 'line' | 'endLine'> =
        settings
          .filter(
            ({ stage, line }) =>
              stages.some(below => below === stage) && line <= use.line,
          )
          .pop() ?? use;
      const other = findings.get(place.line);
      if (!other || (isSure && !other.isSure)) {
        const finding = findingAt(
          dockerfile,
          place,
          describe(use, { image, isSure }),
        );
        findings.set(place.line, { finding, isSure });
      }
    }
  }
  return passUnless([...findings.values()].map(({ finding }) => finding));
}

function describe(
  { module, toolchain = '', verb }: ModuleUse,
  { image, isSure }: { image: GoImage; isSure: boolean },
): string {
  const { go, toolchain: named } = module.goMod;
  const asked = [
    go && `go ${go.version}`,
    named && `toolchain ${named.version}`,
  ]
    .filter(text => text !== undefined)
    .join(' and ');
  const has = readImageGo(image.reference);
  const known =
    has?.newest === undefined
      ? `golang:${image.reference.tag ?? 'latest'}`
      : `golang:${has.tag}, which has Go ${has.newest}${
          has.moving ? ` (as of ${goReleasesDate})` : ''
        }`;
  return isSure
    ? `GOTOOLCHAIN=${toolchain} and ${module.path} (${asked}): \`go ${verb}\` certainly downloads another Go than that of ${known}.`
    : `GOTOOLCHAIN=${toolchain}: \`go ${verb}\` possibly downloads another Go than that of ${known}, as soon as ${module.path} or a tool asks for a newer one.`;
}
