/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import * as fc from 'fast-check';
import { createSnapshot, TreeEntry } from '../snapshot';
import { BuildUnit, findBuildUnits } from '../units';
import { BuildReplay, ReplayedStep } from './BuildReplay';

/** A tree: what stands at each path, by a hash of its content. */
type Tree = Readonly<Record<string, string>>;

function unitOf(
  dockerfile: string,
  tree: Tree,
  { ignore, named }: { ignore: string; named: Record<string, string> },
): BuildUnit {
  const files = { Dockerfile: dockerfile, '.dockerignore': ignore };
  const [unit] = findBuildUnits(
    createSnapshot({
      files: Object.entries(files),
      tree: [
        ...Object.entries(files).map(([path, content]) => ({
          path,
          kind: 'file' as const,
          size: content.length,
          hash: content,
        })),
        ...Object.entries(tree).map(
          ([path, hash]): TreeEntry => ({ path, kind: 'file', size: 1, hash }),
        ),
      ],
    }),
    { context: '.', namedContexts: named },
  );
  return unit;
}

/** What the builds of some trees did, one after another. */
function replay(
  dockerfile: string,
  trees: readonly Tree[],
  {
    ignore = '',
    named = {},
  }: { ignore?: string; named?: Record<string, string> } = {},
): ReplayedStep[][] {
  const builder = new BuildReplay();
  // What is always in the root of a repository is no part of the question.
  const all = `${ignore}\n.git\nDockerfile\n.dockerignore\n`;
  return trees.map(tree =>
    builder.build(unitOf(dockerfile, tree, { ignore: all, named }), {
      commit: 'same',
    }),
  );
}

const rerun = (steps: readonly ReplayedStep[]): number[] =>
  steps.flatMap(({ step, cached }) => (cached ? [] : [step.index]));

const folders = ['cmd', 'pkg', 'pkg/a', 'web'];
const names = ['main.go', 'x_test.go', 'go.mod', 'README.md', 'page.html'];
const paths = ['', ...folders].flatMap(folder =>
  names.map(name => (folder === '' ? name : `${folder}/${name}`)),
);

const pathArbitrary = fc.constantFrom(...paths);
const treeArbitrary: fc.Arbitrary<Tree> = fc
  .dictionary(pathArbitrary, fc.constantFrom('1', '2'), {
    noNullPrototype: true,
  })
  .map(tree => ({ 'go.mod': '1', ...tree }));

const instruction = fc.constantFrom(
  'WORKDIR /src',
  'ENV A=1',
  'RUN true',
  'RUN go mod download',
  'RUN go build -o /app ./...',
  'RUN --mount=type=cache,target=/go/pkg/mod go build -o /app ./cmd',
  'RUN --mount=type=bind,source=pkg,target=/pkg go test ./...',
  'RUN apt-get update && apt-get install -y git',
  'COPY go.mod go.su[m] ./',
  'COPY . .',
  'COPY --link web /web',
  'COPY --exclude=*.md pkg pkg',
  'COPY cmd pkg /src/',
  'COPY *.go ./',
  'ADD web/page.html /page',
);

const dockerfileArbitrary = fc
  .tuple(
    fc.array(instruction, { minLength: 1, maxLength: 6 }),
    fc.array(
      fc.oneof(
        instruction,
        fc.constantFrom(
          'COPY --from=build /app /app',
          'COPY --from=0 /src/web /web',
        ),
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('scratch', 'alpine:3.23', 'build'),
  )
  .map(([build, final, base]) =>
    [
      'FROM golang:1.27 AS build',
      ...build,
      `FROM ${base}`,
      ...final,
      'COPY --from=build /app /bin/app',
      '',
    ].join('\n'),
  );

/** Applies changes; a change is a path with its new content, or none. */
type Change = readonly [path: string, content: string | undefined];

function change(tree: Tree, changes: readonly Change[]): Tree {
  const next: Record<string, string> = { ...tree };
  for (const [path, content] of changes) {
    if (content === undefined) {
      delete next[path];
    } else {
      next[path] = content;
    }
  }
  return next;
}

/**
 * Changes as a commit makes them, each path once. Folders neither come nor go:
 * what that does is told by a table of its own.
 */
const changesArbitrary: fc.Arbitrary<Change[]> = fc.uniqueArray(
  fc.tuple(pathArbitrary, fc.constantFrom('3', '4')),
  { selector: ([path]) => path, minLength: 1, maxLength: 6 },
);

/** A tree that has something in every folder. */
const fullTree = treeArbitrary.map(tree => ({
  ...Object.fromEntries(folders.map(folder => [`${folder}/keep`, '1'])),
  ...tree,
}));

describe('the layer cache', () => {
  it('re-runs nothing when a file is added outside every selection', () => {
    const selective = dockerfileArbitrary.map(text =>
      text.replaceAll('COPY . .', 'COPY cmd cmd'),
    );
    fc.assert(
      fc.property(
        selective,
        fullTree,
        fc.constantFrom('docs/guide.md', 'LICENSE', 'deep/in/main.go', 'cmdx'),
        (dockerfile, tree, added) => {
          const [, after] = replay(dockerfile, [
            tree,
            { ...tree, [added]: '1' },
          ]);
          expect(rerun(after)).toEqual([]);
        },
      ),
    );
  });

  it('re-runs a superset of steps for a superset of changes', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        fc.nat(),
        (dockerfile, tree, changes, count) => {
          const some = changes.slice(0, count % (changes.length + 1));
          const [, fewer] = replay(dockerfile, [tree, change(tree, some)]);
          const [, more] = replay(dockerfile, [tree, change(tree, changes)]);
          expect(rerun(more)).toEqual(expect.arrayContaining(rerun(fewer)));
        },
      ),
    );
  });

  it('does not care whether files come from the context or from a named one', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        (dockerfile, tree, changes) => {
          const renamed = dockerfile
            .replace(/^COPY (?!.*--from)/gm, 'COPY --from=files ')
            .replaceAll('type=bind,', 'type=bind,from=files,');
          const trees = [tree, change(tree, changes)];
          const runs = (text: string) =>
            replay(text, trees, { named: { files: '.' } }).map(rerun);
          expect(runs(renamed)).toEqual(runs(dockerfile));
        },
      ),
    );
  });

  it('takes a step from the cache only when all of its inputs are unchanged', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        (dockerfile, tree, changes) => {
          const after = change(tree, changes);
          const [, steps] = replay(dockerfile, [tree, after]);
          const changed = Object.keys(after).filter(
            path => after[path] !== tree[path],
          );
          const running = new Set<string>();
          const wrong: string[] = [];
          for (const { step, cached, sameAs } of steps) {
            if (sameAs !== undefined) {
              // It is one with a step that was looked at before.
              continue;
            }
            const stage = String(step.stage.index);
            const { keyword, text, flags } = step.instruction;
            const linked = flags.some(({ name }) => name === 'link');
            if (cached) {
              wrong.push(...takenBy({ keyword, text, flags }, changed));
              // Behind a step that ran, nothing of its stage is cached.
              if (running.has(stage) && !linked) {
                wrong.push(`step ${step.index}`);
              }
            } else {
              running.add(stage);
            }
          }
          expect(wrong).toEqual([]);
        },
      ),
    );
  });

  it('ignores a file as if it were not there', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        fc.constantFrom('*.md', '**/*_test.go', 'web/page.html', '**/*.html'),
        (dockerfile, tree, changes, pattern) => {
          const trees = [tree, change(tree, changes)];
          const ignored = replay(dockerfile, trees, { ignore: pattern });
          const absent = replay(
            dockerfile,
            trees.map(all =>
              Object.fromEntries(
                Object.entries(all).filter(([path]) => !drops(pattern, path)),
              ),
            ),
            { ignore: pattern },
          );
          const outcomes = (builds: ReplayedStep[][]) =>
            builds.map(steps =>
              steps.map(({ step, cached, cause }) => [
                step.index,
                cached,
                cause?.kind,
              ]),
            );
          expect(outcomes(ignored)).toEqual(outcomes(absent));
        },
      ),
    );
  });

  it('has all of a state in which the repository was before', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        (dockerfile, tree, changes) => {
          const other = change(tree, changes);
          const [, , again] = replay(dockerfile, [tree, other, tree]);
          expect(rerun(again)).toEqual([]);
        },
      ),
    );
  });

  it('gives a cause for all that runs, and for nothing else', () => {
    fc.assert(
      fc.property(
        dockerfileArbitrary,
        dockerfileArbitrary,
        fullTree,
        changesArbitrary,
        (dockerfile, other, tree, changes) => {
          const builder = new BuildReplay();
          const build = (text: string, files: Tree) =>
            builder.build(unitOf(text, files, { ignore: '.git', named: {} }), {
              commit: 'same',
            });
          build(dockerfile, tree);
          for (const steps of [
            build(other, change(tree, changes)),
            build(dockerfile, change(tree, changes)),
            build(other, tree),
          ]) {
            for (const { cached, cause, startsAt } of steps) {
              expect(cause === undefined).toBe(cached);
              expect(startsAt !== undefined && cached).toBe(false);
            }
          }
        },
      ),
    );
  });
});

/** What the instructions above take of some paths, said once more and apart. */
function takenBy(
  {
    keyword,
    text,
    flags,
  }: {
    keyword: string;
    text: string;
    flags: readonly { name: string; value?: string }[];
  },
  changed: readonly string[],
): string[] {
  const mounted = flags.some(({ value }) => value?.includes('source=pkg'));
  const from = flags.some(({ name }) => name === 'from');
  const withoutDocuments = flags.some(({ name }) => name === 'exclude');
  const sources = keyword === 'RUN' ? [] : text.split(' ').slice(0, -1);
  return changed.filter(path => {
    if (mounted) {
      return path.startsWith('pkg/');
    }
    if (keyword === 'WORKDIR' || from) {
      return false;
    }
    if (withoutDocuments && path === 'pkg/README.md') {
      return false;
    }
    return sources.some(source => {
      switch (source) {
        case '.':
          return true;
        case '*.go':
          return !path.includes('/') && path.endsWith('.go');
        case 'go.su[m]':
          return path === 'go.sum';
        default:
          return path === source || path.startsWith(`${source}/`);
      }
    });
  });
}

/** What the patterns above drop, said once more and apart. */
function drops(pattern: string, path: string): boolean {
  switch (pattern) {
    case '*.md':
      return !path.includes('/') && path.endsWith('.md');
    case '**/*_test.go':
      return path.endsWith('_test.go');
    case '**/*.html':
      return path.endsWith('.html');
    default:
      return path === pattern;
  }
}
