/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { contextCopies, placeOf } from './contextCopies';

function copiesIn(line: string) {
  const dockerfile = parseDockerfile(
    `FROM scratch\nWORKDIR /src\nENV DIR=svc\nARG NAME\n${line}\n`,
  );
  return contextCopies({
    dockerfile,
    buildArguments: {},
    reachable: dockerfile.stages,
  });
}

describe('placeOf', () => {
  it.each([
    ['COPY . .', 'a/b.go', '/src/a/b.go'],
    ['COPY a /x', 'a/b.go', '/x/b.go'],
    ['COPY a/b.go /x', 'a/b.go', '/x'],
    ['COPY a/b.go /x/', 'a/b.go', '/x/b.go'],
    ['COPY a/b.go ./', 'a/b.go', '/src/b.go'],
    ['COPY go.* ./', 'go.mod', '/src/go.mod'],
    ['COPY */b.go x/', 'a/b.go', '/src/x/b.go'],
    ['COPY [ab] x/', 'a/b.go', '/src/x/b.go'],
    ['COPY $DIR $DIR', 'svc/go.mod', '/src/svc/go.mod'],
    ['COPY --parents */go.mod ./', 'svc/go.mod', '/src/svc/go.mod'],
    ['COPY --parents **/go.mod ./', 'a/b/go.mod', '/src/a/b/go.mod'],
    ['COPY --parents a/./**/go.mod ./', 'a/b/go.mod', '/src/b/go.mod'],
    ['COPY ["a", "/with space/"]', 'a/b.go', '/with space/b.go'],
    ['RUN --mount=type=bind,target=. true', 'go.mod', '/src/go.mod'],
    ['RUN --mount=type=bind,source=a,target=/m true', 'a/go.mod', '/m/go.mod'],
    ['COPY a /x', 'b/b.go', undefined],
    ['COPY *.go /x/', 'a/b.go', undefined],
    ['COPY $NAME /x/', 'a/b.go', undefined],
    ['COPY --from=other . .', 'a/b.go', undefined],
    ['ADD https://example.com/a /x', 'a', undefined],
    ['ADD git@example.com:a/b.git /x', 'a', undefined],
    ['RUN --mount=type=cache,target=/m true', 'go.mod', undefined],
  ])('%s puts %s at %p', (line, path, place) => {
    const places = copiesIn(line).map(copy => placeOf(copy, path));
    expect(places.find(found => found !== undefined)).toBe(place);
  });
});

describe('contextCopies', () => {
  it('tells sources as far as they are known', () => {
    expect(copiesIn('COPY --exclude=$DIR/x a/$NAME ./$DIR/ /t/')).toMatchObject(
      [
        {
          kind: 'copy',
          exclude: ['svc/x'],
          target: '/t',
          sources: [
            { text: 'a/$NAME', pattern: 'a/*', certain: false },
            { text: './$DIR/', path: 'svc', wildcard: false, certain: true },
          ],
        },
      ],
    );
  });
});
