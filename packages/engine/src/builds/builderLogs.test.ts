/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import {
  buildahLog,
  kanikoLog,
  legacyLog,
  summarize,
} from './__testUtils__/builderLogs';
import { readBuildLog, readBuildLogText } from './readBuildLog';

const formats = [
  ['legacy', legacyLog],
  ['buildah', buildahLog],
  ['kaniko', kanikoLog],
] as const;

describe.each(formats)('a %s log', (_, { succeeding, lastWord }) => {
  it('is incomplete wherever it is cut before its last word', () => {
    const end = succeeding.indexOf(lastWord);
    expect(readBuildLogText(succeeding).outcome).toBe('success');
    for (let length = 0; length <= end; length++) {
      const reading = readBuildLogText(succeeding.slice(0, length));
      if (reading.outcome !== 'incomplete' || reading.cache.hitRate) {
        throw new Error(`${reading.outcome} at ${length}`);
      }
    }
  });

  it('reads the same in pieces as at once', async () => {
    const bytes = Buffer.from(succeeding.replace('uuid', 'uuid-ü-😀'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        async sizes => {
          const chunks: Uint8Array[] = [];
          for (let start = 0, turn = 0; start < bytes.length; turn++) {
            const size = sizes[turn % sizes.length];
            chunks.push(bytes.subarray(start, start + size));
            start += size;
          }
          expect(await readBuildLog(chunks)).toEqual(readBuildLogText(bytes));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes any lines in any order', () => {
    const lines = [
      ...formats.flatMap(([, log]) => log.succeeding.split('\n')),
      'Error: something',
      'error building image: x',
      "The command '/bin/sh -c x' returned a non-zero code: 1",
      '# Executing 2 build triggers',
      '[1/0] STEP 0/0: FROM',
      'Step 0/0 : RUN',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), {
          maxLength: 80,
        }),
        list => {
          const reading = readBuildLogText(
            [succeeding.split('\n', 6).join('\n'), ...list].join('\n'),
          );
          for (const build of reading.builds ?? [reading]) {
            const { cacheable, cached } = build.cache;
            expect(cached).toBeLessThanOrEqual(cacheable);
            expect(build.outcome === 'success' && build.failure).toBeFalsy();
          }
          expect(JSON.parse(JSON.stringify(reading)).outcome).toBe(
            reading.outcome,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('changes nothing between the lines of the builder', () => {
    const whole = summarize(readBuildLogText(succeeding));
    const noise = fc
      .string({ maxLength: 60 })
      .filter(text => !/-->|STEP|Step|INFO|[Ee]rror|COMMIT/.test(text));
    const lines = succeeding.split('\n');
    // Inside of the step that runs a command, where output stands.
    const place = lines.findIndex(text =>
      /go: downloading|Running: \[/.test(text),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 5 }), output => {
        const noisy = [
          ...lines.slice(0, place + 1),
          ...output,
          ...lines.slice(place + 1),
        ].join('\n');
        expect(summarize(readBuildLogText(noisy))).toEqual(whole);
      }),
    );
  });

  it.each<[line: string, outcome: string]>([
    ['ERROR: Job failed: exit code 137', 'failure'],
    ['##[error]Process completed with exit code 1.', 'failure'],
    ['Finished: FAILURE', 'failure'],
    ['ERROR: Job failed: canceled', 'incomplete'],
    [
      'ERROR: Job failed: execution took longer than 1h0m0s seconds',
      'incomplete',
    ],
    ['##[error]The operation was canceled.', 'incomplete'],
    ['##[error]Process completed with exit code 143.', 'incomplete'],
  ])('believes the job when a builder was killed: %s', (line, outcome) => {
    const lines = succeeding.split('\n');
    const place = lines.findIndex(text =>
      /go: downloading|Running: \[/.test(text),
    );
    const reading = readBuildLogText(
      [...lines.slice(0, place + 1), line, 'Cleaning up'].join('\n'),
    );
    expect(reading.outcome).toBe(outcome);
    expect(reading.steps.at(-1)?.state).toBe(
      outcome === 'failure' ? 'failed' : 'canceled',
    );
  });

  it('does not believe a command that speaks like a job', () => {
    const reading = readBuildLogText(
      succeeding
        .slice(0, succeeding.indexOf(lastWord))
        .replace('go: downloading', 'Job succeeded\ngo: downloading')
        .replace('INFO[0030]', 'Job succeeded\nINFO[0030]'),
    );
    expect(reading.outcome).toBe('incomplete');
  });

  it('keeps secrets out of steps and failures', () => {
    const token = `ghp_${'Ab1'.repeat(12)}`;
    const reading = readBuildLogText(
      succeeding.replace(/go build/g, `GIT_TOKEN=${token} go build`),
    );
    expect(reading.steps.some(({ name }) => name.includes('go build'))).toBe(
      true,
    );
    expect(JSON.stringify(reading)).not.toContain(token);
  });

  it('keeps no more steps than it may', () => {
    const reading = readBuildLogText(succeeding, { limits: { steps: 3 } });
    expect(reading.steps.filter(({ internal }) => !internal)).toHaveLength(3);
    expect(reading.warnings).toContain('only the first 3 steps were read');
  });
});
