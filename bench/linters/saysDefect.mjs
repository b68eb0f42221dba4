/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The codes of other linters that are about the defect of a rule. What else they
 * report of its bad examples is about something that stands beside it, such as
 * an empty line between instructions. Tally's names for the rules of BuildKit and
 * hadolint end with theirs.
 */
const codes = {
  'cache/build-cache-mount': ['prefer-package-cache-mounts'],
  'cache/module-cache-mount': ['prefer-package-cache-mounts'],
  'cache/mount-target': ['prefer-package-cache-mounts'],
  'context/needed-file-ignored': ['CopyIgnoredFile'],
  'image/base-untagged': [
    'DL3006',
    'DL3007',
    'Base Image Latest Tag',
    'Base Image Missing Tag',
  ],
  'image/healthcheck': ['DL3057'],
  'image/package-hygiene': [
    'DL3008',
    'DL3009',
    'DL3014',
    'DL3015',
    'DL3018',
    'DL3019',
    'DL3027',
    'DL3030',
    'DL3036',
    'DL3038',
    'DL3040',
    'Consider `--no-cache or --update with rm -rf /var/cache/apk/*`',
    'Consider `--no-install-recommends`',
    'apt-get dist-upgrade Is Not Allowed',
    'apt-get update with matching cache rm',
    'apt-get update without matching apt-get install',
  ],
  'image/registry': ['DL3026'],
  'image/shell-form': ['DL3025', 'JSONArgsRecommended', 'invalid-json-form'],
  'image/toolchain-in-runtime': ['prefer-multi-stage-build'],
  'modules/image-go-floating': [
    'DL3006',
    'DL3007',
    'Base Image Latest Tag',
    'Base Image Missing Tag',
  ],
  'modules/sum-copied-but-absent': ['CopyIgnoredFile'],
  'reproducible/dead-stage': ['no-unreachable-stages'],
  'reproducible/invalid-build': [
    'CopyIgnoredFile',
    'DL1000',
    'DL3022',
    'DL3023',
    'DL3061',
    'Invalid Command',
    'build error',
    'cannot be read',
  ],
  'reproducible/tool-unpinned': ['DL3013', 'DL3016', 'DL3062'],
  'security/root-user': ['DL3002', 'stateful-root-runtime'],
  'security/secret-in-build': ['DL3064', 'SecretsUsedInArgOrEnv'],
  'security/sudo': ['DL3004', 'Use Of sudo Is Not Allowed'],
};

/** Whether a code is about the defect of a rule; a rule's own id always is. */
export function saysDefect(code, rule) {
  return (
    code === rule ||
    (codes[rule] ?? []).some(name => code === name || code.endsWith(`/${name}`))
  );
}
