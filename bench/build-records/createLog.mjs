/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createOutput } from './createOutput.mjs';

const pieceSize = 64 * 1024;

/**
 * A plain log of about so many bytes, in pieces: one build, of which six steps
 * run at a time, as BuildKit prints it.
 */
export function* createLog(bytes) {
  const output = createOutput();
  let piece = '#0 building with "default" instance using docker driver\n\n';
  for (let step = 1; step <= 6; step++) {
    piece += `#${step} [build ${step}/6] RUN go test ./part${step}/...\n`;
  }
  let size = 0;
  for (let line = 0; size < bytes; line++) {
    // The printer stays with a step for some lines.
    const step = (Math.floor(line / 20) % 6) + 1;
    piece += `#${step} ${(line / 1000).toFixed(3)} ${output.next().value}\n`;
    if (piece.length >= pieceSize) {
      size += piece.length;
      yield Buffer.from(piece);
      piece = '';
    }
  }
  for (let step = 1; step <= 6; step++) {
    piece += `#${step} DONE ${step}.0s\n\n`;
  }
  yield Buffer.from(`${piece}#7 exporting to image\n#7 DONE 0.3s\n`);
}
