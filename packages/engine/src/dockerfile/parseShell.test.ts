/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from './parseDockerfile';
import { parseShell } from './parseShell';

/** The commands of the last instruction, as one line each. */
function commandsOf(source: string): string[] {
  const dockerfile = parseDockerfile(source);
  const instruction =
    dockerfile.instructions[dockerfile.instructions.length - 1];
  const { commands } = parseShell(dockerfile, instruction);
  for (const { name, nameSpan, span } of commands) {
    expect(span.end).toBeGreaterThan(span.start);
    if (name !== undefined && nameSpan) {
      const written = source.slice(nameSpan.start, nameSpan.end);
      expect(written.replace(/['"]/g, '')).toBe(name);
    }
  }
  return commands.map(command =>
    [
      ...command.environment.map(({ name, value }) => `${name}=${value}`),
      command.name ?? '?',
      ...command.arguments.map(({ text }) => text),
      ...(command.piped ? ['|'] : []),
    ].join(' '),
  );
}

describe('parseShell', () => {
  it.each([
    ['one command', 'RUN go build ./...', ['go build ./...']],
    ['a list', 'RUN a && b || c; d', ['a', 'b', 'c', 'd']],
    ['a pipe', 'RUN a x | b y | c', ['a x |', 'b y |', 'c']],
    ['a piped group', 'RUN (a; b) | c', ['a |', 'b |', 'c']],
    [
      'a condition',
      'RUN if [ -f x ]; then a; elif b; then c; else d; fi',
      ['[ -f x ]', 'a', 'b', 'c', 'd'],
    ],
    ['a loop', 'RUN for x in 1 2; do a "$x"; done', ['a $x']],
    ['a case', 'RUN case $x in a) b;; *) c;; esac', ['b', 'c']],
    ['a function', 'RUN f() { a; }; f', ['a', 'f']],
    [
      'a substitution',
      'RUN a "$(b | c)" `d`',
      ['a $(b | c) `d`', 'b |', 'c', 'd'],
    ],
    ['escaped backticks', 'RUN a `b \\`c\\``', ['a `b \\`c\\``', 'b `c`', 'c']],
    ['a prefix', 'RUN A=1 B="x y" go build', ['A=1 B=x y go build']],
    ['env', 'RUN env A=1 -u B go build', ['A=1 go build']],
    ['exec', 'RUN exec go build', ['go build']],
    ['time', 'RUN time go build', ['go build']],
    ['an assignment only', 'RUN X=1; a', ['X=1 ?', 'a']],
    ['a dynamic name', 'RUN $GO build', ['? build']],
    ['sh -c', `RUN sh -c 'a && b c'`, ['a', 'b c']],
    [
      'bash with options',
      `RUN /bin/bash -euxo pipefail -c "a \\"x y\\" | b"`,
      ['a x y |', 'b'],
    ],
    ['sh with a file', 'RUN sh ./build.sh -c x', ['sh ./build.sh -c x']],
    ['a prefix on sh -c', `RUN A=1 sh -c 'a'`, ['A=1 a']],
    ['exec form', 'RUN ["go", "build", "-o", "/a b"]', ['go build -o /a b']],
    [
      'exec form of a shell',
      'RUN ["sh", "-c", "a \\"x\\" && b"]',
      ['a x', 'b'],
    ],
    ['HEALTHCHECK', 'HEALTHCHECK CMD  curl x || exit 1', ['curl x', 'exit 1']],
    ['HEALTHCHECK in exec form', 'HEALTHCHECK CMD ["curl", "x"]', ['curl x']],
    ['ONBUILD', 'ONBUILD RUN a && b', ['a', 'b']],
    ['a heredoc script', 'RUN <<EOF\na\nb "c\nd"\nEOF', ['a', 'b c\nd']],
    ['an indented script', 'RUN <<-EOF\n\ta\n\t\tb\n\tEOF', ['a', 'b']],
    ['a shell shebang', 'RUN <<EOF\n#!/bin/bash -e\na\nEOF', ['a']],
    [
      'a heredoc for a shell',
      'RUN <<EOF bash -e\na\nb\nEOF',
      ['bash -e', 'a', 'b'],
    ],
    ['a shell with a heredoc', 'RUN sh <<-EOF\n\ta\n\tEOF', ['sh', 'a']],
    ['a heredoc for a file', 'RUN cat <<EOF > /x && b\na\nEOF', ['cat', 'b']],
    ['no command', 'EXPOSE 80', []],
  ])('finds the commands of %s', (_name, source, expected) => {
    expect(commandsOf(source)).toEqual(expected);
  });
});
