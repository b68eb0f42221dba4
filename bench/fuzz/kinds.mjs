/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What is mutated, by path. */
const paths = {
  Dockerfile: /(?:^|\/)(?:Dockerfile|Containerfile)(?!.*ignore$)[^/]*$/,
  'go.mod': /(?:^|\/)go\.(?:mod|work)$/,
  'go.sum': /(?:^|\/)(?:go\.sum|go\.work\.sum|vendor\/modules\.txt)$/,
  '.dockerignore': /\.(?:docker|container)ignore$/,
  workflow:
    /^\.github\/workflows\/.+\.ya?ml$|^\.gitlab-ci\.yml$|(?:^|\/)(?:docker-)?(?:compose|bake)[^/]*\.(?:ya?ml|hcl|json)$|^(?:deploy|manifests|k8s)\/.+\.ya?ml$/,
};

export const kinds = Object.keys(paths);

/** The kind of a file; undefined for what is not mutated. */
export function kindOf(path) {
  return kinds.find(kind => paths[kind].test(path));
}
