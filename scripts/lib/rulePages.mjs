/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from './processes.mjs';

const { createTwoFilesPatch } = createRequire(
  join(repositoryRoot, 'packages/engine/package.json'),
)('diff');

const note =
  '<!-- Written by scripts/generate-rule-docs.mjs from the rule itself. -->';

const fixes = {
  auto: 'by `build-hygiene fix`',
  guided: 'by hand, as below',
  none: 'by a decision of people',
};

const categories = {
  cache: 'Layer cache',
  context: 'Build context',
  modules: 'Go modules',
  proxy: 'Module proxy',
  security: 'Security',
  image: 'Image',
  reproducible: 'Reproducibility',
  ci: 'CI',
  platform: 'Platform',
};

/** The list of all rules, by category. */
export function indexPage({ rulesetVersion, rules }) {
  const byCategory = new Map();
  for (const rule of rules) {
    const others = byCategory.get(rule.category) ?? [];
    byCategory.set(rule.category, [...others, rule]);
  }
  return [
    note,
    '# Rules',
    `The ${rules.length} rules of ruleset ${rulesetVersion}. What a severity weighs is in [scoring](../scoring.md); \`build-hygiene rules\` prints the same texts. _Auto_ fixes are written by \`build-hygiene fix\`, _guided_ ones by hand, with what the page prepares.`,
    ...[...byCategory].flatMap(([category, members]) => [
      `## ${categories[category] ?? category}`,
      [
        '| rule | severity | looks for | fix |',
        '| --- | --- | --- | --- |',
        ...members.map(
          ({ id, severity, blocking, title, fix }) =>
            `| [\`${id}\`](${id}.md) | ${severity}${
              blocking ? ', blocks the gate' : ''
            } | ${cell(title.fail)} | ${fix === 'none' ? '' : fix} |`,
        ),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');
}

/** The page of one rule. */
export function rulePage(rule) {
  const { id, category, severity, blocking, title, examples, fix } = rule;
  const repaired = examples.bad.find(({ fixed }) => fixed);
  const right =
    examples.good.find(({ nearMiss }) => !nearMiss) ?? examples.good[0];
  const near = examples.good.find(
    example => example.nearMiss && example !== right,
  );
  return [
    note,
    `# ${id}`,
    `**${title.fail}**`,
    [
      '| category | severity | an open finding | is closed |',
      '| --- | --- | --- | --- |',
      `| ${categories[category] ?? category} | ${severity} | ${
        blocking ? 'fails the gate' : 'does not fail the gate'
      } | ${fixes[fix]} |`,
    ].join('\n'),
    '## Why this is bad',
    rule.why,
    '## How to comply',
    rule.howToFix,
    ...(examples.bad.length > 0
      ? ['## Bad', ...showExample(examples.bad[0])]
      : []),
    ...(right ? ['## Good', ...showExample(right)] : []),
    ...(near ? ['## Looks wrong, and is not', ...showExample(near)] : []),
    ...(repaired ? ['## What the fix does', ...showFix(repaired)] : []),
    ...showParameters(rule),
    ...showExceptions(rule),
    ...(rule.prevents.length > 0
      ? [
          '## Build failures that this prevents',
          rule.prevents.map(name => `- \`${name}\``).join('\n'),
        ]
      : []),
    '## Sources',
    rule.sources.map(source => `- <${source}>`).join('\n'),
    '',
  ].join('\n\n');
}

/** The first example of a fix, as the change that it makes. */
function showFix({ name, files, fixed }) {
  const [[first]] = Object.entries(files);
  return [
    `${name}.`,
    ...Object.entries(fixed)
      .sort(([a], [b]) => (a === first ? -1 : 0) - (b === first ? -1 : 0))
      .map(([path, text]) => {
        const patch = createTwoFilesPatch(
          files[path] === undefined ? '/dev/null' : `a/${path}`,
          `b/${path}`,
          files[path] ?? '',
          text,
        );
        return fencedBlock(patch.slice(patch.indexOf('--- ')), 'diff');
      }),
  ];
}

function showParameters({ id, parameters }) {
  return parameters.length === 0
    ? []
    : [
        '## Parameters',
        [
          '| parameter | default | meaning |',
          '| --- | --- | --- |',
          ...parameters.map(
            ({ name, description, default: value, minimum, maximum }) =>
              `| \`${name}\` | ${
                Array.isArray(value) ? listOf(value) || 'none' : value
              } | ${cell(description)}${
                minimum === undefined ? '' : ` From ${minimum} to ${maximum}.`
              } |`,
          ),
        ].join('\n'),
        `Set in [a policy](../../policy.md#rules), below \`rules\`, \`${id}\`, \`parameters\`.`,
      ];
}

/** How a finding is excepted, in the comments of the file that it is in. */
function showExceptions({ id, examples }) {
  const [place = ''] = examples.bad[0]?.findings ?? [];
  const path = place.slice(0, place.lastIndexOf(':'));
  const sign = /go\.(?:mod|work)$/.test(path) ? '//' : '#';
  const [policy, comments] = [
    '[A policy](../../policy.md) gives this rule another severity, or switches it off',
    '[a comment](../../policy.md#exceptions-in-comments) above the line excepts one finding',
  ];
  return /(?:\.sum|\.json|modules\.txt)$/.test(path)
    ? ['## Exceptions', `${policy}.`]
    : [
        '## Exceptions',
        `${policy}; ${comments}:`,
        fencedBlock(
          `${sign} build-hygiene: ignore ${id} -- why it is right here (until 2027-01-31)`,
          'text',
        ),
      ];
}

function fencedBlock(text, language) {
  const fence = fenceOf(text);
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`;
}

function showExample({
  name,
  files,
  sizes = {},
  measured,
  moduleFacts = [],
  policy,
  findings = [],
}) {
  const isTelling = ([path, text]) =>
    text !== '' &&
    (!path.endsWith('go.sum') ||
      findings.some(finding => finding.startsWith(`${path}:`)));
  const entries = Object.entries(files);
  const beside = entries.filter(entry => !isTelling(entry));
  return [
    `${name}.`,
    ...entries
      .filter(isTelling)
      .flatMap(([path, text]) => [
        `\`${path}\`:`,
        fencedBlock(text, languageOf(path)),
      ]),
    ...(beside.length > 0
      ? [`Beside it: ${listOf(beside.map(([path]) => path))}.`]
      : []),
    ...(measured
      ? [
          `Measured: ${Math.round(measured.hitRate * 100)} % of the steps of ${
            measured.builds
          } builds came from the cache.`,
        ]
      : []),
    ...moduleFacts.map(describeFacts),
    ...(policy ? [`Policy: \`${JSON.stringify(policy)}\`.`] : []),
    ...Object.entries(sizes).map(
      ([path, bytes]) => `\`${path}\` has ${Math.round(bytes / 1e6)} MB.`,
    ),
    ...(findings.length > 0 ? [`Reported at ${listOf(findings)}.`] : []),
  ];
}

/** What a module proxy says of a module, in the newest go.mod that it has. */
function describeFacts({ modulePath, deprecated, retracted }) {
  const words = [
    ...(deprecated ? [`it is deprecated, “${deprecated}”`] : []),
    ...retracted.map(({ low, high, rationale }) =>
      [
        low === high
          ? `${low} is retracted`
          : `${low} to ${high} are retracted`,
        ...(rationale ? [`“${rationale}”`] : []),
      ].join(', '),
    ),
  ];
  return `The module proxy says of \`${modulePath}\`: ${
    words.join('; ') || 'nothing bad'
  }.`;
}

function languageOf(path) {
  return /dockerfile$/i.test(path) ? 'dockerfile' : 'text';
}

/** Longer than any fence in the text. */
function fenceOf(text) {
  const longest = Math.max(
    2,
    ...(text.match(/`{3,}/g) ?? []).map(run => run.length),
  );
  return '`'.repeat(longest + 1);
}

function listOf(names) {
  return names.map(name => `\`${name}\``).join(', ');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
