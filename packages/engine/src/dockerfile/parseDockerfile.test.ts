/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from './parseDockerfile';
import { Instruction } from './types';

/** One line an instruction: lines, keyword, flags, arguments, heredocs. */
function summarise(instruction: Instruction): string {
  const { line, endLine, keyword, flags, heredocs, trigger } = instruction;
  return [
    `${line}-${endLine}`,
    keyword,
    ...flags.map(({ name, value }) =>
      value === undefined ? `--${name}` : `--${name}=${value}`,
    ),
    trigger
      ? `> ${summarise(trigger).replace(/^\d+-\d+ /, '')}`
      : summariseArguments(instruction),
    ...heredocs.map(({ name, expand, stripTabs, body }) =>
      [`<<${name}`, expand ? '' : 'raw', stripTabs ? 'tabs' : '']
        .filter(part => part !== '')
        .concat(JSON.stringify(body))
        .join(' '),
    ),
  ]
    .filter(part => part !== '')
    .join(' ');
}

function summariseArguments({ json, pairs, words, text }: Instruction): string {
  if (json) {
    return JSON.stringify(json);
  }
  if (pairs) {
    return pairs
      .map(({ name, value }) =>
        value === undefined ? name : `${name}=${value}`,
      )
      .join(' | ');
  }
  return words.length > 0 ? words.map(word => word.text).join(' | ') : text;
}

describe('parseDockerfile', () => {
  it.each<[name: string, source: string, instructions: string[]]>([
    [
      'two instructions',
      'FROM golang:1.27\nRUN go build ./...\n',
      ['1-1 FROM golang:1.27', '2-2 RUN go build ./...'],
    ],
    [
      'keywords in any case',
      'from golang:1.27\nRun true\ncOpY a b\n',
      ['1-1 FROM golang:1.27', '2-2 RUN true', '3-3 COPY a | b'],
    ],
    [
      'leading white space',
      '  FROM scratch\n\tRUN true\n',
      ['1-1 FROM scratch', '2-2 RUN true'],
    ],
    [
      'carriage returns',
      'FROM scratch\r\nRUN a \\\r\n  b\r\n',
      ['1-1 FROM scratch', '2-3 RUN a   b'],
    ],
    ['a byte order mark', '\uFEFFFROM scratch\n', ['1-1 FROM scratch']],
    ['no line break at the end', 'FROM scratch', ['1-1 FROM scratch']],
    [
      'comments and blank lines',
      '# a\n\n  # b\nFROM scratch\n# c\n\nRUN true # d\n',
      ['4-4 FROM scratch', '7-7 RUN true # d'],
    ],
    [
      'a continuation',
      'FROM scratch\nRUN a && \\\n    b\n',
      ['1-1 FROM scratch', '2-3 RUN a &&     b'],
    ],
    [
      'white space behind the backslash',
      'FROM scratch\nRUN a \\  \n  b\n',
      ['1-1 FROM scratch', '2-3 RUN a   b'],
    ],
    [
      'a comment within a continuation',
      'FROM scratch\nRUN a \\\n# why\n  b\n',
      ['1-1 FROM scratch', '2-4 RUN a   b'],
    ],
    [
      'an empty line within a continuation',
      'FROM scratch\nRUN a \\\n\n  b\n',
      ['1-1 FROM scratch', '2-4 RUN a   b'],
    ],
    [
      'a continuation that the end cuts',
      'FROM scratch\nRUN a \\',
      ['1-1 FROM scratch', '2-2 RUN a'],
    ],
    [
      'a keyword over two lines',
      'FROM scratch\nRU\\\nN a\n',
      ['1-1 FROM scratch', '2-3 RUN a'],
    ],
    [
      'an escaped backslash at the end',
      'FROM scratch\nRUN a \\\\\n  b\n',
      ['1-1 FROM scratch', '2-2 RUN a \\\\', '3-3 UNKNOWN'],
    ],
    [
      'the escape directive',
      '# escape=`\nFROM scratch\nRUN a `\n  b\nRUN c:\\\n',
      ['2-2 FROM scratch', '3-4 RUN a   b', '5-5 RUN c:\\'],
    ],
    [
      'directives',
      '# syntax=docker/dockerfile:1\n# check=skip=all;error=true\n# escape=\\\nFROM scratch\n',
      ['4-4 FROM scratch'],
    ],
    [
      'a directive behind a comment is none',
      '# hello\n# escape=`\nFROM scratch\nRUN a \\\n  b\n',
      ['3-3 FROM scratch', '4-5 RUN a   b'],
    ],
    [
      'a directive behind a blank line is none',
      '\n# escape=`\nFROM scratch\nRUN a \\\n b\n',
      ['3-3 FROM scratch', '4-5 RUN a  b'],
    ],
    [
      'directive names in any case',
      '#   EsCaPe  =  `  \nFROM scratch\nRUN a `\n b\n',
      ['2-2 FROM scratch', '3-4 RUN a  b'],
    ],
    [
      'an unknown directive is a comment',
      '# foo=bar\n# escape=`\nFROM scratch\nRUN a \\\n b\n',
      ['3-3 FROM scratch', '4-5 RUN a  b'],
    ],
    [
      'a syntax directive behind a shebang',
      '#!/usr/bin/env docker\n# syntax=docker/dockerfile:1\nFROM scratch\n',
      ['3-3 FROM scratch'],
    ],
    [
      'a stage name',
      'FROM golang:1.27 AS Build\n',
      ['1-1 FROM golang:1.27 | AS | Build'],
    ],
    [
      'a platform',
      'FROM --platform=$BUILDPLATFORM golang:1.27 as b\n',
      ['1-1 FROM --platform=$BUILDPLATFORM golang:1.27 | as | b'],
    ],
    [
      'ARG before FROM',
      'ARG V=1.27\nFROM golang:${V}\n',
      ['1-1 ARG V=1.27', '2-2 FROM golang:${V}'],
    ],
    [
      'several ARGs',
      'FROM scratch\nARG A B=1 C="x y" D=\'$z\'\n',
      ['1-1 FROM scratch', '2-2 ARG A | B=1 | C="x y" | D=\'$z\''],
    ],
    [
      'ENV pairs',
      'FROM scratch\nENV A=1 B="two words" C=a\\ b D= E=\'$x\'\n',
      [
        '1-1 FROM scratch',
        '2-2 ENV A=1 | B="two words" | C=a\\ b | D= | E=\'$x\'',
      ],
    ],
    [
      'ENV without equals sign',
      'FROM scratch\nENV PATH /a/b:$PATH  and more\n',
      ['1-1 FROM scratch', '2-2 ENV PATH=/a/b:$PATH  and more'],
    ],
    [
      'ENV over lines',
      'FROM scratch\nENV A=1 \\\n    B=2 \\\n    C=3\n',
      ['1-1 FROM scratch', '2-4 ENV A=1 | B=2 | C=3'],
    ],
    [
      'LABEL',
      'FROM scratch\nLABEL org.example.a="b c" "d e"=f\n',
      ['1-1 FROM scratch', '2-2 LABEL org.example.a="b c" | "d e"=f'],
    ],
    [
      'LABEL without equals sign',
      'FROM scratch\nLABEL a b c\n',
      ['1-1 FROM scratch', '2-2 LABEL a=b c'],
    ],
    [
      'JSON form',
      'FROM scratch\nCMD ["/app", "-v", "a b", "\\u00e9\\n"]\n',
      ['1-1 FROM scratch', '2-2 CMD ["/app","-v","a b","é\\n"]'],
    ],
    [
      'JSON form over lines',
      'FROM scratch\nENTRYPOINT [ \\\n  "/app", \\\n  "x" ]\n',
      ['1-1 FROM scratch', '2-4 ENTRYPOINT ["/app","x"]'],
    ],
    [
      'empty JSON form',
      'FROM scratch\nCMD []\n',
      ['1-1 FROM scratch', '2-2 CMD []'],
    ],
    [
      'no JSON: single quotes',
      "FROM scratch\nCMD ['/app']\n",
      ['1-1 FROM scratch', "2-2 CMD ['/app']"],
    ],
    [
      'no JSON: numbers',
      'FROM scratch\nCMD ["/app", 1]\n',
      ['1-1 FROM scratch', '2-2 CMD ["/app", 1]'],
    ],
    [
      'no JSON: more behind it',
      'FROM scratch\nCMD ["/app"] x\n',
      ['1-1 FROM scratch', '2-2 CMD ["/app"] x'],
    ],
    [
      'no JSON: a comma too much',
      'FROM scratch\nCMD ["/app",]\n',
      ['1-1 FROM scratch', '2-2 CMD ["/app",]'],
    ],
    [
      'RUN in JSON form',
      'FROM scratch\nRUN ["go", "build"]\n',
      ['1-1 FROM scratch', '2-2 RUN ["go","build"]'],
    ],
    [
      'COPY',
      'FROM scratch\nCOPY --from=build --chown=1:1 --chmod=755 /a /b ./\n',
      [
        '1-1 FROM scratch',
        '2-2 COPY --from=build --chown=1:1 --chmod=755 /a | /b | ./',
      ],
    ],
    [
      'COPY in JSON form',
      'FROM scratch\nCOPY ["a b", "c"]\n',
      ['1-1 FROM scratch', '2-2 COPY ["a b","c"]'],
    ],
    [
      'COPY with flags without value',
      'FROM scratch\nCOPY --link --parents a b /x/\n',
      ['1-1 FROM scratch', '2-2 COPY --link --parents a | b | /x/'],
    ],
    [
      'COPY with excludes',
      'FROM scratch\nCOPY --exclude=*.md --exclude=docs . .\n',
      ['1-1 FROM scratch', '2-2 COPY --exclude=*.md --exclude=docs . | .'],
    ],
    [
      'two dashes end the flags',
      'FROM scratch\nCOPY -- --odd /x\n',
      ['1-1 FROM scratch', '2-2 COPY --odd | /x'],
    ],
    [
      'ADD from elsewhere',
      'FROM scratch\nADD --checksum=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://example.com/a.tgz /a\n',
      [
        '1-1 FROM scratch',
        '2-2 ADD --checksum=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://example.com/a.tgz | /a',
      ],
    ],
    [
      'RUN with mounts',
      'FROM scratch\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=secret,id=netrc,target=/root/.netrc \\\n    --network=none go build\n',
      [
        '1-1 FROM scratch',
        '2-4 RUN --mount=type=cache,target=/go/pkg/mod --mount=type=secret,id=netrc,target=/root/.netrc --network=none go build',
      ],
    ],
    [
      'flags of RUN end at the first word',
      'FROM scratch\nRUN go --mount=x build\n',
      ['1-1 FROM scratch', '2-2 RUN go --mount=x build'],
    ],
    [
      'quoted flags',
      'FROM scratch\nRUN --mount="type=cache,target=/a b" true\n',
      ['1-1 FROM scratch', '2-2 RUN --mount=type=cache,target=/a b true'],
    ],
    [
      'HEALTHCHECK',
      'FROM scratch\nHEALTHCHECK --interval=5m --timeout=3s --retries=2 --start-period=1s CMD curl -f http://x/ || exit 1\n',
      [
        '1-1 FROM scratch',
        '2-2 HEALTHCHECK --interval=5m --timeout=3s --retries=2 --start-period=1s CMD | curl -f http://x/ || exit 1',
      ],
    ],
    [
      'HEALTHCHECK in JSON form',
      'FROM scratch\nHEALTHCHECK CMD ["/app", "health"]\n',
      ['1-1 FROM scratch', '2-2 HEALTHCHECK ["/app","health"]'],
    ],
    [
      'HEALTHCHECK NONE',
      'FROM scratch\nHEALTHCHECK NONE\n',
      ['1-1 FROM scratch', '2-2 HEALTHCHECK NONE'],
    ],
    [
      'ONBUILD',
      'FROM scratch\nONBUILD COPY --chown=1 . /app\nONBUILD RUN make\n',
      [
        '1-1 FROM scratch',
        '2-2 ONBUILD > COPY --chown=1 . | /app',
        '3-3 ONBUILD > RUN make',
      ],
    ],
    [
      'SHELL',
      'FROM scratch\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n',
      ['1-1 FROM scratch', '2-2 SHELL ["/bin/bash","-o","pipefail","-c"]'],
    ],
    [
      'EXPOSE',
      'FROM scratch\nEXPOSE 8080 9090/udp $PORT\n',
      ['1-1 FROM scratch', '2-2 EXPOSE 8080 | 9090/udp | $PORT'],
    ],
    [
      'USER, WORKDIR, STOPSIGNAL, VOLUME',
      'FROM scratch\nUSER 65532:65532\nWORKDIR /a b\nSTOPSIGNAL SIGQUIT\nVOLUME /a /b\nVOLUME ["/c"]\n',
      [
        '1-1 FROM scratch',
        '2-2 USER 65532:65532',
        '3-3 WORKDIR /a b',
        '4-4 STOPSIGNAL SIGQUIT',
        '5-5 VOLUME /a | /b',
        '6-6 VOLUME ["/c"]',
      ],
    ],
    [
      'MAINTAINER',
      'FROM scratch\nMAINTAINER A B <a@example.com>\n',
      ['1-1 FROM scratch', '2-2 MAINTAINER A B <a@example.com>'],
    ],
    [
      'a heredoc',
      'FROM scratch\nRUN <<EOF\necho a\necho b\nEOF\nRUN c\n',
      [
        '1-1 FROM scratch',
        '2-5 RUN <<EOF <<EOF "echo a\\necho b\\n"',
        '6-6 RUN c',
      ],
    ],
    [
      'a quoted heredoc',
      "FROM scratch\nRUN <<'EOF'\necho $a\nEOF\n",
      ['1-1 FROM scratch', '2-4 RUN <<\'EOF\' <<EOF raw "echo $a\\n"'],
    ],
    [
      'a heredoc in double quotes',
      'FROM scratch\nRUN <<"E F"\nx\nE F\n',
      ['1-1 FROM scratch', '2-4 RUN <<"E F" <<E F raw "x\\n"'],
    ],
    [
      'a heredoc without tabs',
      'FROM scratch\nRUN <<-EOF\n\techo a\n\t\tb\n\tEOF\n',
      ['1-1 FROM scratch', '2-5 RUN <<-EOF <<EOF tabs "echo a\\nb\\n"'],
    ],
    [
      'a heredoc with a descriptor',
      'FROM scratch\nRUN 3<<EOF cat <&3\nx\nEOF\n',
      ['1-1 FROM scratch', '2-4 RUN 3<<EOF cat <&3 <<EOF "x\\n"'],
    ],
    [
      'two heredocs',
      'FROM scratch\nCOPY <<one <<two /x/\n1\none\n2\ntwo\n',
      [
        '1-1 FROM scratch',
        '2-6 COPY <<one | <<two | /x/ <<one "1\\n" <<two "2\\n"',
      ],
    ],
    [
      'a heredoc for a program',
      'FROM scratch\nRUN python3 <<PY && echo done\nprint(1)\nPY\n',
      [
        '1-1 FROM scratch',
        '2-4 RUN python3 <<PY && echo done <<PY "print(1)\\n"',
      ],
    ],
    [
      'a heredoc that looks like instructions',
      'FROM scratch\nCOPY <<EOF /Dockerfile\nFROM golang\n# no comment\nRUN x \\\nEOF\nUSER 1\n',
      [
        '1-1 FROM scratch',
        '2-6 COPY <<EOF | /Dockerfile <<EOF "FROM golang\\n# no comment\\nRUN x \\\\\\n"',
        '7-7 USER 1',
      ],
    ],
    [
      'a heredoc behind a continuation',
      'FROM scratch\nRUN a \\\n  <<EOF\nx\nEOF\n',
      ['1-1 FROM scratch', '2-5 RUN a   <<EOF <<EOF "x\\n"'],
    ],
    [
      'an empty heredoc',
      'FROM scratch\nRUN <<EOF\nEOF\n',
      ['1-1 FROM scratch', '2-3 RUN <<EOF <<EOF ""'],
    ],
    [
      'no heredoc in quotes',
      'FROM scratch\nRUN echo "<<EOF"\nRUN x\n',
      ['1-1 FROM scratch', '2-2 RUN echo "<<EOF"', '3-3 RUN x'],
    ],
    [
      'a here-string is no heredoc',
      'FROM scratch\nRUN cat <<< x\n',
      ['1-1 FROM scratch', '2-2 RUN cat <<< x'],
    ],
    [
      'no heredoc in instructions without',
      'FROM scratch\nENV A=<<EOF\n',
      ['1-1 FROM scratch', '2-2 ENV A=<<EOF'],
    ],
    [
      'a heredoc with carriage returns',
      'FROM scratch\r\nRUN <<EOF\r\na\r\nEOF\r\n',
      ['1-1 FROM scratch', '2-4 RUN <<EOF <<EOF "a\\r\\n"'],
    ],
  ])('reads %s', (_, source, expected) => {
    expect(parseDockerfile(source).instructions.map(summarise)).toEqual(
      expected,
    );
  });

  it.each<[name: string, source: string, problems: string[]]>([
    ['an empty file', '', ['1 error empty-file']],
    ['comments only', '# a\n', ['1 error no-instructions']],
    ['no stage', 'ARG A=1\n', ['1 error no-stages']],
    [
      'an instruction before FROM',
      'RUN true\nFROM scratch\n',
      ['1 error no-stage'],
    ],
    [
      'an unknown instruction',
      'FROM scratch\nFORM golang\nRUN true\n',
      ['2 error unknown-instruction'],
    ],
    [
      'an unknown flag',
      'FROM scratch\nCOPY --form=build a b\n',
      ['2 error unknown-flag'],
    ],
    [
      'a flag twice',
      'FROM a AS x\nFROM scratch\nCOPY --from=x --from=x a b\n',
      ['3 error duplicate-flag'],
    ],
    ['FROM without image', 'FROM\n', ['1 error from-arguments']],
    ['FROM with too many words', 'FROM a AS b c\n', ['1 error from-arguments']],
    ['FROM with a bad name', 'FROM a AS 1x\n', ['1 error invalid-stage-name']],
    [
      'COPY without target',
      'FROM scratch\nCOPY a\n',
      ['2 error missing-arguments'],
    ],
    [
      'ENV without value',
      'FROM scratch\nENV A\n',
      ['2 error missing-arguments'],
    ],
    ['ENV with a blank name', 'FROM scratch\nENV =x\n', ['2 error blank-name']],
    ['ARG without name', 'FROM scratch\nARG\n', ['2 error missing-arguments']],
    [
      'WORKDIR without path',
      'FROM scratch\nWORKDIR\n',
      ['2 error missing-arguments'],
    ],
    ['USER with two words', 'FROM scratch\nUSER a b\n', []],
    [
      'SHELL in shell form',
      'FROM scratch\nSHELL /bin/sh -c\n',
      ['2 error shell-not-json'],
    ],
    [
      'HEALTHCHECK of another kind',
      'FROM scratch\nHEALTHCHECK FOO\n',
      ['2 error healthcheck-type'],
    ],
    [
      'HEALTHCHECK with a bad duration',
      'FROM scratch\nHEALTHCHECK --interval=5x CMD true\n',
      ['2 error invalid-flag-value'],
    ],
    [
      'ONBUILD of ONBUILD',
      'FROM scratch\nONBUILD ONBUILD RUN x\n',
      ['2 error onbuild-chain'],
    ],
    [
      'ONBUILD of FROM',
      'FROM scratch\nONBUILD FROM x\n',
      ['2 error onbuild-trigger'],
    ],
    [
      'a heredoc without end',
      'FROM scratch\nRUN <<EOF\nx\n',
      ['2 error unterminated-heredoc'],
    ],
    [
      'an escape of another kind',
      '# escape=x\nFROM scratch\n',
      ['1 error invalid-escape'],
    ],
    [
      'a directive twice',
      '# escape=`\n# escape=`\nFROM scratch\n',
      ['2 error duplicate-directive'],
    ],
    [
      'a mount of another type',
      'FROM scratch\nRUN --mount=type=bond,target=/x true\n',
      ['2 error invalid-mount'],
    ],
    [
      'a mount with an unknown option',
      'FROM scratch\nRUN --mount=type=cache,target=/x,colour=red true\n',
      ['2 error invalid-mount'],
    ],
    [
      'an empty continuation',
      'FROM scratch\nRUN a \\\n\n b\n',
      ['3 warning empty-continuation'],
    ],
  ])('reports %s', (_, source, expected) => {
    expect(
      parseDockerfile(source).problems.map(
        ({ line, severity, code }) => `${line} ${severity} ${code}`,
      ),
    ).toEqual(expected);
  });

  it.each<[name: string, source: string, directives: string[], escape: string]>(
    [
      [
        'all three',
        '# syntax=docker/dockerfile:1\n# check=skip=all\n# escape=`\nFROM a\n',
        ['syntax=docker/dockerfile:1', 'check=skip=all', 'escape=`'],
        '`',
      ],
      ['none behind a comment', '# hello\n# escape=`\nFROM a\n', [], '\\'],
      ['none behind an instruction', 'FROM a\n# escape=`\n', [], '\\'],
      [
        'syntax behind a shebang',
        '#!/x\n# syntax=a/b\nFROM a\n',
        ['syntax=a/b'],
        '\\',
      ],
      [
        'syntax as a comment of another language',
        '// syntax=a/b\nFROM a\n',
        ['syntax=a/b'],
        '\\',
      ],
    ],
  )('takes directives: %s', (_, source, directives, escape) => {
    const dockerfile = parseDockerfile(source);
    expect(
      dockerfile.directives.map(({ name, value }) => `${name}=${value}`),
    ).toEqual(directives);
    expect(dockerfile.escape).toBe(escape);
  });

  it('knows stages, their bases and the arguments before them', () => {
    const source =
      'ARG V=1\nFROM --platform=linux/amd64 golang:${V} AS Build\nRUN a\nFROM scratch\n';
    const { stages, globalArguments } = parseDockerfile(source);
    expect(globalArguments.map(({ text }) => text)).toEqual(['V=1']);
    expect(
      stages.map(({ index, name, base, platform, baseSpan, instructions }) => ({
        index,
        name,
        base,
        platform,
        written: source.slice(baseSpan.start, baseSpan.end),
        instructions: instructions.length,
      })),
    ).toEqual([
      {
        index: 0,
        name: 'build',
        base: 'golang:${V}',
        platform: 'linux/amd64',
        written: 'golang:${V}',
        instructions: 1,
      },
      { index: 1, base: 'scratch', written: 'scratch', instructions: 0 },
    ]);
  });
});
