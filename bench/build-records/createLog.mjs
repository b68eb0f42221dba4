/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createOutput } from './createOutput.mjs';

const pieceSize = 64 * 1024;

/** Of one step, in bytes: BuildKit keeps 2 MiB of it by default. */
const outputOfStep = 1e6;
const steps = 6;

/**
 * A plain log of about so many bytes, in pieces: builds one after the other,
 * of which six steps run at a time, as BuildKit prints them. The prefix stands
 * before each line of output, as a CI may put it there.
 */
export function* createLog(bytes, prefix = '') {
  const output = createOutput();
  let piece = '';
  let size = 0;
  while (size < bytes) {
    piece += '#0 building with "default" instance using docker driver\n\n';
    for (let step = 1; step <= steps; step++) {
      piece += `#${step} [build ${step}/${steps}] RUN go test ./part${step}/...\n`;
    }
    const end = Math.min(bytes, size + steps * outputOfStep);
    for (let line = 0; size < end; line++) {
      // The printer stays with a step for some lines.
      const step = (Math.floor(line / 20) % steps) + 1;
      const text = `${prefix}#${step} ${(line / 1000).toFixed(3)} ${
        output.next().value
      }\n`;
      piece += text;
      size += text.length;
      if (piece.length >= pieceSize) {
        yield Buffer.from(piece);
        piece = '';
      }
    }
    for (let step = 1; step <= steps; step++) {
      piece += `#${step} DONE ${step}.0s\n\n`;
    }
    piece += `#${steps + 1} exporting to image\n#${steps + 1} DONE 0.3s\n\n`;
  }
  yield Buffer.from(piece);
}
