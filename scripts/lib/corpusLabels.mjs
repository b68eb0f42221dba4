/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const judged = ['critical', 'high', 'medium'];

/** Reads one verdict a line, and says which line is none. */
export function readLabels(text, file) {
  const labels = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      continue;
    }
    let label;
    try {
      label = JSON.parse(line);
    } catch {
      label = undefined;
    }
    const complete = ['repository', 'path', 'rule'].every(
      key => typeof label?.[key] === 'string',
    );
    if (!complete || !['true', 'false'].includes(String(label.verdict))) {
      throw new Error(`${file}:${index + 1} is not a verdict.`);
    }
    labels.push({ ...label, verdict: String(label.verdict), source: file });
  }
  return labels;
}

/** The subject of a verdict: a rule on a file of a repository. */
function keyOf({ repository, path, rule }) {
  return JSON.stringify([repository, path, rule]);
}

/**
 * What each file of labels is about: the paths that it names, and the
 * categories of rules, such as `cache`. Others were not judged there.
 */
function readScopes(labels) {
  const scopes = new Map();
  for (const { source, repository, path, rule } of labels) {
    const scope = scopes.get(source) ?? {
      paths: new Set(),
      categories: new Set(),
    };
    scope.paths.add(JSON.stringify([repository, path]));
    scope.categories.add(rule.split('/')[0]);
    scopes.set(source, scope);
  }
  return [...scopes.values()];
}

/**
 * Findings of severity medium or above on the labelled files against the
 * verdicts. A file that no label names was not judged, and is left out.
 */
export function compareWithLabels(labels, scanned) {
  const verdicts = new Map(labels.map(label => [keyOf(label), label.verdict]));
  const scopes = readScopes(labels);
  const found = new Map();
  for (const { repository, report } of scanned) {
    for (const { rule, state, severity, unit, findings } of report.checks) {
      const open = state === 'fail' || state === 'partial';
      if (!open || !judged.includes(severity)) {
        continue;
      }
      for (const finding of findings) {
        const path = unit ?? finding.path;
        const subject = { repository, path, rule, severity };
        const judgedHere = scopes.some(
          ({ paths, categories }) =>
            paths.has(JSON.stringify([repository, path])) &&
            categories.has(rule.split('/')[0]),
        );
        if (judgedHere) {
          found.set(keyOf(subject), subject);
        }
      }
    }
  }
  const agreed = [];
  const mistaken = [];
  const unlabelled = [];
  for (const [key, subject] of found) {
    const verdict = verdicts.get(key);
    if (verdict === undefined) {
      unlabelled.push(subject);
    } else {
      (verdict === 'true' ? agreed : mistaken).push(subject);
    }
  }
  const seen = new Set(scanned.map(({ repository }) => repository));
  const gone = labels.filter(
    label =>
      label.verdict === 'true' &&
      seen.has(label.repository) &&
      !found.has(keyOf(label)),
  );
  const all = agreed.length + mistaken.length;
  return {
    agreed,
    mistaken,
    unlabelled,
    gone,
    precision: all === 0 ? undefined : agreed.length / all,
  };
}
