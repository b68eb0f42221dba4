/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/**
 * Texts that made other parsers quadratic or worse, at a size of one's choice.
 * Each takes a number of repetitions.
 */
export const growingInputs = {
  parseDockerfile: {
    'many instructions': n => `FROM a\n${'RUN go build ./...\n'.repeat(n)}`,
    'one long line': n => `FROM a\nRUN ${'x '.repeat(n)}\n`,
    'many continued lines': n => `FROM a\nRUN a ${'\\\n  b '.repeat(n)}\n`,
    'comments between': n => `FROM a\nRUN a \\\n${'# c\n'.repeat(n)}  b\n`,
    'heredocs without end': n => `FROM a\n${'RUN <<EOF\n'.repeat(n)}`,
    'open heredoc words': n => `FROM a\nRUN ${'<<A '.repeat(n)}\n`,
    'nested variables': n => `FROM ${'${a:-'.repeat(n)}\n`,
    'many variables': n => `FROM a\nENV ${'a=$b '.repeat(n)}\n`,
    'many stages': n => `${'FROM a AS b\n'.repeat(n)}`,
    'deep JSON': n => `FROM a\nCMD ${'['.repeat(n)}\n`,
    'open quotes': n => `FROM a\nENV a="${"'\\".repeat(n)}\n`,
    flags: n => `FROM a\nRUN ${'--mount=type=cache,target=/x '.repeat(n)}\n`,
    blanks: n => `FROM a\nRUN a${' '.repeat(n)}b${'\n'.repeat(n)}`,
  },
  parseGoMod: {
    'many requirements': n =>
      `module m\nrequire (\n${'\texample.com/a v1.0.0 // indirect\n'.repeat(
        n,
      )})\n`,
    'open blocks': n => `module m\n${'require (\n'.repeat(n)}`,
    'one long word': n => `module ${'a/'.repeat(n)}\n`,
    'open quotes': n => `module "${'\\"'.repeat(n)}\n`,
    comments: n => `module m\n${'// c\n'.repeat(n)}`,
  },
  parseGoSum: {
    'many lines': n => 'example.com/a v1.0.0 h1:AAAA=\n'.repeat(n),
  },
  parseDockerIgnore: {
    'many patterns': n => '**/*.md\n!README.md\n'.repeat(n),
    'one long pattern': n => `${'*'.repeat(n)}x\n`,
  },
  readBuildLogText: {
    'many steps': n =>
      Array.from(
        { length: n },
        (_, step) => `#${step} [build 1/2] RUN true\n#${step} DONE 0.1s\n\n`,
      ).join(''),
    'much output of one step': n =>
      `#1 [build 1/2] RUN true\n${'#1 0.100 a line of output\n'.repeat(n)}`,
    'one long line': n => `#1 [build 1/2] RUN true\n#1 0.1 ${'x'.repeat(n)}\n`,
    'no log': n => 'words and words\n'.repeat(n),
  },
};
