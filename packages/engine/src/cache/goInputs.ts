/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { baseName } from '../snapshot/repositoryPath';
import { StepEffects } from './types';

/** Files that say which modules are needed. */
export function isModuleFile(path: string): boolean {
  return /^go\.(?:mod|sum|work|work\.sum)$/.test(baseName(path));
}

/** Files that no Go program is made of. */
const NOT_COMPILED =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.buildkite)\/|(?:^|\/)(?:[^/]*Dockerfile[^/]*|\.dockerignore|\.gitlab-ci\.ya?ml|\.gitignore|\.editorconfig|\.golangci\.ya?ml|Makefile|LICENSE[^/]*|CODEOWNERS|azure-pipelines\.ya?ml|\.travis\.yml|\.drone\.ya?ml|Jenkinsfile|catalog-info\.yaml)$|\.(?:md|mdx|rst|adoc)$/i;

/**
 * Whether a file of the context may be part of what a compile step builds. Any
 * data file may be, since `//go:embed` takes them; documents, tests and settings
 * of CI are taken to be none.
 */
export function isGoInput(
  path: string,
  { runsTests, readsVcs }: Pick<StepEffects, 'runsTests' | 'readsVcs'>,
): boolean {
  if (/(?:^|\/)\.git\//.test(path)) {
    return readsVcs;
  }
  if (/_test\.go$|(?:^|\/)testdata\//.test(path)) {
    return runsTests;
  }
  return !NOT_COMPILED.test(path);
}
