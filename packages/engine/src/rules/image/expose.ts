/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { readFinalImage } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { exposedPorts } from '../evidence/servicePort';
import { startCommand } from '../evidence/startCommand';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { exposeExamples } from './expose.examples';

export const expose: UnitRule = {
  id: 'image/expose',
  category: 'image',
  scope: 'unit',
  severity: 'info',
  title: {
    pass: 'The image names the port that it listens on',
    fail: 'The image does not name the port that it listens on',
  },
  why: 'EXPOSE opens nothing; it tells people and tools which port the service listens on. Without it they have to read the source.',
  howToFix:
    'Name the port of the start command: `EXPOSE 8080` for `ENTRYPOINT ["/app", "--port=8080"]`.',
  fix: 'guided',
  sources: ['https://docs.docker.com/reference/dockerfile/#expose'],
  prevents: [],
  evaluate,
  examples: exposeExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const { entrypoint, command } = startCommand(chain);
  for (const part of [entrypoint, command]) {
    const port = part && portOf(part.json ?? part.text.split(/\s+/));
    if (!part || port === undefined) {
      continue;
    }
    const { ports, certain } = exposedPorts(unit, chain);
    return !certain || ports.length > 0
      ? { state: 'pass' }
      : {
          state: 'fail',
          findings: [
            findingAt(
              unit.dockerfile,
              part,
              `The start command names port ${port}, and there is no EXPOSE for it.`,
            ),
          ],
        };
  }
  return notApplicable('The start command names no port to listen on.');
}

/** `--port=8080`, `--listen :8080`; undefined for other words. */
function portOf(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const match =
      /^--?(?:port|http-port|listen|addr|bind|http-addr|listen-address)(?:=(.*))?$/.exec(
        word,
      );
    const value = match && (match[1] ?? words[index + 1]);
    const port = /^(?:[\w.*[\]-]*:)?(\d{2,5})$/.exec(value ?? '')?.[1];
    if (port !== undefined && !/^(?:127\.|localhost)/.test(value ?? '')) {
      return port;
    }
  }
  return undefined;
}
