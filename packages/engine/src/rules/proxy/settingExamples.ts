/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A small service whose Dockerfile sets something: its second line is the first
 * of the lines given.
 */
export function serviceWith(
  lines: string,
  {
    image = 'golang:1.27',
    requires = 'github.com/my-org/lib',
    build = 'go build -o /app .',
    others = {},
  }: {
    image?: string;
    /** The module that it requires; '' for none. */
    requires?: string;
    build?: string;
    /** Other files, and those that are not as usual. */
    others?: Record<string, string>;
  } = {},
): Record<string, string> {
  const set = lines === '' ? '' : `${lines}\n`;
  return {
    Dockerfile: `FROM ${image} AS build\n${set}WORKDIR /src\nCOPY . .\nRUN ${build}\n`,
    'go.mod': `module example.com/app\n\ngo 1.27\n${
      requires === '' ? '' : `\nrequire ${requires} v1.2.0\n`
    }`,
    'main.go': '',
    ...others,
  };
}

/** A workflow that tests the service, with lines of its `env`. */
export function testWorkflow(...variables: string[]): string {
  return `on: push
env:
${variables.map(line => `  ${line}\n`).join('')}jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`;
}
