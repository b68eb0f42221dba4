/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The kinds of files that tell how an image is built. The order is that of
 * importance: where a bound forces a choice, earlier kinds are read first.
 */
export const buildFileKinds = [
  'policy',
  'dockerfile',
  'go-mod',
  'ignore',
  'go-work',
  'go-sum',
  'vendor',
  'workflow',
  'compose',
  'bake',
  'make',
  'toolchain',
  'configuration',
  'manifest',
] as const;

export type BuildFileKind = (typeof buildFileKinds)[number];

/**
 * `Dockerfile`, `Dockerfile.dev`, `Dockerfile-dev`, `Dockerfile.old`,
 * `api.Dockerfile`, and the same with `Containerfile`, in any case.
 */
const dockerfileName = /^(?:dockerfile|containerfile)(?:[._-].+)?$/;
const dockerfileSuffix = /.[._-](?:dockerfile|containerfile)$/;

/**
 * Endings of files about Dockerfiles that are none: templates that only
 * become one, programs, documents, packed files.
 */
const notDockerfile =
  /[._](?:tmpl|tpl|gotmpl|template|j2|jinja2?|erb|mustache|hbs|m4|ejs|go|mod|sum|ts|tsx|js|jsx|mjs|cjs|py|rb|rs|java|kt|c|h|cc|cpp|cs|php|pl|lua|vim|el|swift|sh|bash|ps1|bat|cmd|md|markdown|mdx|rst|adoc|txt|html?|css|svg|png|jpe?g|gif|pdf|json|json5|jsonc|ya?ml|toml|xml|ini|rego|hcl|cue|lock|log|diff|patch|rej|orig|snap|golden|gz|tgz|tar|zip|xz|bz2|zst|sha256|sig|asc|d|dockerignore|containerignore)$/;

const byName: Readonly<Record<string, BuildFileKind>> = {
  'go.mod': 'go-mod',
  'go.work': 'go-work',
  'go.sum': 'go-sum',
  'go.work.sum': 'go-sum',
  '.dockerignore': 'ignore',
  '.containerignore': 'ignore',
  makefile: 'make',
  gnumakefile: 'make',
  justfile: 'make',
  'taskfile.yml': 'make',
  'taskfile.yaml': 'make',
  jenkinsfile: 'workflow',
  'azure-pipelines.yml': 'workflow',
  'azure-pipelines.yaml': 'workflow',
  'bitbucket-pipelines.yml': 'workflow',
  '.travis.yml': 'workflow',
  '.drone.yml': 'workflow',
  '.drone.yaml': 'workflow',
  'cloudbuild.yml': 'workflow',
  'cloudbuild.yaml': 'workflow',
  'skaffold.yaml': 'bake',
  'skaffold.yml': 'bake',
  '.tool-versions': 'toolchain',
  '.go-version': 'toolchain',
  'mise.toml': 'toolchain',
  '.mise.toml': 'toolchain',
  'devcontainer.json': 'toolchain',
  '.devcontainer.json': 'toolchain',
  '.goreleaser.yml': 'configuration',
  '.goreleaser.yaml': 'configuration',
  '.ko.yaml': 'configuration',
  '.npmrc': 'configuration',
  'daemon.json': 'configuration',
  'buildkitd.toml': 'configuration',
  'catalog-info.yaml': 'configuration',
  '.build-hygiene.yaml': 'policy',
  '.build-hygiene.yml': 'policy',
};

const composeName = /^(?:docker-)?compose(?:[._-].*)?\.ya?ml$/;
const bakeName = /^(?:docker-)?bake(?:[._-].*)?\.(?:hcl|json)$/;

/**
 * The kind of a build-relevant file by its repository path; `undefined` for
 * every other file.
 */
export function buildFileKind(path: string): BuildFileKind | undefined {
  if (path.endsWith('.go')) {
    // Most files of a repository; none of the names below ends so.
    return undefined;
  }
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (Object.prototype.hasOwnProperty.call(byName, name)) {
    return byName[name];
  }
  if (name.endsWith('.dockerignore') || name.endsWith('.containerignore')) {
    return 'ignore';
  }
  if (name === 'modules.txt') {
    return /(?:^|\/)vendor\/modules\.txt$/.test(path) ? 'vendor' : undefined;
  }
  if (isDockerfileName(name)) {
    return 'dockerfile';
  }
  if (composeName.test(name)) {
    return 'compose';
  }
  if (bakeName.test(name)) {
    return 'bake';
  }
  if (name.endsWith('.mk')) {
    return 'make';
  }
  if (isPipeline(path)) {
    return 'workflow';
  }
  return isManifest(path) ? 'manifest' : undefined;
}

/**
 * Whether a path names a Dockerfile.
 *
 * @public
 */
export function isDockerfilePath(path: string): boolean {
  return buildFileKind(path) === 'dockerfile';
}

function isDockerfileName(name: string): boolean {
  return (
    (dockerfileName.test(name) || dockerfileSuffix.test(name)) &&
    !notDockerfile.test(name)
  );
}

function isPipeline(path: string): boolean {
  return (
    /^\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.+\.ya?ml$/.test(
      path,
    ) ||
    /^(?:.+\/)?\.gitlab-ci(?:[._-][^/]*)?\.ya?ml$/.test(path) ||
    /^\.gitlab\/.+\.ya?ml$/.test(path) ||
    /^\.(?:circleci|buildkite|woodpecker|tekton)\/.+\.ya?ml$/.test(path)
  );
}

/**
 * Kubernetes manifests by the folders that they usually are in. Templates of
 * Helm charts only become YAML.
 */
function isManifest(path: string): boolean {
  return (
    /\.ya?ml$/i.test(path) &&
    /(?:^|\/)(?:deploy(?:ments?)?|k8s|kubernetes|kube|manifests|kustomize)\//i.test(
      path,
    ) &&
    !/(?:^|\/)(?:templates|crds?|charts)\//i.test(path)
  );
}
