/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Flags of `docker build` and `docker buildx build`, those of the legacy
 * builder too.
 * https://docs.docker.com/reference/cli/docker/buildx/build/
 * https://docs.docker.com/reference/cli/docker/build-legacy/
 */
export const buildFlags: ReadonlySet<string> = new Set(
  [
    'add-host allow annotation attest build-arg build-context builder',
    'cache-from cache-to call check cgroup-parent debug file iidfile label',
    'load metadata-file network no-cache no-cache-filter output platform',
    'policy print progress provenance pull push quiet resource root sbom',
    'secret server-config shm-size ssh tag target ulimit',
    'compress cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems',
    'disable-content-trust force-rm isolation memory memory-swap rm',
    'security-opt squash stream help invoke detach',
  ].flatMap(line => line.split(' ')),
);

/** A flag that a build does not have, though other commands or texts know it. */
export interface MissingFlag {
  takesValue: boolean;
  /** What does what is meant, as the end of a sentence. */
  instead: string;
}

const runOnly = 'it is a flag of `docker run`';

/** Flags that are often given to builds and that no version has. */
export const missingFlags: ReadonlyMap<string, MissingFlag> = new Map(
  Object.entries<MissingFlag>({
    dns: {
      takesValue: true,
      instead:
        'name servers are set in `daemon.json` (`dns`) or in the `[dns]` section of `buildkitd.toml`',
    },
    'dns-search': {
      takesValue: true,
      instead:
        'search domains are set in `daemon.json` (`dns-search`) or in the `[dns]` section of `buildkitd.toml`',
    },
    'dns-option': {
      takesValue: true,
      instead:
        'options of the resolver are set in `daemon.json` (`dns-opts`) or in the `[dns]` section of `buildkitd.toml`',
    },
    'dns-opt': {
      takesValue: true,
      instead:
        'options of the resolver are set in `daemon.json` (`dns-opts`) or in the `[dns]` section of `buildkitd.toml`',
    },
    'max-failures': {
      takesValue: true,
      instead:
        'BuildKit repeats failed pulls by itself, and a step of the pipeline can be repeated as a whole',
    },
    retries: {
      takesValue: true,
      instead:
        'BuildKit repeats failed pulls by itself, and a step of the pipeline can be repeated as a whole',
    },
    retry: {
      takesValue: true,
      instead:
        'BuildKit repeats failed pulls by itself, and a step of the pipeline can be repeated as a whole',
    },
    timeout: {
      takesValue: true,
      instead: 'the time limit of a build is that of its step or job',
    },
    env: {
      takesValue: true,
      instead: 'a build takes values with `--build-arg` and `ARG`',
    },
    'env-file': {
      takesValue: true,
      instead: 'a build takes values with `--build-arg` and `ARG`',
    },
    volume: {
      takesValue: true,
      instead:
        'folders come from `--build-context` or from `RUN --mount` in the Dockerfile',
    },
    mount: {
      takesValue: true,
      instead: 'mounts are given by `RUN --mount` in the Dockerfile',
    },
    privileged: {
      takesValue: false,
      instead:
        'a step asks for it with `RUN --security=insecure`, and the build allows it with `--allow security.insecure`',
    },
    gpus: { takesValue: true, instead: runOnly },
    publish: { takesValue: true, instead: runOnly },
    restart: { takesValue: true, instead: runOnly },
    entrypoint: { takesValue: true, instead: runOnly },
    dockerfile: { takesValue: true, instead: 'the flag is `--file`' },
    context: {
      takesValue: true,
      instead: 'the folder of the context is the last word of the command',
    },
    jobs: {
      takesValue: true,
      instead:
        'parallel steps are bounded by `max-parallelism` in `buildkitd.toml`',
    },
  }),
);

/**
 * Inputs of docker/build-push-action from version 2 on.
 * https://github.com/docker/build-push-action#inputs
 */
export const buildActionInputs: ReadonlySet<string> = new Set(
  [
    'add-hosts allow annotations attests build-args build-contexts builder',
    'cache-from cache-to call cgroup-parent context file labels load network',
    'no-cache no-cache-filters outputs platforms provenance pull push sbom',
    'secrets secret-envs secret-files shm-size ssh tags target ulimit',
    'github-token',
  ].flatMap(line => line.split(' ')),
);

/** Names that are often given instead, and the inputs that are meant. */
export const meantInputs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dockerfile: 'file',
    path: 'context',
    build_args: 'build-args',
    build_arg: 'build-args',
    'build-arg': 'build-args',
    buildargs: 'build-args',
    cache_from: 'cache-from',
    cache_to: 'cache-to',
    'no-cache-filter': 'no-cache-filters',
    no_cache: 'no-cache',
    tag: 'tags',
    label: 'labels',
    platform: 'platforms',
    secret: 'secrets',
    'add-host': 'add-hosts',
    output: 'outputs',
    'build-context': 'build-contexts',
  }),
);

/** Variables that nothing reads, though texts recommend them. */
export const missingVariables: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BUILDKIT_STEP_LOG_FLUSH_INTERVAL:
      'what a step may log is bounded by BUILDKIT_STEP_LOG_MAX_SIZE and BUILDKIT_STEP_LOG_MAX_SPEED of the daemon',
  }),
);
