/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { describeMarkdown } from './describeMarkdown';
import { scan, ScanOptions } from './scan';
import { ScanReport } from './types';

const service = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
  '.dockerignore': '.git\n',
  Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine
COPY --from=build /app /app
ENTRYPOINT /app
`,
};

function reportOf(
  files: Record<string, string>,
  options: ScanOptions = {},
): ScanReport {
  return scan(createSnapshot({ files: Object.entries(files) }), options).report;
}

/** A report with one open check that shows these texts everywhere. */
function showing(text: string): ScanReport {
  const report = reportOf(service);
  const check = report.checks.find(({ rule }) => rule === 'image/shell-form');
  return {
    ...report,
    checks: check
      ? [
          {
            ...check,
            unit: text,
            title: text,
            findings: [
              { path: text, line: 1, endLine: 1, message: text, excerpt: text },
              {
                ...{ path: text, line: 2, endLine: 2, message: text },
                excerpt: text,
                suppressed: {
                  ...{ kind: 'inline', reason: text, path: text, line: 1 },
                },
              },
            ],
          },
        ]
      : [],
    errors: [{ path: text, line: null, code: 'parse', message: text }],
  };
}

describe('describeMarkdown', () => {
  it('shows score, gate and what is open, the worst first', () => {
    const report = reportOf(service, { fixes: true });
    const text = describeMarkdown(report);
    const [heading] = text.split('\n');
    expect(heading).toBe(
      `### Build Hygiene: ${report.score.value} · ${report.score.grade} · the gate passes`,
    );
    const rows = text.split('\n').filter(line => line.startsWith('| '));
    const open = report.checks.filter(({ state }) => state === 'fail');
    expect(rows).toHaveLength(open.length + 2);
    const order = rows.slice(2).map(line => line.split(/[ ,]/)[1]);
    const severities = ['critical', 'high', 'medium', 'low', 'info'];
    expect(order).toEqual(
      [...order].sort((a, b) => severities.indexOf(a) - severities.indexOf(b)),
    );
    expect(text).toMatch(
      /^\| low \| The image starts its program through a shell `image\/shell-form` \| `Dockerfile:8` \| \+[\d.]+ \| verified \|$/m,
    );
    expect(text.match(/<details>/g)).toHaveLength(open.length);
    expect(text.match(/<\/details>/g)).toHaveLength(open.length);
    expect(text).toContain('```diff\ndiff --git a/Dockerfile b/Dockerfile');
  });

  it('shows policy, waivers, grace and errors', () => {
    const text = describeMarkdown(
      reportOf(
        {
          ...service,
          '.build-hygiene.yaml':
            'rules:\n  image/shell-form: {severity: critical, graceUntil: 2027-01-31}\n',
          Dockerfile: service.Dockerfile.replace(
            'FROM alpine',
            '# build-hygiene: ignore image/base-untagged -- a mirror of ours\n# build-hygiene: ignore x/y -- z\nFROM alpine',
          ),
        },
        { today: '2027-01-01' },
      ),
    );
    expect(text).toMatch(/the gate passes\n\n\d+ without 1 waiver\. Policy/);
    expect(text).toContain('| critical, grace until 2027-01-31 |');
    expect(text).toContain(
      '<summary>1 excepted finding</summary>\n\n- `image/base-untagged` `Dockerfile:8` a mirror of ours\n',
    );
    expect(text).toContain('<summary>1 thing could not be read</summary>');
  });

  it('says when there is no score, or nothing open', () => {
    expect(describeMarkdown(reportOf({}))).toMatch(
      /^### Build Hygiene: not applicable\n\nThe repository has neither .*\n\nNothing is open\.\n$/,
    );
  });

  it.each([
    ['markup', '*a* _b_ [c](d) ~e~ \\ $f$', /\\\*a\\\* \\_b\\_ \\\[c\\\]/],
    ['HTML', '<img src=x> &amp;', /&lt;img src=x&gt; &amp;amp;/],
    ['a cell', 'a | b', /a &#124; b/],
    [
      'people, issues and addresses',
      '@a #1 https://b',
      /@<!-- -->a #<!-- -->1 https:<!-- -->\/\/b/,
    ],
    ['code', 'run `a | *b*` now', /run `a \\\| \*b\*` now/],
  ])('shows %s as it is', (_, text, expected) => {
    const shown = describeMarkdown(showing(text));
    expect(shown).toMatch(expected);
    const rendered = shown.replace(/```[^]*?```/g, '').replace(/`[^`]*`/g, '');
    expect(rendered).not.toMatch(/<img/);
    // Cells are where they were: pipes inside of them are escaped.
    for (const line of shown.split('\n').filter(row => row.startsWith('| '))) {
      expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(7);
    }
  });

  it('does not let a text end its block', () => {
    const shown = describeMarkdown(showing('```\n</details>\n| a |\n# b\n`'));
    expect(shown.match(/^<details>$/gm)).toHaveLength(3);
    expect(shown).toContain('\n````\n```\n</details>\n| a |\n# b\n`\n````\n');
    expect(shown).not.toMatch(
      /^# b$[^]*^<\/details>$[^]*^\| a \|$[^]*^````$[^]*^````$/m,
    );
  });

  it('is short enough for a comment', () => {
    const report = reportOf(service);
    const [check] = report.checks.filter(({ state }) => state === 'fail');
    const text = describeMarkdown({
      ...report,
      checks: Array.from({ length: 2_000 }, (_, index) => ({
        ...check,
        rule: `${check.rule}-${index}`,
      })),
    });
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/and 1950 more \|/);
    expect(text).toMatch(/would be too long with \d+ more parts/);
  });
});
