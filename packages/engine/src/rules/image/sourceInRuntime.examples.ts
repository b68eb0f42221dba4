/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
};

function dockerfile(copies: string, { start = 'CMD ["/app"]\n' } = {}): string {
  return `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/app .

FROM alpine:3.24
${copies}${start}`;
}

export const sourceInRuntimeExamples: RuleExamples = {
  bad: [
    {
      name: 'The module cache',
      files: {
        Dockerfile: dockerfile(
          'COPY --from=build /out/app /app\nCOPY --from=build /go/pkg/mod /go/pkg/mod\n',
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:8'],
    },
    {
      name: 'A home folder, and everything',
      files: {
        Dockerfile: dockerfile(
          'COPY --from=build /root/ /root/\nCOPY --from=0 / /build\n',
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:7', 'Dockerfile:8'],
    },
    {
      name: 'The whole context beside the binary',
      files: {
        Dockerfile: dockerfile(
          'COPY --from=build /out/app /app\nCOPY . /srv/\n',
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:8'],
    },
  ],
  good: [
    {
      name: 'The binary and what it reads',
      files: {
        Dockerfile: dockerfile(
          'COPY --from=build /out/app /app\nCOPY --from=build /src/web /web\nCOPY config ./config\n',
        ),
        'config/a.yaml': '',
        'web/index.html': '',
        ...goFiles,
      },
    },
    {
      name: 'Another stage has its own root',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY --from=build /out/ /\nCOPY --from=files / /\n',
        ).replace(
          'FROM alpine',
          'FROM scratch AS files\nCOPY a /a\nFROM alpine',
        ),
        a: '',
        ...goFiles,
      },
    },
    {
      name: 'Files to export',
      files: {
        Dockerfile: dockerfile('COPY --from=build / /\n', { start: '' }),
        ...goFiles,
      },
    },
    {
      name: 'No Go at all',
      files: {
        Dockerfile: `FROM python:3.14-slim
WORKDIR /app
COPY . .
CMD ["python", "app.py"]
`,
        'app.py': '',
      },
    },
  ],
};
