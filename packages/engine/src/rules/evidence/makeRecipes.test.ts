/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { makeRecipes } from './makeRecipes';

const makefile = `# of the service
NAME := app
export CGO_ENABLED=0
.PHONY: default test image

default: check test

check: ## look at it
\tgolangci-lint run

test: check
\t@go test \\
\t\t./...
\techo $$HOME

image:
\tdocker build -t $(NAME) .

other: missing
`;

describe('makeRecipes', () => {
  it.each<[targets: string[], lines: string[] | undefined]>([
    [[], ['go test  ./...', 'echo $HOME', 'golangci-lint run']],
    [['check'], ['golangci-lint run']],
    [['image'], ['docker build -t $(NAME) .']],
    [['other'], undefined],
    [['nothing'], undefined],
  ])('reads what %j runs', (targets, lines) => {
    expect(makeRecipes(makefile, targets)).toEqual(lines);
  });

  it.each([
    'include tools.mk\ntest:\n\tgo test\n',
    'ifeq ($(CI),)\ntest:\n\tgo test\nendif\n',
    'test: $(BINARIES)\n\tgo test\n',
    '%.o: %.c\n\tcc\ntest:\n\tgo test\n',
    'test: | out\n\tgo test\n',
    '$(NAME):\n\tgo build\ntest:\n\tgo test\n',
    'define x\nfoo\nendef\ntest:\n\tgo test\n',
    'test: ; docker build .\n',
    'X := $(shell docker build .)\ntest:\n\tgo test\n',
  ])('does not follow %j', source => {
    expect(makeRecipes(source, ['test'])).toBeUndefined();
  });

  it('ends where targets need each other', () => {
    expect(makeRecipes('a: b\n\tx\nb: a\n\ty\n', ['a'])).toEqual(['x', 'y']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, target) => {
        expect(() => makeRecipes(source, [target])).not.toThrow();
      }),
    );
  });
});
