/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { loadPackage } from '../loadPackage.mjs';
import { createOutput } from './createOutput.mjs';

const { dockerbuild } = loadPackage(
  'engine',
  'src/builds/__testUtils__/dockerbuild.ts',
);

const steps = 300;
const digestOf = step => `sha256:${String(step).padStart(64, '0')}`;

/**
 * A `.dockerbuild` record of a build for eight platforms with that many lines
 * of output, each in a message of its own, as BuildKit sends them.
 */
function createRecord(lines) {
  const output = createOutput();
  const vertexOf = step => ({
    digest: digestOf(step),
    name: `[linux/amd64 build ${step + 1}/${steps}] RUN go build ./part${step}`,
    started: step,
  });
  const statuses = [];
  for (let step = 0; step < steps; step++) {
    statuses.push({ vertexes: [vertexOf(step)] });
    for (let line = 0; line < lines / steps; line++) {
      let text = '';
      for (let length = 0; length < 300; length = text.length) {
        text += `${output.next().value}\n`;
      }
      statuses.push({ logs: [{ vertex: digestOf(step), text }] });
    }
    statuses.push({
      vertexes: [{ ...vertexOf(step), completed: step + 1 }],
      statuses: [
        {
          id: `extracting ${digestOf(step)}`,
          vertex: digestOf(step),
          current: 1,
          started: step,
          completed: step + 0.5,
        },
      ],
    });
  }
  return dockerbuild([{ statuses }]);
}

/** A record that has about so many bytes when packed. */
export function createRecordOfSize(bytes) {
  const sample = 3000;
  const { length } = createRecord(sample);
  return createRecord(Math.ceil((sample * bytes) / length));
}
