/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction, Stage } from '../../dockerfile/types';
import { FixProposal, TextEdit } from '../../edits/types';
import { readFinalImage } from '../evidence/finalImage';
import { officialName } from '../facts/baseImages';
import { UnitSubject } from '../types';
import { listensOnPrivilegedPort } from './privilegedPort';

/** The user of distroless and Chainguard images; needs no entry in passwd. */
const user = '65532:65532';

/**
 * Ends the image with a numeric user, where its base is one that starts any
 * program as any user.
 */
export function proposeUser({ unit }: UnitSubject): FixProposal | undefined {
  const { dockerfile } = unit;
  const { chain } = readFinalImage(unit);
  const top = chain?.stages[0];
  if (!chain || !top || listensOnPrivilegedPort(unit, chain)) {
    return undefined;
  }
  const { root } = chain;
  const isKnown =
    root.kind === 'scratch' ||
    (root.kind === 'image' &&
      (root.reference.registry === 'gcr.io' ||
        /^(?:alpine|debian|ubuntu)$/.test(officialName(root.reference) ?? '')));
  if (!isKnown) {
    return undefined;
  }
  return {
    title: 'Run as a user without rights',
    safety: 'needs-review',
    review:
      'The service can no longer write to files of root: give it those that it needs with COPY --chown.',
    changes: [
      {
        kind: 'edit',
        path: dockerfile.path,
        edits: [userEdit(dockerfile.source, top)],
      },
    ],
  };
}

const starts = (instruction: Instruction) =>
  instruction.keyword === 'ENTRYPOINT' || instruction.keyword === 'CMD';

/** Replaces the last USER, or stands behind all that needs root. */
function userEdit(source: string, { from, instructions }: Stage): TextEdit {
  const needsRoot = instructions.findLastIndex(({ keyword }) =>
    /^(?:RUN|COPY|ADD|WORKDIR)$/.test(keyword),
  );
  const last = instructions.findLastIndex(({ keyword }) => keyword === 'USER');
  const [word] = last > needsRoot ? instructions[last].words : [];
  if (word) {
    return { span: word.span, text: user };
  }
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const start = instructions.findIndex(
    (instruction, index) => index > needsRoot && starts(instruction),
  );
  if (start >= 0) {
    const at = instructions[start].span.start;
    return { span: { start: at, end: at }, text: `USER ${user}${lineEnd}` };
  }
  const { end } = (instructions[instructions.length - 1] ?? from).span;
  return { span: { start: end, end }, text: `${lineEnd}USER ${user}` };
}
