/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { applyEdits } from './applyEdits';
import { insertRunFlags } from './insertRunFlags';

const build = '--mount=type=cache,target=/root/.cache/go-build';
const modules = '--mount=type=cache,target=/go/pkg/mod';

describe('insertRunFlags', () => {
  it.each<[string, string, string[], string]>([
    ['one', 'RUN go build', [build], `RUN ${build} go build`],
    [
      'two in lines of their own',
      'RUN go build',
      [modules, build],
      `RUN ${modules} \\\n    ${build} \\\n    go build`,
    ],
    [
      'behind another, in lines of their own',
      'RUN --network=host go vet',
      [modules],
      `RUN --network=host \\\n    ${modules} \\\n    go vet`,
    ],
    [
      'in lines of their own, where one line would be long',
      `RUN ${modules} go build`,
      [build],
      `RUN ${modules} \\\n    ${build} \\\n    go build`,
    ],
    [
      'as the others stand',
      `RUN ${modules} \\\n  go build \\\n  -o /app .`,
      [build],
      `RUN ${modules} \\\n  ${build} \\\n  go build \\\n  -o /app .`,
    ],
    [
      'in front of commands in lines of their own',
      'RUN \\\r\n  go vet && \\\r\n  go build',
      [modules, build],
      `RUN ${modules} \\\r\n  ${build} \\\r\n  go vet && \\\r\n  go build`,
    ],
    [
      'in front of a heredoc',
      'RUN <<EOF\ngo build\nEOF',
      [modules, build],
      `RUN ${modules} ${build} <<EOF\ngo build\nEOF`,
    ],
    [
      'in front of the exec form',
      'RUN ["go", "build"]',
      [build],
      `RUN ${build} ["go", "build"]`,
    ],
    [
      'with another escape character',
      '# escape=`\nFROM a\nRUN `\n  go build',
      [modules, build],
      `# escape=\`\nFROM a\nRUN ${modules} \`\n  ${build} \`\n  go build`,
    ],
  ])('adds %s', (_, text, flags, expected) => {
    const from = /\r/.test(text) ? 'FROM a\r\n' : 'FROM a\n';
    const source = text.startsWith('#') ? text : `${from}${text}`;
    const dockerfile = parseDockerfile(source, { path: 'Dockerfile' });
    const run = dockerfile.instructions.at(-1)!;
    const edit = insertRunFlags(dockerfile, run, flags);
    const fixed = edit && applyEdits(source, [edit]);
    expect(fixed).toBe(text.startsWith('#') ? expected : `${from}${expected}`);
    const after = parseDockerfile(fixed!, { path: 'Dockerfile' });
    expect(after.instructions.at(-1)?.text).toBe(run.text);
    expect(after.problems).toEqual([]);
  });

  it('keeps comments between flags and commands where they are', () => {
    const source = `FROM a\nRUN ${modules} \\\n  # Why.\n\n  go build`;
    const dockerfile = parseDockerfile(source, { path: 'Dockerfile' });
    const [, run] = dockerfile.instructions;
    const edit = insertRunFlags(dockerfile, run, [build]);
    const text = applyEdits(source, edit ? [edit] : []);
    expect(text).toBe(
      `FROM a\nRUN ${modules} \\\n  ${build} \\\n  # Why.\n\n  go build`,
    );
    const after = parseDockerfile(text, { path: 'Dockerfile' });
    expect(after.instructions[1].flags.map(flag => flag.span.end)).toHaveLength(
      2,
    );
    expect(after.instructions[1].text).toBe('go build');
  });
});
