/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { privateHost } from '../services/privateModule.mjs';
import { loadRenderer } from './loadRenderer.mjs';

const { goServiceVariants, renderGoService } = loadRenderer();

// Lines of go.sum as the public checksum database has them, and of the module
// that the host for private ones serves.
const modules = {
  public: {
    import: 'github.com/google/uuid',
    version: 'v1.6.0',
    sums: [
      'v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=',
      'v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=',
    ],
  },
  private: {
    import: 'go.example.com/platform/log',
    version: 'v1.2.0',
    sums: [
      'v1.2.0 h1:g+q3GZMM+XjN8Pz+n+fd3EC9GJeE/ChNhN+pM8g8idk=',
      'v1.2.0/go.mod h1:weHMMqQZZln30GL8rimNcGpZ91QL3CEilkZmINBhuSQ=',
    ],
  },
};

/** Each answer to the form with each other: as rendered, and with a module. */
export function planVariants() {
  return goServiceVariants('go.example.com/platform').flatMap(answers => {
    const { builder, goPrivate, updates } = answers;
    const used = goPrivate ? ['public', 'private'] : ['public'];
    return [[], used].map(kinds => {
      const access = goPrivate ? 'private modules' : 'public modules';
      const use =
        kinds.length > 0 ? `uses ${kinds.join(' and ')}` : 'as rendered';
      return {
        name: [builder, access, updates, use].join(', '),
        image: [builder, access, use].join(', '),
        answers,
        uses: kinds,
        gitHosts: goPrivate ? privateHost : undefined,
        prepare: async copy => {
          await renderGoService(copy.root, answers);
          for (const kind of kinds) {
            useModule(copy, modules[kind]);
          }
        },
      };
    });
  });
}

/** As after `go get` and an import, in the layout that `go mod tidy` keeps. */
function useModule(copy, { import: path, version, sums }) {
  copy.append('go.mod', `\nrequire ${path} ${version}\n`);
  const before = copy.has('go.sum') ? copy.read('go.sum') : '';
  const lines = sums.map(sum => `${path} ${sum}\n`);
  copy.write('go.sum', before + lines.join(''));
  copy.edit('main.go', source =>
    source.replace('import (\n', `import (\n\t_ "${path}"\n`),
  );
}
