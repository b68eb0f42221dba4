/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command } from 'commander';
import { exitStatus } from '../exitStatus';
import { InputError } from '../InputError';
import {
  buildsUrlOf,
  findModuleFilesDigest,
  findToken,
  NotSentError,
  readCiEnvironment,
  readRecord,
  sendRecord,
} from '../push';
import type { CommandContext } from '../run';
import { printable } from '../text/printable';

interface PushOptions {
  url?: string;
  entity?: string;
  image?: string;
  modules?: string;
  audience?: string;
  strict?: boolean;
}

/** `build-hygiene push`. */
export function addPushCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('push')
    .description(
      'send the log or record of a docker build to Backstage; a CI job goes on when that fails',
    )
    .argument(
      '[file]',
      'log or .dockerbuild file; standard input when left out, or -',
      '-',
    )
    .option(
      '--url <url>',
      'address of the Backstage backend; default: $BUILD_HYGIENE_URL',
    )
    .option(
      '--entity <ref>',
      'the service, such as component:default/orders; default: $BUILD_HYGIENE_ENTITY',
    )
    .option('--image <name>', 'tells several images of one run apart')
    .option(
      '--modules <folder>',
      'folder whose Go module files the build takes; default: the working folder',
    )
    .option(
      '--audience <audience>',
      'what the CI system’s token is asked for; default: the origin of the URL',
    )
    .option('--strict', 'exit with status 1 when the build is not taken in')
    .action(async (file: string, options: PushOptions) => {
      try {
        context.stdout.write(await push(file, options, context));
      } catch (error) {
        if (options.strict && !(error instanceof NotSentError)) {
          throw error;
        }
        const message = error instanceof Error ? error.message : String(error);
        const ending = options.strict
          ? ''
          : '; the job goes on (--strict stops it)';
        context.stderr.write(
          `build-hygiene: the build was not sent: ${oneLine(
            message,
          )}${ending}\n`,
        );
        if (options.strict) {
          context.exitWith(exitStatus.gateFailed);
        }
      }
    });
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim().slice(0, 1000);
}

async function push(
  file: string,
  options: PushOptions,
  context: CommandContext,
): Promise<string> {
  const { env } = process;
  const backendUrl = options.url || env.BUILD_HYGIENE_URL;
  if (!backendUrl) {
    throw new InputError('--url or BUILD_HYGIENE_URL is missing');
  }
  const entityRef = options.entity || env.BUILD_HYGIENE_ENTITY;
  if (!entityRef) {
    throw new InputError('--entity or BUILD_HYGIENE_ENTITY is missing');
  }
  const url = buildsUrlOf(backendUrl);
  const record = await readRecord(file, context.stdin);
  const digest = await findModuleFilesDigest(options.modules ?? '.');
  const facts = {
    ...readCiEnvironment(env),
    ...(options.image && { image: options.image }),
    ...(digest && { moduleFilesDigest: digest }),
  };
  for (const [name, value] of Object.entries({ entityRef, ...facts })) {
    url.searchParams.set(name, value);
  }
  const token = await findToken(env, options.audience || url.origin);
  const { outcome, cache, failure, ...build } = await sendRecord({
    url,
    token,
    record,
  });
  const rate =
    cache.hitRate === undefined
      ? ''
      : ` · ${cache.cached} of ${cache.cacheable} steps from the cache`;
  const why = failure ? `\n${failure.class}: ${failure.message}` : '';
  return `${printable(
    `sent · ${build.entityRef} · ${outcome}${rate}${why}`,
  )}\n`;
}
