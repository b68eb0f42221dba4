/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeRule, rules } from '../rules';
import { createSnapshot } from '../snapshot';
import { describeSarif } from './describeSarif';
import { scan } from './scan';

const descriptions = rules.map(describeRule);

const files = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
  '.dockerignore': '.git\n',
  'a b/ü#.Dockerfile': 'FROM alpine\n',
  Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

# build-hygiene: ignore image/base-untagged -- mirrored by us (until 2027-01-31)
FROM alpine
COPY --from=build /app /app
ENTRYPOINT /app
`,
};

function sarifOf(changed: Record<string, string> = {}) {
  const { report } = scan(
    createSnapshot({ files: Object.entries({ ...files, ...changed }) }),
    { fixes: true, today: '2027-01-01' },
  );
  const log = describeSarif(report, { rules: descriptions, version: '1.2.3' });
  return { report, log, run: log.runs[0] };
}

/** Every object below a value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return typeof value === 'object' && value !== null
    ? [
        value as Record<string, unknown>,
        ...Object.values(value).flatMap(objectsIn),
      ]
    : [];
}

describe('describeSarif', () => {
  const { report, log, run } = sarifOf();
  const results = run.results ?? [];
  const resultOf = (rule: string, line: number) =>
    results.find(
      ({ ruleId, locations }) =>
        ruleId === rule &&
        locations?.[0].physicalLocation?.region?.startLine === line &&
        locations?.[0].physicalLocation?.artifactLocation?.uri === 'Dockerfile',
    );

  it('is plain data of version 2.1.0', () => {
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:.*sarif-schema-2\.1\.0\.json$/);
    expect(run.tool.driver).toMatchObject({
      name: 'Build Hygiene',
      semanticVersion: '1.2.3',
    });
  });

  it('describes all rules with help and links', () => {
    const described = run.tool.driver.rules ?? [];
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const [index, rule] of described.entries()) {
      const { title, why, howToFix, sources } = rules[index];
      expect(rule.shortDescription?.text).toBe(title.fail);
      expect(rule.fullDescription?.text).toBe(why);
      expect(rule.help?.text).toContain(howToFix);
      expect(rule.help?.markdown).toContain(sources[0]);
      expect(rule.helpUri).toBe(sources[0]);
      expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]+$/);
    }
    const secret = described.find(({ id }) => id === 'security/root-user');
    expect(secret?.properties).toEqual({
      tags: ['security'],
      severity: 'high',
      'security-severity': '8.0',
    });
    expect(
      described.find(({ id }) => id === 'image/shell-form')?.properties,
    ).not.toHaveProperty('security-severity');
  });

  it('has a result for each finding, with the rule it names', () => {
    const findings = report.checks.flatMap(check => check.findings);
    expect(results.map(({ message }) => message.text)).toEqual(
      findings.map(({ message }) => message),
    );
    for (const { ruleId, ruleIndex, level, kind } of results) {
      expect(run.tool.driver.rules?.[ruleIndex ?? -1].id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(kind).toBe('fail');
    }
    expect(resultOf('image/shell-form', 9)).toMatchObject({
      level: 'note',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'Dockerfile', uriBaseId: '%SRCROOT%' },
            region: {
              startLine: 9,
              endLine: 9,
              snippet: { text: 'ENTRYPOINT /app' },
            },
          },
        },
      ],
      suppressions: [],
    });
    expect(resultOf('image/base-untagged', 7)?.level).toBe('error');
  });

  it('has addresses that are relative and encoded', () => {
    const uris = objectsIn(log).flatMap(({ uri }) =>
      uri === undefined ? [] : [String(uri)],
    );
    expect(uris).toContain('a%20b/%C3%BC%23.Dockerfile');
    for (const uri of uris) {
      expect(new URL(uri, 'file:///root/').href).toBe(`file:///root/${uri}`);
    }
  });

  it('has regions that start before they end', () => {
    const regions = objectsIn(log).filter(
      (object): object is { startLine: number; endLine: number } =>
        'startLine' in object,
    );
    expect(regions.length).toBeGreaterThan(results.length);
    for (const { startLine, endLine } of regions) {
      expect(startLine).toBeGreaterThanOrEqual(1);
      expect(endLine).toBeGreaterThanOrEqual(startLine);
    }
  });

  it('tells what comments except', () => {
    expect(resultOf('image/base-untagged', 7)?.suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'mirrored by us (until 2027-01-31)',
        location: {
          physicalLocation: {
            artifactLocation: { uri: 'Dockerfile', uriBaseId: '%SRCROOT%' },
            region: { startLine: 6, endLine: 6 },
          },
        },
      },
    ]);
  });

  it('has verified fixes', () => {
    expect(resultOf('image/shell-form', 9)?.fixes).toEqual([
      {
        description: { text: 'Start the program directly' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'Dockerfile', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: {
                  startLine: 9,
                  startColumn: 1,
                  endLine: 10,
                  endColumn: 1,
                },
                insertedContent: { text: 'ENTRYPOINT ["/app"]\n' },
              },
            ],
          },
        ],
      },
    ]);
    expect(resultOf('image/base-untagged', 7)?.fixes).toBeUndefined();
  });

  it('has fingerprints that are unique and stay when lines move', () => {
    const printsOf = (entries: typeof results) =>
      entries.map(({ ruleId, partialFingerprints }) => [
        ruleId,
        partialFingerprints?.['buildHygiene/v1'],
      ]);
    const prints = printsOf(results);
    expect(new Set(prints.map(String)).size).toBe(prints.length);
    const moved = sarifOf({
      Dockerfile: `# one\n# two\n\n${files.Dockerfile.replace(
        'COPY . .',
        'COPY   .   .',
      )}`,
    });
    expect(printsOf(moved.run.results ?? [])).toEqual(prints);
    for (const { partialFingerprints } of results) {
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(
        /^[0-9a-f]{32}:\d+$/,
      );
    }
  });

  it('tells what could not be read', () => {
    const broken = sarifOf({ 'go.mod': 'module a\nrequire (\n' });
    expect(broken.run.invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: broken.report.errors.map(({ message }) => ({
          level: 'warning',
          message: { text: message },
        })),
      },
    ]);
    expect(broken.report.errors.length).toBeGreaterThan(0);
  });
});
