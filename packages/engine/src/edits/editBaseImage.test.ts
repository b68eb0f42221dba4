/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { applyEdits } from './applyEdits';
import { editBaseImages } from './editBaseImage';

function edited(
  source: string,
  changes: [index: number, from: string, to: string][],
  buildArguments: Record<string, string> = {},
): string | undefined {
  const dockerfile = parseDockerfile(source, { path: 'Dockerfile' });
  const edits = editBaseImages(
    { dockerfile, buildArguments },
    changes.map(([index, from, to]) => ({
      stage: dockerfile.stages[index],
      from,
      to,
    })),
  );
  return edits && applyEdits(source, edits);
}

describe('editBaseImages', () => {
  it.each<[string, string, [number, string, string][], string]>([
    [
      'a tag',
      'FROM --platform=$BUILDPLATFORM golang:1.22-alpine AS b\r\n',
      [[0, 'golang:1.22-alpine', 'golang:1.27-alpine']],
      'FROM --platform=$BUILDPLATFORM golang:1.27-alpine AS b\r\n',
    ],
    [
      'a tag that was not there',
      'FROM golang as b\n',
      [[0, 'golang', 'golang:1.27']],
      'FROM golang:1.27 as b\n',
    ],
    [
      'a tag that gets longer in the middle',
      'FROM golang:alpine\n',
      [[0, 'golang:alpine', 'golang:1.27-alpine']],
      'FROM golang:1.27-alpine\n',
    ],
    [
      'the default of an argument',
      'ARG GO="1.22.1"\nFROM golang:${GO}-alpine3.19\n',
      [[0, 'golang:1.22.1-alpine3.19', 'golang:1.26.11-alpine3.19']],
      'ARG GO="1.26.11"\nFROM golang:${GO}-alpine3.19\n',
    ],
    [
      'an argument and the text behind it',
      'ARG GO=1.22\nFROM golang:$GO-alpine3.19\n',
      [[0, 'golang:1.22-alpine3.19', 'golang:1.26-alpine3.24']],
      'ARG GO=1.26\nFROM golang:$GO-alpine3.24\n',
    ],
    [
      'two arguments',
      'ARG GO=1.22 OS=alpine3.19\nFROM golang:$GO-$OS\n',
      [[0, 'golang:1.22-alpine3.19', 'golang:1.26-alpine3.24']],
      'ARG GO=1.26 OS=alpine3.24\nFROM golang:$GO-$OS\n',
    ],
    [
      'an argument of an argument, shared by two stages',
      'ARG V=1.22\nARG IMAGE=golang:$V\nFROM $IMAGE\nFROM golang:$V AS two\n',
      [
        [0, 'golang:1.22', 'golang:1.26'],
        [1, 'golang:1.22', 'golang:1.26'],
      ],
      'ARG V=1.26\nARG IMAGE=golang:$V\nFROM $IMAGE\nFROM golang:$V AS two\n',
    ],
    [
      'behind a value from outside',
      'ARG HUB\nFROM $HUB/golang:1.22\n',
      [[0, 'hub.example/golang:1.22', 'hub.example/golang:1.26']],
      'ARG HUB\nFROM $HUB/golang:1.26\n',
    ],
    [
      'on a line of its own',
      'FROM \\\n  golang:1.22 \\\n  AS build\n',
      [[0, 'golang:1.22', 'golang:1.26']],
      'FROM \\\n  golang:1.26 \\\n  AS build\n',
    ],
  ])('changes %s', (_, source, changes, expected) => {
    expect(edited(source, changes, { HUB: 'hub.example' })).toBe(expected);
  });

  it.each<[string, string, [number, string, string][]]>([
    [
      'a version from outside',
      'ARG GO=1.22\nFROM golang:$GO\n',
      [[0, 'golang:1.25', 'golang:1.26']],
    ],
    [
      'an argument with an alternative',
      'ARG GO=1.22\nFROM golang:${GO:-1.21}\n',
      [[0, 'golang:1.22', 'golang:1.26']],
    ],
    [
      'an argument that two stages need otherwise',
      'ARG GO=1.22\nFROM golang:$GO\nFROM other:$GO\n',
      [
        [0, 'golang:1.22', 'golang:1.26'],
        [1, 'other:1.22', 'other:1.27'],
      ],
    ],
    [
      'a name that is another one',
      'FROM golang:1.22\n',
      [[0, 'golang:1.23', 'golang:1.26']],
    ],
  ])('leaves %s', (_, source, changes) => {
    expect(edited(source, changes, { GO: '1.25' })).toBeUndefined();
    expect(edited(source.replace('$GO\n', '$GO\r\n'), changes)).toBeUndefined();
  });
});
