/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import type {
  Fix,
  Location,
  Log,
  Notification,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { Finding } from '../rules/types';
import { Severity } from '../score/types';
import { artifactLocation } from './artifactLocation';
import { fingerprints } from './fingerprints';
import { replacementsOf } from './replacementsOf';
import { ReportedCheck, RuleDescription, ScanReport } from './types';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** 0 to 100, the most important last. */
const ranks: Readonly<Record<Severity, number>> = {
  critical: 95,
  high: 80,
  medium: 50,
  low: 20,
  info: 5,
};

/**
 * As code scanning sorts findings on security: over 9 critical, from 7 high,
 * from 4 medium.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
  info: '0.1',
};

/**
 * A report as SARIF 2.1.0: a result for each finding of an open or waived check.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @public
 */
export function describeSarif(
  report: ScanReport,
  options: {
    /** The rules that were applied. */
    rules: readonly RuleDescription[];
    /** The version of the program. */
    version: string;
  },
): Log {
  const { rules, version } = options;
  const prints = fingerprints(report.checks);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Build Hygiene',
            semanticVersion: version,
            informationUri: 'https://github.com/build-hygiene/build-hygiene',
            rules: rules.map(describeRule),
            properties: { rulesetVersion: report.rulesetVersion },
          },
        },
        automationDetails: { id: 'build-hygiene/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.errors.map(
              ({ path, line, message }): Notification => ({
                level: 'warning',
                message: { text: message },
                locations: [locationOf({ path, line: line ?? undefined })],
              }),
            ),
          },
        ],
        results: report.checks.flatMap((check, checkIndex) =>
          check.findings.map((finding, index) =>
            describeFinding(finding, {
              check,
              ruleIndex: indexes.get(check.rule),
              fingerprint: prints[checkIndex][index],
            }),
          ),
        ),
        properties: { score: report.score },
      },
    ],
  };
}

function describeRule(rule: RuleDescription): ReportingDescriptor {
  const { id, title, why, howToFix, sources, severity, category } = rule;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title.fail },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\n${howToFix}\n\n${sources.join('\n')}`,
      markdown: [
        why,
        `**How to comply.** ${howToFix}`,
        sources.map(source => `- <${source}>`).join('\n'),
      ].join('\n\n'),
    },
    ...(sources.length > 0 && { helpUri: sources[0] }),
    defaultConfiguration: { level: levels[severity], rank: ranks[severity] },
    properties: {
      tags: [category],
      severity,
      ...(category === 'security' && {
        'security-severity': securitySeverities[severity],
      }),
    },
  };
}

function describeFinding(
  finding: Finding,
  {
    check,
    ruleIndex,
    fingerprint,
  }: {
    check: ReportedCheck;
    ruleIndex: number | undefined;
    fingerprint: string;
  },
): Result {
  const { suppressed } = finding;
  const fix = describeFix(check);
  return {
    ruleId: check.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    kind: 'fail',
    level: levels[check.severity],
    rank: ranks[check.severity],
    message: { text: finding.message },
    locations: [locationOf(finding)],
    partialFingerprints: {
      primaryLocationLineHash: fingerprint,
      'buildHygiene/v1': fingerprint,
    },
    // An empty list says that it is not suppressed, no list that nobody knows.
    suppressions: suppressed
      ? [
          {
            kind: suppressed.kind === 'inline' ? 'inSource' : 'external',
            status: 'accepted',
            justification:
              suppressed.until === undefined
                ? suppressed.reason
                : `${suppressed.reason} (until ${suppressed.until})`,
            ...(suppressed.kind === 'inline' && {
              location: locationOf(suppressed),
            }),
          },
        ]
      : [],
    ...(fix && { fixes: [fix] }),
    properties: {
      severity: check.severity,
      ...(check.unit !== null && { unit: check.unit }),
      ...(check.graceUntil !== undefined && { graceUntil: check.graceUntil }),
    },
  };
}

function describeFix({ fix }: ReportedCheck): Fix | undefined {
  const artifactChanges =
    fix.verified && fix.diff !== undefined
      ? replacementsOf(fix.diff)
      : undefined;
  return (
    artifactChanges && {
      description: {
        text: [fix.title, fix.review].filter(Boolean).join('. '),
      },
      artifactChanges,
    }
  );
}

function locationOf({
  path,
  line,
  endLine = line,
  excerpt = '',
}: {
  path: string;
  line?: number;
  endLine?: number;
  excerpt?: string;
}): Location {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(path),
      ...(line !== undefined && {
        region: {
          startLine: line,
          endLine,
          ...(excerpt !== '' && { snippet: { text: excerpt } }),
        },
      }),
    },
  };
}

/** `cache/deps-before-source` as `CacheDepsBeforeSource`. */
function nameOf(id: string): string {
  return id
    .split(/[^a-z0-9]+/i)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
