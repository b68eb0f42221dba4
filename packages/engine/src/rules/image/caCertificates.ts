/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal } from '../../edits/types';
import { Instruction } from '../../dockerfile/types';
import { copyWords } from '../../units/contextCopies';
import { outputWord } from '../../units/goCommand';
import { joinImagePath } from '../../units/imagePath';
import { findingAt } from '../evidence/createFinding';
import {
  readFinalImage,
  StageChain,
  stageChains,
} from '../evidence/finalImage';
import { goBuilds } from '../evidence/goBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { programNeeds } from '../evidence/programNeeds';
import { startCommand } from '../evidence/startCommand';
import { isGolang, officialName } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { caCertificatesExamples } from './caCertificates.examples';
import { resolveStage } from '../evidence/resolveCopyStage';

export const caCertificates: UnitRule = {
  id: 'image/ca-certificates',
  category: 'image',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The image has CA certificates',
    fail: 'The image has no CA certificates',
  },
  why: 'Without CA certificates every TLS connection that the service opens fails with "x509: certificate signed by unknown authority". Tests do not show it, since they run where certificates are.',
  howToFix:
    'Copy them from the build stage: `COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`, or build on `gcr.io/distroless/static-debian13:nonroot`, which has them and time zones too.',
  fix: 'auto',
  sources: [
    'https://pkg.go.dev/crypto/x509#SystemCertPool',
    'https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md',
    'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: caCertificatesExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const { entrypoint, command } = startCommand(chain);
  if (unit.modules.length === 0 || (!entrypoint && !command)) {
    return notApplicable('The image starts no program of a Go module.');
  }
  const base = bareBase(chain);
  if (base === undefined) {
    return notApplicable('What the base image holds is not known.');
  }
  if (chain.stages.some(stage => stage.instructions.some(bringsCertificates))) {
    return { state: 'pass' };
  }
  const needs = programNeeds(unit, chain);
  if (needs.embedsRoots) {
    return { state: 'pass' };
  }
  if (mayBringMore(subject, chain)) {
    return notApplicable(
      'What a step copies or installs may hold CA certificates.',
    );
  }
  if (!needs.publicServices) {
    return notApplicable(
      'Nothing tells that the program calls services of the public Internet.',
    );
  }
  return {
    state: 'fail',
    findings: [
      findingAt(
        unit.dockerfile,
        chain.stages[0].from,
        `${base} has no CA certificates and none are added: TLS connections that the service opens fail.`,
      ),
    ],
  };
}

/** The name of a base that is known to have no CA certificates. */
function bareBase({ root }: StageChain): string | undefined {
  if (root.kind === 'scratch') {
    return 'scratch';
  }
  if (root.kind !== 'image' || root.unknown.length > 0) {
    return undefined;
  }
  const name = officialName(root.reference);
  return name === 'busybox' || name === 'debian' || name === 'ubuntu'
    ? name
    : undefined;
}

function bringsCertificates({ text, heredocs }: Instruction): boolean {
  return [text, ...heredocs.map(({ body }) => body)].some(script =>
    /ca-cert|\/etc\/ssl|\/etc\/pki|\/etc\/?(?:\s|$)|certs?\b|\.(?:crt|pem)\b|ca-bundle|SSL_CERT/i.test(
      script,
    ),
  );
}

/** A whole folder at the root, an archive, packages with what they require. */
function mayBringMore(subject: UnitSubject, { stages }: StageChain): boolean {
  const outputs = new Set(
    goBuilds(subject).flatMap(({ command, step }) => {
      const output = outputWord(command.arguments);
      return output
        ? [joinImagePath(step.environment.workdir, output.text)]
        : [];
    }),
  );
  return stages.some(stage =>
    stage.instructions.some(instruction => {
      switch (instruction.keyword) {
        case 'RUN':
          return /\b(?:apt|apt-get|apk|dpkg|curl|wget|tar)\b/.test(
            [
              instruction.text,
              ...instruction.heredocs.map(({ body }) => body),
            ].join('\n'),
          );
        case 'ADD':
          return true;
        case 'COPY': {
          const words = copyWords(instruction);
          const target = words[words.length - 1];
          return (
            /^\/?\.?\/?$/.test(target ?? '') &&
            words.slice(0, -1).some(source => !outputs.has(source))
          );
        }
        default:
          return false;
      }
    }),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const { dockerfile } = unit;
  const { chain } = readFinalImage(unit);
  const top = chain?.stages[0];
  if (!chain || !top) {
    return undefined;
  }
  const chains = stageChains(unit);
  for (const instruction of top.instructions) {
    const stage = resolveStage(unit, instruction);
    const root = stage && chains.get(stage)?.root;
    if (
      stage &&
      stage !== top &&
      root?.kind === 'image' &&
      root.unknown.length === 0 &&
      isGolang(root.reference)
    ) {
      const { start } = instruction.span;
      const lineEnd = dockerfile.source.includes('\r\n') ? '\r\n' : '\n';
      const from = stage.name ?? String(stage.index);
      return {
        title: 'Copy the CA certificates of the build stage',
        safety: 'safe',
        changes: [
          {
            kind: 'edit',
            path: dockerfile.path,
            edits: [
              {
                span: { start, end: start },
                text: `COPY --from=${from} /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/${lineEnd}`,
              },
            ],
          },
        ],
      };
    }
  }
  return undefined;
}
