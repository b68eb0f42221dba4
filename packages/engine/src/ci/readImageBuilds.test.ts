/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { createSnapshot } from '../snapshot/createSnapshot';
import { readImageBuilds } from './readImageBuilds';
import { ImageBuild } from './types';

function read(files: Record<string, string>): ImageBuild[] {
  // What is not known is not there, for `toMatchObject` neither.
  const unknown = { dockerfile: undefined, context: undefined };
  return readImageBuilds(createSnapshot({ files: Object.entries(files) })).map(
    build => ({ ...unknown, ...build }),
  );
}

const workflow = '.github/workflows/image.yaml';

/** A workflow with one job of the given steps. */
function job(steps: string, head = 'runs-on: ubuntu-24.04'): string {
  const indented = steps
    .split('\n')
    .map(line => `      ${line}`)
    .join('\n');
  return `on: push\njobs:\n  image:\n    ${head}\n    steps:\n${indented}\n`;
}

describe('readImageBuilds', () => {
  it.each<[name: string, steps: string, expected: object[]]>([
    [
      'the action, with its defaults',
      '- uses: docker/build-push-action@v6',
      [
        {
          tool: 'build-push-action',
          dockerfile: 'Dockerfile',
          context: '',
          remoteContext: true,
          runner: 'hosted',
          push: false,
          onChange: true,
          line: 6,
        },
      ],
    ],
    [
      'the action, with a folder of its default context',
      '- uses: docker/build-push-action@v6\n  with:\n    context: "{{defaultContext}}:api"',
      [{ dockerfile: 'api/Dockerfile', context: 'api', remoteContext: true }],
    ],
    [
      'the action, with a folder, and expressions that are not known',
      [
        '- uses: docker/build-push-action@v6',
        '  with:',
        '    context: ./api',
        '    file: ./build/Dockerfile',
        '    target: runtime',
        "    push: ${{ github.ref == 'refs/heads/main' }}",
        '    no-cache: true',
        '    pull: true',
        '    build-args: |',
        '      GO_VERSION=1.27',
        '      GIT_SHA=${{ github.sha }}',
        '    build-contexts: base=docker-image://golang:1.27',
        '    cache-from: type=gha',
        '    cache-to: |',
        '      type=gha,mode=max,scope=${{ github.ref }}',
        '      type=inline',
      ].join('\n'),
      [
        {
          dockerfile: 'build/Dockerfile',
          context: 'api',
          remoteContext: false,
          target: 'runtime',
          unknownTarget: false,
          push: undefined,
          noCache: true,
          noCacheLine: 12,
          pull: true,
          buildArguments: { GO_VERSION: '1.27', GIT_SHA: undefined },
          namedContexts: [
            { name: 'base', value: 'docker-image://golang:1.27' },
          ],
          cacheFrom: [{ type: 'gha', certain: true, line: 18 }],
          cacheTo: [
            { type: 'gha', mode: 'max', certain: true, line: 20 },
            { type: 'inline', certain: true, line: 21 },
          ],
        },
      ],
    ],
    [
      'a cache that an expression chooses',
      "- uses: docker/build-push-action@v6\n  with:\n    cache-to: ${{ inputs.main && format('type=registry,ref={0},mode=max', env.REF) || '' }}",
      [
        {
          cacheTo: [{ type: 'registry', mode: 'max', certain: false, line: 8 }],
        },
      ],
    ],
    [
      'arguments that are the same for commits to a branch',
      [
        '- uses: docker/build-push-action@v6',
        '  with:',
        '    build-args: |',
        '      BRANCH=${{ github.head_ref || github.ref_name }}',
        '      GIT_SHA=${{ github.sha }}',
        '      GO_VERSION=1.27',
        '      TOKEN',
        '- run: docker build --build-arg VERSION=${{ github.ref_name }} --build-arg BUILD=$GITHUB_RUN_ID .',
      ].join('\n'),
      [
        { branchArguments: ['BRANCH'] },
        {
          buildArguments: { VERSION: undefined, BUILD: undefined },
          branchArguments: ['VERSION'],
        },
      ],
    ],
    [
      'a script',
      [
        '- run: |',
        '    set -e',
        '    cd services/api',
        '    IMAGE=app',
        '    docker build \\',
        '      --no-cache \\',
        '      --build-arg SHA="${{ github.sha }}" --build-arg A=b \\',
        '      -t "$IMAGE:$(git describe)" -f build/Dockerfile .',
      ].join('\n'),
      [
        {
          tool: 'docker',
          line: 10,
          dockerfile: 'services/api/build/Dockerfile',
          context: 'services/api',
          noCache: true,
          noCacheLine: 11,
          buildArguments: { SHA: undefined, A: 'b' },
          partial: false,
        },
      ],
    ],
    [
      'a script in a folder',
      '- working-directory: api\n  run: docker buildx build --push --cache-to=type=registry,ref=a/b . --target "$TARGET"\n  env: { TARGET: run }',
      [
        {
          line: 7,
          dockerfile: 'api/Dockerfile',
          context: 'api',
          target: 'run',
          push: true,
          cacheTo: [{ type: 'registry', certain: true }],
        },
      ],
    ],
    [
      'what a variable may add',
      '- run: docker build $FLAGS .',
      [{ context: '', dockerfile: 'Dockerfile', partial: true }],
    ],
    [
      'a subshell, whose folder is not followed',
      '- run: (cd api && docker build .)',
      [{ dockerfile: undefined, context: undefined }],
    ],
    [
      'folders of the runner',
      '- run: docker build -f "$GITHUB_WORKSPACE/a/Dockerfile" ${{ github.workspace }}\n- run: docker build /tmp/x\n- run: docker build "$(pwd)/b"',
      [
        { dockerfile: 'a/Dockerfile', context: '' },
        { dockerfile: undefined, context: undefined },
        { dockerfile: 'b/Dockerfile', context: 'b' },
      ],
    ],
    [
      'other contexts',
      '- run: docker build https://example.com/a.git\n- run: docker build - < Dockerfile\n- run: docker build ../up',
      [
        { remoteContext: true, dockerfile: undefined },
        { remoteContext: false, dockerfile: undefined },
        { context: undefined, dockerfile: undefined },
      ],
    ],
    [
      'other tools',
      '- run: |\n    sudo podman build -f Containerfile .\n    buildah bud --layers -t x api\n    /kaniko/executor --cache=true --context . --destination x',
      [
        { tool: 'podman', dockerfile: 'Containerfile', context: '' },
        { tool: 'buildah', dockerfile: 'api/Dockerfile', context: 'api' },
        {
          tool: 'kaniko',
          dockerfile: 'Dockerfile',
          push: true,
          cacheTo: [{ type: 'registry', mode: 'max', certain: true }],
        },
      ],
    ],
    [
      'texts that only name builds',
      '- run: |\n    echo docker build .\n    # docker build .\n    docker images\n    X="docker build ."\n    docker buildx bake --print\n- name: docker build .\n  uses: actions/checkout@v5',
      [],
    ],
    ['another shell', '- shell: pwsh\n  run: docker build .', []],
    [
      'a builder of its own',
      '- uses: docker/setup-buildx-action@v3\n  with: { driver: remote, endpoint: "tcp://builder:1234" }\n- uses: docker/build-push-action@v6',
      [{ remoteBuilder: true }],
    ],
    [
      'a builder that a script sets up',
      '- run: docker buildx create --use --driver=kubernetes\n- run: docker buildx build .',
      [{ remoteBuilder: true }],
    ],
    [
      'cache mounts that are carried over',
      '- uses: reproducible-containers/buildkit-cache-dance@v3\n- uses: docker/build-push-action@v6',
      [{ cacheMountsKept: true }],
    ],
    [
      'a step for releases',
      "- if: startsWith(github.ref, 'refs/tags/')\n  uses: docker/build-push-action@v6",
      [{ onChange: false }],
    ],
  ])('reads %s', (_, steps, expected) => {
    const builds = read({ [workflow]: job(steps), Dockerfile: 'FROM a\n' });
    expect(builds).toMatchObject(expected);
    expect(builds).toHaveLength(expected.length);
  });

  it.each<[head: string, runner: ImageBuild['runner']]>([
    ['runs-on: ubuntu-latest', 'hosted'],
    ['runs-on: [ubuntu-24.04-arm]', 'hosted'],
    ['runs-on: ubuntu-latest-16-cores', 'hosted'],
    ['runs-on: self-hosted', 'self-hosted'],
    ['runs-on: [self-hosted, linux]', 'self-hosted'],
    ['runs-on: { group: big }', 'unknown'],
    ['runs-on: builder', 'unknown'],
    ['runs-on: ${{ inputs.runner }}', 'unknown'],
    [
      'runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [ubuntu-24.04, ubuntu-24.04-arm] } }',
      'hosted',
    ],
    [
      'runs-on: ${{ matrix.os }}\n    strategy: { matrix: { include: [{ os: ubuntu-24.04 }, { os: self-hosted }] } }',
      'unknown',
    ],
  ])('with %s, the runner is %s', (head, runner) => {
    const text = job('- run: docker build .', head);
    expect(read({ [workflow]: text })).toMatchObject([{ runner }]);
  });

  it.each<[on: string, onChange: boolean]>([
    ['push', true],
    ['[push, workflow_dispatch]', true],
    ['{ pull_request: { paths: [a] } }', true],
    ['{ push: { branches: [main], tags: [v1] } }', true],
    ['{ push: { tags: ["v*"] } }', false],
    ['{ release: { types: [published] } }', false],
    ['{ schedule: [{ cron: "0 0 * * *" }] }', false],
    ['workflow_call', false],
  ])('on %s, a change starts the build: %s', (on, onChange) => {
    const text = job('- run: docker build .').replace('on: push', `on: ${on}`);
    expect(read({ [workflow]: text })).toMatchObject([{ onChange }]);
  });

  it('knows that a change starts what another workflow calls', () => {
    const called = job('- run: docker build .').replace(
      'push',
      'workflow_call',
    );
    const caller = `on: push\njobs:\n  a:\n    uses: ./${workflow}\n`;
    expect(
      read({ [workflow]: called, '.github/workflows/main.yml': caller }),
    ).toMatchObject([{ onChange: true }]);
  });

  it('reads GitLab jobs with what they extend', () => {
    const text = [
      'variables: { FOLDER: api }',
      '.base:',
      '  image: { name: "gcr.io/kaniko-project/executor:debug", entrypoint: [""] }',
      '  before_script: [echo]',
      'image:build:',
      '  script: [docker build .]',
      'kaniko:',
      '  extends: .base',
      '  rules: [{ if: $CI_COMMIT_TAG }]',
      '  script:',
      '    - !reference [.base, x]',
      '    - - echo',
      '      - /kaniko/executor --context "${CI_PROJECT_DIR}/$FOLDER" --dockerfile "${CI_PROJECT_DIR}/$FOLDER/Dockerfile"',
      'dind:',
      '  services: ["docker:28-dind"]',
      '  script: docker build -t "$CI_REGISTRY_IMAGE" .',
    ].join('\n');
    expect(read({ '.gitlab-ci.yml': text })).toMatchObject([
      { line: 6, startsEmpty: false, runner: 'unknown', onChange: true },
      {
        line: 13,
        tool: 'kaniko',
        dockerfile: 'api/Dockerfile',
        context: 'api',
        startsEmpty: true,
        onChange: false,
      },
      { line: 16, startsEmpty: true, onChange: true, dockerfile: 'Dockerfile' },
    ]);
  });

  it('reads compose files, with aliases, merges and defaults of variables', () => {
    const text = [
      'x-build: &build',
      '  context: ..',
      '  args: { A: 1, B: "${B:-two}", C: }',
      'services:',
      '  short: { build: ./short }',
      '  long:',
      '    build:',
      '      <<: *build',
      '      dockerfile: docker/${FILE:-Dockerfile}',
      '      target: runtime',
      '      additional_contexts: [lib=../lib]',
      '      cache_from: ["type=registry,ref=a/b"]',
      '  image: { image: golang }',
      '  inline: { build: { dockerfile_inline: FROM a } }',
      '  unknown: { build: { context: $WHERE } }',
    ].join('\n');
    expect(read({ 'deploy/compose.yaml': text })).toMatchObject([
      { line: 5, dockerfile: 'deploy/short/Dockerfile', source: 'compose' },
      {
        line: 8,
        dockerfile: 'docker/Dockerfile',
        context: '',
        target: 'runtime',
        buildArguments: { A: '1', B: 'two', C: undefined },
        namedContexts: [{ name: 'lib', value: '../lib' }],
        cacheFrom: [{ type: 'registry' }],
      },
      { line: 15, dockerfile: undefined, context: undefined },
    ]);
  });

  const bakeHcl = [
    'variable "GO" { default = "1.27" }',
    'group "default" { targets = ["image"] }',
    'target "_common" {',
    '  args = {',
    '    GO_VERSION = GO # the image',
    '    BUILD = timestamp()',
    '  }',
    '  cache-to = ["type=gha,mode=max"]',
    '}',
    'target "image" {',
    '  inherits = ["_common"]',
    '  context = "api"',
    '  dockerfile = "docker/${NAME}"',
    '  platforms = GO == "" ? [] : ["linux/amd64"]',
    '  target = "runtime"',
    '}',
  ].join('\n');

  it('reads bake files', () => {
    const builds = read({ 'docker-bake.hcl': bakeHcl });
    expect(builds).toMatchObject([
      {
        line: 10,
        source: 'bake',
        tool: 'bake',
        context: 'api',
        dockerfile: undefined,
        target: 'runtime',
        buildArguments: { GO_VERSION: '1.27', BUILD: undefined },
        cacheTo: [{ type: 'gha', mode: 'max', line: 8 }],
      },
    ]);
    expect(builds).toHaveLength(1);
    const json = JSON.stringify(
      { target: { image: { context: '.', 'no-cache': true } } },
      undefined,
      1,
    );
    expect(read({ 'docker-bake.json': json })).toMatchObject([
      { line: 3, dockerfile: 'Dockerfile', noCache: true },
    ]);
  });

  it.each<[name: string, step: string, expected: object[]]>([
    [
      'the action',
      '- uses: docker/bake-action@v6\n  with:\n    source: .\n    set: |\n      *.cache-from=type=gha\n      im*e.cache-to=type=gha\n      other.no-cache=true',
      [
        {
          tool: 'bake-action',
          target: 'runtime',
          cacheFrom: [{ type: 'gha' }],
          cacheTo: [{ type: 'gha', certain: true }],
          noCache: false,
        },
      ],
    ],
    [
      'the command',
      '- run: docker buildx bake --no-cache image',
      [{ tool: 'bake', noCache: true, noCacheLine: 6 }],
    ],
    ['another target', '- run: docker buildx bake other', []],
    ['a target that is not known', '- run: docker buildx bake "$TARGET"', []],
    [
      'compose',
      '- run: docker compose -f compose.yaml build app',
      [{ tool: 'compose', dockerfile: 'Dockerfile', source: 'pipeline' }],
    ],
    [
      'compose up',
      '- run: docker-compose up -d --build',
      [{ tool: 'compose', runner: 'hosted' }],
    ],
    ['compose without build', '- run: docker compose up -d', []],
  ])('finds what %s builds', (_, step, expected) => {
    const builds = read({
      [workflow]: job(step),
      'docker-bake.hcl': bakeHcl,
      'compose.yaml': 'services: { app: { build: . } }',
    }).filter(({ source }) => source === 'pipeline');
    expect(builds).toMatchObject(expected);
    expect(builds).toHaveLength(expected.length);
  });

  it.each([
    [
      'alias bombs',
      `a: &a [x, x]\n${'bcdefghijklm'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${`*${'abcdefghijklm'[index]},`.repeat(20)}]`,
        )
        .join('\n')}\nservices: *m\n`,
    ],
    ['deep nesting', `services: ${'['.repeat(20_000)}`],
    ['deep maps', `services: ${'{a: '.repeat(20_000)}`],
    ['an alias of itself', 'services: &a\n  b: *a\n  <<: *a\n'],
    [
      'many merges',
      `a: &a {${Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(
        ', ',
      )}}\nservices:\n${Array.from(
        { length: 2000 },
        (_, i) => `  s${i}: { <<: *a }`,
      ).join('\n')}\n`,
    ],
  ])('survives %s', (_, text) => {
    expect(read({ 'compose.yaml': text })).toEqual([]);
    expect(read({ [workflow]: text, '.gitlab-ci.yml': text })).toEqual([]);
  });

  it('reads any text', () => {
    const word = fc.constantFrom(
      ...'on: push jobs: a: steps: - run: | uses: docker/build-push-action@v6 with: cache-to: type=gha, ${{ x }} docker build . -f --set services: build: context: <<: *a &a target " { } [ ] = $X ( ) <<EOF \\ \' ${'.split(
        ' ',
      ),
      '\n',
      '\n  ',
      '\n    ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 40 }).map(words => words.join(' ')),
    );
    const paths = [
      workflow,
      '.gitlab-ci.yml',
      'compose.yaml',
      'docker-bake.hcl',
      'docker-bake.json',
    ];
    fc.assert(
      fc.property(text, fc.constantFrom(...paths), (source, path) => {
        const lines = source.split('\n').length;
        for (const build of read({ [path]: source })) {
          expect(build.line).toBeGreaterThanOrEqual(1);
          expect(build.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 300 },
    );
  });
});
