/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const header = `/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
`;

const scopes = {
  unit: { type: 'UnitRule', subject: 'UnitSubject', parameter: '{ unit }' },
  module: {
    type: 'ModuleRule',
    subject: 'ModuleSubject',
    parameter: '{ module }',
  },
  repository: {
    type: 'RepositoryRule',
    subject: 'RepositorySubject',
    parameter: '{ snapshot }',
  },
};

const looks = {
  unit: `
    const found = unit.dockerfile.instructions.filter(
      ({ keyword }) => keyword === 'MAINTAINER',
    );
    if (found.length === 0) {
      return { state: 'pass' };
    }
    return {
      state: 'fail',
      findings: found.map(instruction =>
        findingAt(unit.dockerfile, instruction, 'TODO: what is so, and what it does.'),
      ),
    };`,
  module: `
    const { path, source, module: declared } = module.goMod;
    if (!declared) {
      return notApplicable('The go.mod names no module.');
    }
    return {
      state: 'fail',
      findings: [
        createFinding({
          path,
          source,
          line: declared.line,
          message: 'TODO: what is so, and what it does.',
        }),
      ],
    };`,
  repository: `
    const [file] = snapshot.files;
    if (!file) {
      return notApplicable('TODO: why there is nothing to look at.');
    }
    const [path, source] = file;
    return {
      state: 'fail',
      findings: [
        createFinding({
          path,
          source,
          line: 1,
          message: 'TODO: what is so, and what it does.',
        }),
      ],
    };`,
};

const evidence = {
  unit: "import { findingAt } from '../evidence/createFinding';",
  module:
    "import { createFinding } from '../evidence/createFinding';\nimport { notApplicable } from '../evidence/notApplicable';",
  repository:
    "import { createFinding } from '../evidence/createFinding';\nimport { notApplicable } from '../evidence/notApplicable';",
};

/** A rule to begin with: it compiles, and its tests fail until it is written. */
export function ruleFile({ id, category, scope, constant, file }) {
  const { type, subject, parameter } = scopes[scope];
  return `${header}
${evidence[scope]}
import { RuleOutcome, ${type}, ${subject} } from '../types';
import { ${constant}Examples } from './${file}.examples';

export const ${constant}: ${type} = {
  id: '${id}',
  category: '${category}',
  scope: '${scope}',
  severity: 'medium',
  title: {
    pass: 'TODO',
    fail: 'TODO',
  },
  why: 'TODO: two sentences, what it costs the service.',
  howToFix: 'TODO: what to do, with what can be pasted.',
  fix: 'guided',
  sources: [],
  prevents: [],
  evaluate,
  examples: ${constant}Examples,
};

function evaluate(${parameter}: ${subject}): RuleOutcome {${looks[scope]}
}
`;
}

/** Its examples: the lists are empty, and the tests ask for more. */
export function examplesFile({ scope, constant }) {
  const files =
    scope === 'module'
      ? "'go.mod': 'module example.com/app\\n\\ngo 1.27\\n',"
      : 'Dockerfile: `FROM alpine:3.24\n`,';
  const place = scope === 'module' ? 'go.mod:1' : 'Dockerfile:1';
  return `${header}
import { RuleExamples } from '../types';

export const ${constant}Examples: RuleExamples = {
  bad: [
    {
      name: 'TODO: what is wrong here',
      files: { ${files} },
      findings: ['${place}'],
    },
  ],
  good: [
    {
      name: 'TODO: what is right here',
      files: { ${files} },
    },
  ],
};
`;
}
