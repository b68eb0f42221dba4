/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { createSnapshot } from '../snapshot';
import { analyse } from './analyse';
import { Analysis } from './types';

const dockerfiles = [
  'FROM golang:1.27\nCOPY . .\nRUN go build -o /app .\nCMD /app\n',
  'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .\nFROM scratch\nUSER 65532\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
  '# build-hygiene: ignore image/shell-form -- it is only a try\nFROM alpine\nARG TOKEN\nRUN apk add curl\nCMD sleep 1\n',
  'FROM golang:1.20 AS build\nENV GOSUMDB=off\nCOPY a a\nRUN cd a && go build\n',
  'FROM\n',
];
const text = fc.constantFrom(...dockerfiles);

/** What tells two analyses apart, without what they were made of. */
function described({ checks, score, units }: Analysis) {
  return {
    checks: checks.map(({ rule, subject, outcome }) => ({
      rule: rule.id,
      subject,
      outcome,
    })),
    score,
    units: units.map(({ id, dockerfile }) => ({
      id,
      source: dockerfile.source,
    })),
  };
}

describe('an analysis after a change', () => {
  it('says the same as one that starts anew', () => {
    fc.assert(
      fc.property(
        fc.tuple(text, text, text),
        fc.record(
          { Dockerfile: text, 'a/Dockerfile': text, 'go.mod': fc.constant('') },
          { requiredKeys: [] },
        ),
        ([root, a, b], changes) => {
          const files: Record<string, string> = {
            Dockerfile: root,
            'a/Dockerfile': a,
            'b/Dockerfile': b,
            'go.mod':
              'module example.com/app\n\ngo 1.27\n\nrequire example.com/x v1.0.0\n',
            'a/go.mod': 'module example.com/app/a\n\ngo 1.27\n',
            'main.go': '',
            'a/main.go': '',
          };
          const snapshotOf = (all: Record<string, string>) =>
            createSnapshot({ files: Object.entries(all) });
          const before = analyse(snapshotOf(files), {});
          const after = snapshotOf({ ...files, ...changes });
          expect(
            described(
              analyse(
                after,
                {},
                {
                  analysis: before,
                  changed: new Set(Object.keys(changes)),
                },
              ),
            ),
          ).toEqual(described(analyse(after, {})));
        },
      ),
      { numRuns: 60 },
    );
  });
});
