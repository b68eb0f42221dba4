/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const configurationFailures: readonly FailureClass[] = [
  {
    id: 'dockerfile.target',
    kind: 'configuration',
    title: 'The target stage does not exist',
    message: 'The Dockerfile has no stage {target|of that name}.',
    transient: false,
    fix: 'Check --target (or target: in compose and bake) against the AS names in the Dockerfile.',
    rules: ['reproducible/invalid-build'],
    signatures: [
      { pattern: /target stage "?(?<target>[^"\s]*)"? could not be found/ },
      { pattern: /failed to reach build target (?<target>\S+)/ },
      {
        pattern:
          /--target\b(?:[= ]"?(?<target>[^\s"]{1,200})(?![^\s"]))?.{0,300}(?:not found|invalid)/,
        roles: ['none'],
      },
    ],
  },
  {
    id: 'dockerfile.stage_typo',
    kind: 'configuration',
    title: 'An undefined stage is copied from',
    message:
      'The Dockerfile copies from {stage|a stage} that it does not define, so the builder looked for an image of that name.',
    transient: false,
    fix: 'Correct the stage’s name in --from (or in FROM), or write the full name of the image.',
    rules: ['reproducible/invalid-build'],
    signatures: [
      { pattern: /invalid from flag value (?<stage>[^\s:]+)/ },
      {
        pattern:
          /from value cannot contain|no stage or image found with that name/,
      },
    ],
  },
  {
    id: 'dockerfile.syntax',
    kind: 'configuration',
    title: 'The Dockerfile is not valid',
    message:
      'The Dockerfile is not valid, {line|see the log}: {detail|its text cannot be parsed}.',
    transient: false,
    fix: 'Correct the instruction at that line.',
    rules: ['reproducible/invalid-build'],
    signatures: [
      {
        pattern:
          /[Dd]ockerfile parse error(?: on)? (?<line>line \d+): (?<detail>[^\n]{1,200})/,
      },
      {
        pattern:
          /(?<detail>[Uu]nknown instruction: \S+|Syntax error - [^\n]{1,200}|[Uu]nknown flag: \S+|base name \([^)]{0,200}\) should not be blank)/,
      },
      { pattern: /failed to process "[^"]{0,200}": (?<detail>[^\n]{1,200})/ },
      {
        pattern:
          /(?<detail>circular dependency[^\n]{0,200}|file with no instructions|the Dockerfile \([^)]{1,200}\) cannot be empty|the Dockerfile cannot be empty|[Nn]o build stage in current context|the --(?:mount|chmod|link) option requires BuildKit)/,
      },
      {
        pattern:
          /(?<detail>[A-Z]{2,12} requires (?:at least|exactly|at most) \w+ arguments?)/,
      },
      {
        pattern:
          /failed to parse (?:platform|stage name|dockerfile)\b[^\n]{0,20}(?<detail>[^\n]{0,200})/,
        roles: ['definition', 'none', 'metadata'],
      },
      {
        pattern:
          /(?<detail>invalid reference format[^\n]{0,100}|could not parse reference(?:: [^\n]{1,100})?)/,
        strength: 'likely',
      },
    ],
  },
];
