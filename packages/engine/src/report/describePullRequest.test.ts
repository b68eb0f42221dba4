/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { planFixes } from '../fixes';
import { createSnapshot } from '../snapshot';
import { describePullRequest } from './describePullRequest';
import { scan } from './scan';

const snapshot = createSnapshot({
  files: Object.entries({
    'go.mod':
      'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
    'go.sum': `example.com/lib v1.0.0 h1:${'A'.repeat(43)}=\n`,
    'main.go': '',
    Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine
COPY --from=build /app /app
ENTRYPOINT /app
`,
  }),
});
const { report } = scan(snapshot);

describe('describePullRequest', () => {
  it('shows the way of the score, the fixes and what they were found by', () => {
    const plan = planFixes(snapshot, { rules: ['image/shell-form'] });
    expect(plan.fixes).toHaveLength(1);
    const { title, body } = describePullRequest(plan, report);
    expect(title).toBe(plan.fixes[0].title);
    expect(body).toContain(
      `### Build Hygiene: ${plan.scoreBefore} → ${plan.fixes[0].scoreAfter}`,
    );
    expect(body).toContain('`image/shell-form`');
    expect(body).toContain('`Dockerfile:8`');
    expect(body).toContain('```\nENTRYPOINT /app\n```');
  });

  it('counts several fixes in the title, and lists what to look at', () => {
    const plan = planFixes(snapshot);
    const { title, body } = describePullRequest(plan, report);
    expect(title).toBe(`Improve the image build: ${plan.fixes.length} fixes`);
    const reviews = plan.fixes.filter(({ review }) => review !== undefined);
    expect(reviews.length).toBeGreaterThan(0);
    expect(body.match(/^- /gm)).toHaveLength(reviews.length);
  });

  it('stays below what a pull request can say', () => {
    const plan = planFixes(snapshot, { rules: ['image/shell-form'] });
    const [fix] = plan.fixes;
    const check = report.checks.find(({ rule }) => rule === fix.rule)!;
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...fix,
      rule: `made/up-${index}`,
    }));
    const { body } = describePullRequest(
      { ...plan, fixes: many },
      {
        ...report,
        checks: many.map(({ rule }) => ({
          ...check,
          rule,
          findings: check.findings.map(finding => ({
            ...finding,
            excerpt: 'x'.repeat(1000),
          })),
        })),
      },
    );
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/the score is not lower\.\n$/);
  });
});
