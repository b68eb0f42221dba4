/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const templatesRoot = resolve(__dirname, '../../templates');

const quietLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quietLogger,
};

/**
 * Renders a folder of a template with Backstage's own `fetch:template` into the
 * given folder.
 */
export async function renderTemplate(options: {
  template: string;
  /** Folder of the template. */
  folder?: string;
  values: Record<string, string | number | boolean>;
  workspacePath: string;
}): Promise<void> {
  const { folder = 'content' } = options;
  const action = createFetchTemplateAction({
    // What lies on this machine is read without it.
    reader: {} as UrlReaderService,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
  // Beside the workspace, as the scaffolder has it: what it fetches stays there.
  const temporary = await mkdtemp(join(tmpdir(), 'build-hygiene-template-'));
  try {
    await action.handler({
      workspacePath: options.workspacePath,
      input: { url: `./${folder}`, values: options.values },
      templateInfo: {
        entityRef: `template:default/${options.template}`,
        baseUrl: pathToFileURL(
          resolve(templatesRoot, options.template, 'template.yaml'),
        ).href,
      },
      logger: quietLogger,
      output: () => {},
      checkpoint: async ({ fn }: { fn: () => unknown }) => fn(),
      createTemporaryDirectory: async () => temporary,
    } as unknown as Parameters<typeof action.handler>[0]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
