/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  changeSignalChannel,
  ChangeSignal,
} from '@build-hygiene/plugin-build-hygiene-common';

export interface ChangeSignalsOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  signals: SignalsService;
  /** Changes within this time make one signal. Default: a second. */
  delayMilliseconds?: number;
}

const mostInOneSignal = 200;

/**
 * Tells open pages that there is something new to be fetched.
 *
 * Signals go to everybody who is signed in, and may say nothing that not
 * everybody may know. They name entities by their uid, which is random: who may
 * not see an entity in the catalog learns from it neither name nor content.
 */
export class ChangeSignals {
  readonly #options: ChangeSignalsOptions;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  static create(options: ChangeSignalsOptions): ChangeSignals {
    return new ChangeSignals(options);
  }

  private constructor(options: ChangeSignalsOptions) {
    this.#options = options;
  }

  /** Returns at once, and never fails. */
  add(entityRef: string): void {
    this.#changed.add(entityRef);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#publish().catch(error =>
        this.#options.logger.debug(`A signal could not be sent: ${error}`),
      );
    }, this.#options.delayMilliseconds ?? 1_000).unref();
  }

  async #publish(): Promise<void> {
    const { auth, catalog, signals } = this.#options;
    const refs = [...this.#changed];
    this.#changed.clear();
    const credentials = await auth.getOwnServiceCredentials();
    for (let start = 0; start < refs.length; start += mostInOneSignal) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: refs.slice(start, start + mostInOneSignal),
          fields: ['metadata.uid'],
        },
        { credentials },
      );
      const uids = items.flatMap(entity => entity?.metadata.uid ?? []);
      if (uids.length > 0) {
        await signals.publish<ChangeSignal>({
          recipients: { type: 'broadcast' },
          channel: changeSignalChannel,
          message: { uids },
        });
      }
    }
  }
}
