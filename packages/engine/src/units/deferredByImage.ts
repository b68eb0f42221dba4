/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { parseImageReference } from '../dockerfile/parseImageReference';
import { Instruction } from '../dockerfile/types';

/**
 * What the `onbuild` images of Docker's library defer. They are long out of
 * use, and their Dockerfiles are in the histories of
 * https://github.com/docker-library/golang, …/node and …/python.
 */
const knownImages: Readonly<Record<string, string>> = {
  golang: `COPY . /go/src/app
RUN go-wrapper download
RUN go-wrapper install
`,
  node: `ARG NODE_ENV
ENV NODE_ENV $NODE_ENV
COPY package.json /usr/src/app/
RUN npm install && npm cache clean --force
COPY . /usr/src/app
`,
  python: `COPY requirements.txt /usr/src/app/
RUN pip install --no-cache-dir -r requirements.txt
COPY . /usr/src/app
`,
};

/** Whether the name of an image says that it has ONBUILD instructions. */
function isOnbuildImage(image: string): boolean {
  return (
    image.includes('onbuild') &&
    /(?:^|-)onbuild$/.test(parseImageReference(image)?.tag ?? '')
  );
}

/**
 * What ONBUILD of an image outside the repository is known to defer, as if it
 * stood where FROM does; undefined where it is not known.
 */
export function deferredByImage(
  image: string,
  from: Instruction,
): Instruction[] | undefined {
  if (!isOnbuildImage(image)) {
    return [];
  }
  const name = parseImageReference(image)?.familiarName ?? '';
  if (!Object.hasOwn(knownImages, name)) {
    return undefined;
  }
  const { line, endLine, span, keywordSpan } = from;
  return parseDockerfile(`FROM scratch\n${knownImages[name]}`, {
    path: '',
  }).stages[0].instructions.map(instruction => ({
    ...instruction,
    ...{ line, endLine, span, keywordSpan, textMap: [] },
  }));
}
